/* Elements and sentences. Text is only ever set as text: no string of a bank or a file becomes markup. */

/* An element: attributes by name, of which on... are listeners; children are nodes or texts, and empty ones are left out. */
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function button(text, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, ...attributes }, text);
}

function paragraph(text, kind) {
  return make("p", kind ? { class: kind } : {}, text);
}

/* Prose under a heading of its own within its first paragraph. */
function led(lead, nodes) {
  const strong = make("strong", {}, lead);
  const [first, ...rest] = nodes;
  if (!first || first.nodeName !== "P") return [make("p", {}, strong), ...nodes];
  return [make("p", {}, strong, " ", ...first.childNodes), ...rest];
}

/* A sentence with its gaps, like {name}, filled in. */
function fill(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(values, name) ? String(values[name]) : gap));
}

/* A sentence about one thing or about several. */
function fillCounted(plural, count, values = {}) {
  return fill(count === 1 ? plural.one : plural.many, { count, ...values });
}

function counted(count, noun) {
  return fillCounted(WORDS.progress.counts[noun], count);
}

/* The nearest whole number, of two the even one, as Python rounds. */
function rounded(number) {
  const whole = Math.floor(number);
  const rest = number - whole;
  return whole + (rest > 0.5 || (rest === 0.5 && whole % 2 === 1) ? 1 : 0);
}

function percent(share) {
  return `${rounded(share * 100)}%`;
}

/* A time in words, as fine as its length calls for. */
function spoken(seconds) {
  const words = WORDS.exam;
  if (seconds < words.short) return fillCounted(words.seconds, rounded(seconds));
  if (seconds >= words.long) return fillCounted(words.minutes, rounded(seconds / 60));
  const whole = rounded(seconds);
  const rest = whole % 60 ? ` ${fillCounted(words.seconds, whole % 60)}` : "";
  return `${fillCounted(words.minutes, Math.floor(whole / 60))}${rest}`;
}

function quoted(text) {
  return /^["'“‘]/.test(text) ? text : `"${text}"`;
}
