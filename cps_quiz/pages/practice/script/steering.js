/* What is shown, what is announced, and which keys mean what. */

const VIEW = { keys: null, leave: null, part: "" };

/* Show a view: its heading gets the focus, so that reading begins there, but for the first view of all. `keys` maps a pressed key to true if it meant
   something; `leave` is called when another view takes its place. */
function show({ part, heading, nodes, keys = null, leave = null }) {
  const isFirst = VIEW.part === "";
  if (VIEW.leave && VIEW.leave !== leave) VIEW.leave();
  Object.assign(VIEW, { keys, leave, part });
  const title = make("h1", { tabindex: "-1", id: "heading" }, heading);
  document.getElementById("main").replaceChildren(title, ...nodes.flat().filter(Boolean));
  for (const one of document.querySelectorAll("nav button")) {
    if (one.dataset.part === part) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
  announce("");
  if (!isFirst) focusOn(title);
}

function focusOn(node) {
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "start" });
}

/* Say something: it is shown, and read out by a screen reader; read out alone where the view shows it already. */
function announce(text, shownAlready = false) {
  const status = document.getElementById("status");
  status.classList.toggle("unseen", shownAlready);
  status.textContent = text;
}

function lettersSteer() {
  return recall("letters") !== false;
}

function isTyping(target) {
  return target.matches("textarea, select, input:not([type=checkbox])");
}

/* Keys as in the terminal. Where one writes, and with a key like Ctrl held, they are the browser's. */
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || (event.key.length === 1 && !lettersSteer())) return;
  if (event.key === " " || (event.key === "Enter" && event.target.closest("button, summary, a"))) return;
  if (event.key === "?" && keysShown()) event.preventDefault();
  else if (VIEW.keys && VIEW.keys(event.key)) event.preventDefault();
});

/* The place that a letter or digit stands for among `count` parts, or -1. */
function placeOf(key, count) {
  if (key.length !== 1) return -1;
  const letter = LETTERS.indexOf(key);
  const place = letter >= 0 ? letter : "123456".indexOf(key);
  return place < count ? place : -1;
}

/* The keys of the present view, in a dialog. */
function keysShown() {
  const rows = VIEW.part !== "exam" ? [...WORDS.keys.drill, WORDS.keys.set]
    : EXAM.state && EXAM.state.settings.certainty ? WORDS.keys.exam_sure : WORDS.keys.exam;
  const list = make("dl", { class: "keys" }, rows.flatMap(([key, meaning]) => [
    make("dt", {}, key), make("dd", {}, meaning)]));
  const before = document.activeElement;
  const dialog = make("dialog", { "aria-labelledby": "keys-title" });
  dialog.append(make("h2", { id: "keys-title" }, SAY.keys_title), list,
    make("p", { class: "actions" }, button(SAY.close, () => dialog.close(), { class: "first" })));
  dialog.addEventListener("close", () => {
    dialog.remove();
    before.focus();
  });
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.getElementById("main").append(dialog);
  dialog.showModal();
  return true;
}

/* Two or more buttons in a row. */
function actions(...buttons) {
  return make("p", { class: "actions" }, buttons);
}

function labelled(label, field) {
  return make("p", { class: "field" }, make("label", { for: field.id }, label), field);
}

/* A choice of several: pairs of value and text. */
function choice(id, pairs, chosen) {
  return make("select", { id }, pairs.map(([value, text]) =>
    make("option", { value, selected: String(value) === String(chosen) }, text)));
}

/* A list of sentences that each lead somewhere: pairs of a text and what opens it, or null. */
function linkList(rows) {
  return make("ul", {}, rows.map(([text, open]) => make("li", {}, open ? button(text, open, { class: "link" }) : text)));
}
