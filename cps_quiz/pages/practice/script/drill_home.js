/* The first view: what to practice, and a drill that was cut off. */

function drillHome() {
  const past = pastOf();
  const cut = readDrill();
  const met = DATA.items.filter((item) => past.has(item.id));
  const right = met.filter((item) => !isMiss(past.get(item.id)));
  const standing = fill(SAY.questions_there, { count: DATA.items.length, met: met.length, right: right.length });
  const topics = [["", SAY.all_topics], ...DATA.topics.map((topic) => [topic.id, topic.title])];
  const topic = choice("topic", topics, "");
  const kind = choice("kind", [["", SAY.any_kind], ["missed", SAY.only_missed], ["flagged", SAY.only_flagged]], "");
  const size = choice("size", [5, 10, 20, 50].map((count) => [count, String(count)]), 10);
  const begin = () => beginDrill(wantedItems(topic.value, kind.value, past), Number(size.value), topic.value);
  show({
    part: "drill",
    heading: SAY.practice,
    nodes: [
      paragraph(SAY.welcome), paragraph(standing, "soft"),
      cut ? make("section", { class: "offer" }, paragraph(fill(WORDS.drill.cut_off, placeIn(cut))),
        actions(button(SAY.go_on, () => askNow(cut), { class: "first" }))) : null,
      labelled(SAY.topic, topic), labelled(SAY.which, kind), labelled(SAY.how_many, size), sureChoice(),
      actions(button(cut ? SAY.begin_anew : SAY.start, begin, { class: cut ? "" : "first" })),
    ],
    keys: (key) => {
      if (key === "Enter") (cut ? () => askNow(cut) : begin)();
      else if (key === "n" && cut) begin();
      return key === "Enter" || (key === "n" && Boolean(cut));
    },
  });
}

function flags() {
  const found = recall("flags");
  return Array.isArray(found) ? found : [];
}

function wantedItems(topic, kind, past) {
  const flagged = flags();
  const kinds = {
    "": () => true,
    missed: (item) => past.has(item.id) && isMiss(past.get(item.id)),
    flagged: (item) => flagged.includes(item.id),
  };
  return DATA.items.filter((item) => (!topic || item.topic === topic) && kinds[kind](item));
}

/* Begin a drill of some of the items; one of a `topic` goes on with that topic afterwards. */
function beginDrill(items, size, topic = "") {
  const wanted = askable(items);
  if (!wanted.length) {
    announce(SAY.none_of_this_kind);
    return;
  }
  const seed = freshSeed();
  const chosen = nextItems(wanted, pastOf(), size, seed);
  const drill = {
    id: newId(Date.now()), seed, topic, total: chosen.length, queue: chosen.map((item) => [item.id, 0]),
    answers: [], skipped: [],
  };
  keep("drill", drill);
  askNow(drill);
}
