/* Study notes, approaches, and a search through both and the questions that were met. */

function notesHome() {
  const field = make("input", { id: "search", type: "search", autocomplete: "off" });
  const found = make("div", { id: "found" });
  field.addEventListener("input", () => showFound(field.value, found));
  show({
    part: "notes",
    heading: SAY.notes,
    nodes: [
      labelled(SAY.search_for, field), found,
      make("h2", {}, SAY.topics),
      make("ul", { class: "plain" }, DATA.topics.map((topic) => make("li", {}, button(topic.title, () => topicView(topic.id), { class: "wide" })))),
      make("h2", {}, SAY.approaches),
      make("ul", { class: "plain" }, DATA.approaches.map((known) => make("li", {},
        button(known.name, () => approachView(known.id, notesHome), { class: "wide" })))),
    ],
  });
}

function topicView(id) {
  const topic = TOPICS.get(id);
  const piece = readPiece(`t${topic.number}`);
  const [summary] = inside(piece, "summary");
  const aims = [...piece.querySelectorAll(".aim")].map((aim) => [
    make("h2", {}, aim.querySelector("summary").textContent), ...copies([...aim.children].slice(1))]);
  show({
    part: "notes",
    heading: topic.title,
    nodes: [copies(summary), aims.flat(), actions(
      button(SAY.practice, () => beginDrill(wantedItems(id, "", pastOf()), 10, id), { class: "first" }), button(SAY.back, notesHome))],
    keys: backKeys(notesHome),
  });
}

function backKeys(back) {
  return (key) => {
    if (key !== "Backspace" && key !== "q") return false;
    back();
    return true;
  };
}

/* All about an approach, and the questions in which it tempts or is named. */
function approachView(id, back) {
  const known = APPROACHES.get(id);
  if (!known) return;
  const [full] = inside(readPiece(`a${known.number}`), "full");
  const items = DATA.items.filter((item) => exercised(item).has(id));
  show({
    part: VIEW.part,
    heading: known.name,
    nodes: [copies(full), actions(
      items.length ? button(SAY.drill_approach, () => beginDrill(items, 10), { class: "first" }) : null, button(SAY.back, back))],
    keys: backKeys(back),
  });
}

const MOST_FOUND = 50;
const PLAIN = new Map();
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/* The words of a piece, to be searched and not shown: a thousand pieces would take seconds to read as HTML. */
function plainOf(id) {
  if (!PLAIN.has(id)) {
    const text = PIECES.get(id).replace(/<[^>]*>/g, " ").replace(/&(amp|lt|gt|quot|#x27);/g, (_, name) => ENTITIES[name]);
    PLAIN.set(id, text.toLowerCase());
  }
  return PLAIN.get(id);
}

/* Whether a piece holds every word. */
function holds(id, words) {
  return words.every((word) => plainOf(id).includes(word));
}

function searchFor(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return null;
  const topics = DATA.topics.filter((topic) => holds(`t${topic.number}`, words))
    .map((topic) => ({ title: () => topic.title, open: () => topicView(topic.id) }));
  const approaches = DATA.approaches.filter((known) => holds(`a${known.number}`, words))
    .map((known) => ({ title: () => known.name, open: () => approachView(known.id, notesHome) }));
  const past = pastOf();
  const questions = DATA.items.filter((item) => past.has(item.id) && holds(`q${item.number}`, words))
    .map((item) => ({ title: () => `${SAY.met_question}: ${stemOf(item)}`, open: () => itemView(item) }));
  return [...topics, ...approaches, ...questions];
}

function stemOf(item) {
  return textsOf(item).stem.map((node) => node.textContent).join(" ");
}

function showFound(query, place) {
  const found = searchFor(query);
  place.replaceChildren();
  if (found === null) {
    announce("");
    return;
  }
  announce(found.length ? fill(SAY.found, { count: found.length }) : SAY.nothing_found);
  place.append(make("ul", { class: "plain" }, found.slice(0, MOST_FOUND).map(({ title, open }) =>
    make("li", {}, button(title(), open, { class: "wide" })))));
}

/* A question that was met, with its last answer and everything explained. */
function itemView(item) {
  const last = pastOf().get(item.id);
  const order = shownOrder(item, last.seed, last.again);
  show({
    part: "notes",
    heading: topicTitle(item.topic),
    nodes: [asked(item), explanation(item, order, sameQuestion(item, last) ? last.response : null), otherSituations(item),
      actions(button(SAY.back, notesHome, { class: "first" }))],
    keys: backKeys(notesHome),
  });
}

function sameQuestion(item, entry) {
  return entry.fingerprint === item.prints[0];
}
