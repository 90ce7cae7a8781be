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

/* A share of 1 as Python writes it: halves go to the even neighbour. */
function percent(share) {
  const whole = Math.floor(share * 100);
  const rest = share * 100 - whole;
  const up = rest > 0.5 || (rest === 0.5 && whole % 2 === 1);
  return `${whole + (up ? 1 : 0)}%`;
}

/* A time in words, as fine as its length calls for. */
function spoken(seconds) {
  const words = WORDS.exam;
  if (seconds < words.short) return fillCounted(words.seconds, Math.round(seconds));
  if (seconds >= words.long) return fillCounted(words.minutes, Math.round(seconds / 60));
  const whole = Math.round(seconds);
  const rest = whole % 60 ? ` ${fillCounted(words.seconds, whole % 60)}` : "";
  return `${fillCounted(words.minutes, Math.floor(whole / 60))}${rest}`;
}

function quoted(text) {
  return /^["'“‘]/.test(text) ? text : `"${text}"`;
}
