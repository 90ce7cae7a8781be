/* A drill: questions one by one, feedback after each, a miss once more. It stands in the storage after every move. */

const ONCE_MORE = 1;

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
    answer: (response) => {
      const seconds = (Date.now() - shownAt) / 1000;
      const then = (confidence) => answered(drill, item, order, response, seconds, confidence);
      if (asksSure() && item.kind !== "write") sureView(drill, then);
      else then(null);
    },
  });
  const hint = make("div", { class: "hint", id: "hint", hidden: true });
  const does = {
    h: () => showHint(item, hint),
    w: () => tellBeside(hint, WORDS.drill.why, [paragraph(whyAsked(item, again))]),
    s: () => skipped(drill),
    x: () => asideNow(drill),
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
    button(SAY.why_button, does.w), button(SAY.skip, does.s),
    button(SAY.flag_button, does.f, { id: "flag", "aria-pressed": flagged ? "true" : "false" }),
    button(SAY.aside_button, does.x), button(SAY.undo, does.u), button(SAY.stop, does.q),
    button(SAY.keys_button, keysShown));
}

function showHint(item, place) {
  const hint = textsOf(item).hint;
  if (!hint) {
    announce(WORDS.drill.no_hint);
    return;
  }
  tellBeside(place, WORDS.drill.hint, copies(hint));
}

/* Tell something beside the question, where it stays; it comes into sight, and is read out. */
function tellBeside(place, lead, nodes) {
  place.hidden = false;
  place.replaceChildren(...led(lead, nodes));
  announce(place.innerText, true);
  place.scrollIntoView({ block: "nearest" });
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
