/* A question that is open: its parts as buttons, and what is chosen of them. Drill and exam differ in what they do
   with an answer, not in how it is given. */

/* `given` is the answer so far or null, `answer` is called with what is handed in, and `change`, in an exam, with every
   change. The result has the node, and `pick`, `takeBack` and `handIn` for keys. */
function openQuestion(item, order, given, { answer, change }) {
  if (item.kind === "write") return openWriting(item, answer);
  const open = {
    item, order, answer, change,
    picked: given ? [...(given.chosen || given.arranged)] : [],
    node: make("div", { class: "asked" }),
  };
  open.pick = (at) => pickPart(open, at);
  open.takeBack = () => takeBackPart(open);
  open.handIn = () => handInParts(open);
  open.count = order.length;
  drawParts(open);
  return open;
}

function drawParts(open) {
  const { item, order } = open;
  const found = textsOf(item).parts;
  const list = order.map((index, at) => make("li", {}, partButton(open, index, at, found[index])));
  const how = paragraph(SAY.how[{ one: "single", some: "multiple", order: "order" }[item.kind]], "how");
  open.node.replaceChildren(make("ul", { class: "options", "aria-labelledby": "stem" }, list), how, actionsOf(open));
}

function partButton(open, index, at, text) {
  const place = open.picked.indexOf(index);
  const attributes = { class: "option", "aria-pressed": place >= 0 ? "true" : "false" };
  if (open.item.kind === "one" && !open.change) delete attributes["aria-pressed"];
  const placed = open.item.kind === "order" && place >= 0;
  const lead = placed
    ? [make("span", { class: "letter", "aria-hidden": "true" }, String(place + 1)),
      make("span", { class: "unseen" }, fill(SAY.placed, { place: place + 1 }))]
    : [make("span", { class: "letter" }, LETTERS[at])];
  const row = make("span", { class: "row" }, lead, " ", make("span", { class: "said" }, text));
  return make("button", { type: "button", onclick: () => open.pick(at), ...attributes }, row);
}

/* Buttons below the parts: none for one option of a drill, as that answers at once. */
function actionsOf(open) {
  const back = open.item.kind === "order" ? button(SAY.take_back, open.takeBack) : null;
  const done = open.change || open.item.kind === "one" ? null : button(SAY.hand_in, open.handIn, { class: "first" });
  const clear = open.change && open.picked.length ? button(SAY.clear, () => { open.picked = []; picked(open, 0); }) : null;
  return make("p", { class: "actions" }, done, open.change ? clear : back);
}

function pickPart(open, at) {
  const index = open.order[at];
  if (index === undefined) return;
  if (open.item.kind === "one") open.picked = [index];
  else if (open.item.kind === "order") {
    if (!open.picked.includes(index)) open.picked.push(index);
    else open.picked = open.picked.filter((one) => one !== index);
  } else if (open.picked.includes(index)) open.picked = open.picked.filter((one) => one !== index);
  else open.picked.push(index);
  if (open.item.kind === "one" && !open.change) open.answer(responseOf(open));
  else picked(open, at);
}

function takeBackPart(open) {
  if (open.item.kind === "order") open.picked.pop();
  else open.picked = [];
  picked(open, 0);
}

/* What is chosen has changed: the same button keeps the focus. */
function picked(open, at) {
  const had = open.node.contains(document.activeElement);
  drawParts(open);
  if (had) open.node.querySelectorAll(".option")[at].focus();
  if (open.change) open.change(responseOf(open));
}

/* The response as far as it is complete, else null. */
function responseOf(open) {
  if (open.item.kind === "order") return open.picked.length === open.count ? { arranged: [...open.picked] } : null;
  return open.picked.length ? { chosen: [...open.picked].sort((a, b) => a - b) } : null;
}

function handInParts(open) {
  const response = responseOf(open);
  if (response && open.answer) open.answer(response);
  else if (open.answer) announce(open.item.kind === "order" ? leftToPlace(open) : WORDS.keys.choose_one);
}

function leftToPlace(open) {
  return fill(WORDS.keys.still_to_place, { steps: open.count - open.picked.length });
}

/* An answer in the learner's own words; they tick the points that it makes once they have seen an example. */
function openWriting(item, answer) {
  const node = make("div", { class: "asked" });
  const open = { item, node, count: 0, pick: () => {}, takeBack: () => {} };
  const field = make("textarea", { id: "own-words", rows: 5, "aria-describedby": "own-words-stay" });
  const compare = () => {
    node.replaceChildren(...pointsToTick(item, field.value.trim(), open, answer));
    node.querySelector("input").focus();
  };
  open.handIn = compare;
  node.append(
    paragraph(WORDS.drill.write, "how"),
    make("label", { for: "own-words" }, SAY.your_answer), field,
    make("p", { id: "own-words-stay", class: "soft" }, SAY.your_words),
    make("p", { class: "actions" }, button(SAY.show_example, compare, { class: "first" })),
  );
  return open;
}

function pointsToTick(item, text, open, answer) {
  const found = textsOf(item);
  const boxes = found.parts.map((point, at) => {
    const box = make("input", { type: "checkbox", id: `point-${at}` });
    return { box, row: make("label", { class: "tick", for: `point-${at}` }, box, make("span", {}, `${LETTERS[at]}. ${point}`)) };
  });
  open.count = boxes.length;
  open.pick = (at) => { if (boxes[at]) boxes[at].box.checked = !boxes[at].box.checked; };
  open.handIn = () => {
    const points = boxes.flatMap(({ box }, at) => (box.checked ? [at] : []));
    answer({ written: text, points });
  };
  return [
    ...(text ? led(WORDS.drill.wrote, [make("p", { class: "own" }, text)]) : []),
    ...led(WORDS.feedback.example, copies(found.example)),
    make("fieldset", {}, make("legend", {}, WORDS.drill.points), boxes.map(({ row }) => row)),
    make("p", { class: "actions" }, button(SAY.done, () => open.handIn(), { class: "first" })),
  ];
}
