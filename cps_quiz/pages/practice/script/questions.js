/* The texts of items, topics and approaches. They stand as HTML in the part of the page that is for browsers without
   scripts; with scripts that part is plain text, and a piece of it is read only when it is wanted. */

const PIECES = new Map();
for (const part of document.querySelector("noscript").textContent.split("<article ").slice(1)) {
  PIECES.set(part.slice(4, part.indexOf('"', 4)), `<article ${part}`);
}
const TEXTS = new Map();

function readPiece(id) {
  return new DOMParser().parseFromString(PIECES.get(id), "text/html").querySelector("article");
}

function inside(piece, kind) {
  return [...piece.querySelectorAll(`.${kind}`)].map((found) => [...found.children]);
}

function texts(found) {
  return [...found].map((one) => one.textContent);
}

/* The texts of an item; parts and whys stand in authored order, whatever their order on the page. */
function textsOf(item) {
  if (!TEXTS.has(item.id)) TEXTS.set(item.id, readTexts(item, readPiece(`q${item.number}`)));
  return TEXTS.get(item.id);
}

function readTexts(item, piece) {
  const shown = texts(piece.querySelectorAll(".parts > li"));
  const whys = inside(piece, "why");
  const hint = piece.querySelector(".hint");
  const source = piece.querySelector(".source");
  return {
    scenario: inside(piece, "scenario")[0] || [],
    stem: inside(piece, "stem")[0],
    hint: hint ? [...hint.children].slice(1) : null,
    parts: item.kind === "write" ? texts(piece.querySelectorAll(".points li")) : authored(item, shown),
    whys: item.options ? authored(item, whys) : whys,
    example: inside(piece, "example")[0] || [],
    source: source ? source.textContent : "",
  };
}

function authored(item, shown) {
  const found = [];
  item.order.forEach((index, at) => { found[index] = shown[at]; });
  return found;
}

/* Copies of nodes, to be shown. */
function copies(nodes) {
  return nodes.map((node) => document.importNode(node, true));
}

/* Situation and stem; the stem is what the answers answer. */
function asked(item) {
  const found = textsOf(item);
  const scenario = found.scenario.length ? make("div", { class: "scenario" }, copies(found.scenario)) : null;
  return [scenario, make("div", { class: "stem", id: "stem" }, copies(found.stem))];
}
