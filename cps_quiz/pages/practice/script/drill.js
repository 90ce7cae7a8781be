/* A drill: questions one by one, feedback after each, a miss once more. It stands in the storage after every move. */

const ONCE_MORE = 1;

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
  const begin = () => beginDrill(wantedItems(topic.value, kind.value, past), Number(size.value));
  show({
    part: "drill",
    heading: SAY.practice,
    nodes: [
      paragraph(SAY.welcome), paragraph(standing, "soft"),
      cut ? make("section", { class: "offer" }, paragraph(fill(WORDS.drill.cut_off, placeIn(cut))),
        actions(button(SAY.go_on, () => askNow(cut), { class: "first" }))) : null,
      labelled(SAY.topic, topic), labelled(SAY.which, kind), labelled(SAY.how_many, size),
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

function beginDrill(items, size) {
  if (!items.length) {
    announce(SAY.none_of_this_kind);
    return;
  }
  const seed = freshSeed();
  const chosen = nextItems(items, pastOf(), size, seed);
  const drill = {
    id: newId(Date.now()), seed, total: chosen.length, queue: chosen.map((item) => [item.id, 0]),
    answers: [], skipped: [], flagged: [],
  };
  keep("drill", drill);
  askNow(drill);
}

/* The drill that was cut off, without questions that this page does not have; null when nothing is left of it. */
function readDrill() {
  const drill = recall("drill");
  const sound = drill && Array.isArray(drill.queue) && Array.isArray(drill.answers) && Array.isArray(drill.skipped);
  if (!sound) return null;
  const queue = drill.queue.filter(([id]) => ITEMS.has(id));
  return queue.length ? { ...drill, queue } : null;
}

function answersOf(drill) {
  return drill.answers.map(({ id }) => recall(`answer/${id}`)).filter((entry) => entry && ITEMS.has(entry.item));
}

function placeIn(drill) {
  const met = new Set([...answersOf(drill).map((entry) => entry.item), ...drill.skipped]);
  if (drill.queue.length) met.add(drill.queue[0][0]);
  return { number: met.size, total: drill.total };
}

function rightSoFar(drill) {
  const count = answersOf(drill).filter((entry) => !entry.again && entry.score === 1 && !entry.self_assessed).length;
  return fill(WORDS.drill.right_so_far, { count });
}

function drillHeading(drill, item, again) {
  const where = again ? WORDS.drill.once_more : fill(WORDS.drill.question, placeIn(drill));
  return `${where}. ${topicTitle(item.topic)}.`;
}

/* Ask the first question of the queue, or sum up when there is none. */
function askNow(drill) {
  if (!drill.queue.length) {
    drillSummary(drill);
    return;
  }
  const [id, again] = drill.queue[0];
  const item = ITEMS.get(id);
  const order = shownOrder(item, drill.seed, again);
  const shownAt = Date.now();
  const known = pastOf().get(id);
  const open = openQuestion(item, order, null, {
    answer: (response) => answered(drill, item, order, response, (Date.now() - shownAt) / 1000),
  });
  const hint = make("div", { class: "hint", id: "hint", hidden: true });
  const does = {
    h: () => showHint(item, hint),
    s: () => skipped(drill),
    f: () => flagNow(drill, item),
    u: () => undone(drill),
    q: () => drillSummary(drill),
  };
  show({
    part: "drill",
    heading: drillHeading(drill, item, again),
    nodes: [
      progressBar(drill),
      known && known.key !== item.prints[1] ? paragraph(WORDS.drill.changed, "behind") : null,
      asked(item), hint, open.node, toolbar(drill, item, does),
    ],
    keys: (key) => askedKey(key, open, does),
  });
}

function askedKey(key, open, does) {
  const at = placeOf(key, open.count);
  if (at >= 0) open.pick(at);
  else if (key === "Backspace") open.takeBack();
  else if (key === "Enter" && open.item.kind !== "one") open.handIn();
  else if (Object.hasOwn(does, key.toLowerCase())) does[key.toLowerCase()]();
  else return false;
  return true;
}

function progressBar(drill) {
  const { number, total } = placeIn(drill);
  return make("p", { class: "bar" },
    make("progress", { max: total, value: number - 1, "aria-label": SAY.progress }), make("span", {}, rightSoFar(drill)));
}

function toolbar(drill, item, does) {
  const flagged = flags().includes(item.id);
  return make("p", { class: "tools" },
    textsOf(item).hint ? button(SAY.hint_button, does.h, { "aria-controls": "hint" }) : null,
    button(SAY.skip, does.s),
    button(SAY.flag_button, does.f, { id: "flag", "aria-pressed": flagged ? "true" : "false" }),
    button(SAY.undo, does.u), button(SAY.stop, does.q), button(SAY.keys_button, keysShown));
}

function showHint(item, place) {
  const hint = textsOf(item).hint;
  if (!hint) {
    announce(WORDS.drill.no_hint);
    return;
  }
  place.hidden = false;
  place.replaceChildren(...led(WORDS.drill.hint, copies(hint)));
  announce(`${WORDS.drill.hint} ${hint.map((node) => node.textContent).join(" ")}`, true);
}

function flagNow(drill, item) {
  const before = flags();
  const had = before.includes(item.id);
  keep("flags", had ? before.filter((id) => id !== item.id) : [...before, item.id]);
  const flag = document.getElementById("flag");
  if (flag) flag.setAttribute("aria-pressed", had ? "false" : "true");
  announce(had ? WORDS.drill.effects.unflagged : WORDS.drill.effects.flagged);
}

function skipped(drill) {
  const next = { ...drill, queue: drill.queue.slice(1), skipped: [...drill.skipped, drill.queue[0][0]] };
  keep("drill", next);
  askNow(next);
  announce(WORDS.drill.skipped);
}

/* Keep the answer, then explain it; a miss comes back after a few other questions. */
function answered(drill, item, order, response, seconds) {
  const [[, again], ...rest] = drill.queue;
  const entry = entryOf(item, response, {
    attempt: drill.id, again, seed: drill.seed, seconds: seconds > 1800 ? null : Math.round(seconds * 10) / 10,
  });
  keepEntry(entry);
  if (isMiss(entry) && again < ONCE_MORE) {
    rest.splice(Math.min(SETTINGS.gap, rest.length), 0, [item.id, again + 1]);
  }
  const next = { ...drill, queue: rest, answers: [...drill.answers, { id: entry.id, queue: drill.queue }] };
  keep("drill", next);
  explainNow(next, item, order, entry);
}

function verdictOf(item, entry) {
  const words = WORDS.drill;
  const points = partCount(item);
  if (entry.self_assessed) return fill(words.ticked, { made: rounded(entry.score * points), points });
  if (entry.score === 1) return entry.again ? words.right_again : words.right;
  if (entry.score) return fill(words.partly, { share: percent(entry.score) });
  return chosenOf(entry.response).length > 1 ? words.several_wrong : words.wrong;
}

function explainNow(drill, item, order, entry) {
  const others = otherSituations(item);
  const next = () => askNow(drill);
  const does = {
    enter: next, n: next, u: () => undone(drill), f: () => flagNow(drill, item), q: () => drillSummary(drill),
    v: () => { if (others) { others.open = !others.open; others.querySelector("summary").focus(); } },
  };
  const approaches = [...new Set(tempted(item, entry.response))].filter((id) => APPROACHES.has(id));
  show({
    part: "drill",
    heading: verdictOf(item, entry),
    nodes: [
      make("details", { class: "again" }, make("summary", {}, drillHeading({ ...drill, queue: [] }, item, entry.again)), asked(item)),
      explanation(item, order, entry.response), others,
      make("p", { class: "tools" },
        button(SAY.flag_button, does.f, { id: "flag", "aria-pressed": flags().includes(item.id) ? "true" : "false" }),
        button(SAY.undo, does.u), button(SAY.stop, does.q),
        approaches.map((id) => button(fill(SAY.see_approach, { name: approachName(id) }), () => approachView(id, () => explainNow(drill, item, order, entry))))),
      make("p", { class: "actions onward" }, button(SAY.next, next, { class: "first" })),
    ],
    keys: (key) => {
      const wanted = key.toLowerCase();
      if (!Object.hasOwn(does, wanted)) return false;
      does[wanted]();
      return true;
    },
  });
  const [first] = item.options ? shownByChoices(item, entry.response) : [];
  announce(first ? first[0] : rightSoFar(drill), Boolean(first));
}

function undone(drill) {
  const last = drill.answers.at(-1);
  if (!last) {
    announce(WORDS.drill.effects.nothing_to_undo);
    return;
  }
  undoEntry(last.id);
  const before = { ...drill, queue: last.queue.filter(([id]) => ITEMS.has(id)), answers: drill.answers.slice(0, -1) };
  before.skipped = before.skipped.filter((id) => !before.queue.some(([waiting]) => waiting === id));
  keep("drill", before);
  askNow(before);
  announce(WORDS.drill.effects.undone);
}

/* What the drill showed: repeats and self-assessed answers are no part of the score. */
function drillSummary(drill) {
  drop("drill");
  const words = WORDS.drill;
  const entries = answersOf(drill);
  const first = entries.filter((entry) => !entry.again && !entry.self_assessed);
  const right = first.filter((entry) => entry.score === 1).length;
  const met = new Set([...entries.map((entry) => entry.item), ...drill.skipped]);
  const details = {
    mended: new Set(entries.filter((entry) => entry.again && entry.score === 1).map((entry) => entry.item)).size,
    reflected: entries.filter((entry) => entry.self_assessed).length,
    skips: drill.skipped.length,
    unmet: drill.total - met.size,
  };
  const hits = mostFirst(entries.flatMap((entry) => tempted(ITEMS.get(entry.item), entry.response)));
  const topics = grouped(first, (entry) => entry.topic).map((found) => fill(words.topic_score, {
    topic: topicTitle(found[0].topic), right: found.filter((entry) => entry.score === 1).length, asked: found.length,
  }));
  const missed = [...new Set(first.filter((entry) => entry.score < 1).map((entry) => entry.item))];
  show({
    part: "drill",
    heading: first.length ? fillCounted(words.score, first.length, { right, asked: first.length, share: percent(right / first.length) }) : words.no_score,
    nodes: [
      topics.length ? make("ul", {}, topics.map((text) => make("li", {}, text))) : null,
      Object.entries(details).filter(([, count]) => count).map(([name, count]) => paragraph(fill(words.details[name], { count }))),
      hits.length ? [make("h2", {}, words.tempted), make("ul", {}, hits.slice(0, 3).map(([id, times]) => make("li", {},
        button(fillCounted(words.tempting, times, { name: approachName(id), times }), () => approachView(id, drillHome), { class: "link" }))))].flat() : null,
      make("h2", {}, words.what_next),
      actions(
        button(SAY.one_more, () => beginDrill(DATA.items, drill.total || 10), { class: "first" }),
        missed.length ? button(SAY.drill_misses, () => beginDrill(missed.map((id) => ITEMS.get(id)), missed.length)) : null,
        button(SAY.read_notes, notesHome)),
    ],
    keys: (key) => {
      if (key === "Enter") beginDrill(DATA.items, drill.total || 10);
      return key === "Enter";
    },
  });
}

/* Pairs of a name and how often it stands in `list`, the most often first. */
function mostFirst(list) {
  const counts = new Map();
  for (const name of list) counts.set(name, (counts.get(name) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
