/* What follows an answer of a drill: it is kept, then explained, and can be taken back. */

/* Keep the answer, then explain it; a miss comes back after a few other questions. */
function answered(drill, item, order, response, seconds, confidence = null) {
  const [[, again], ...rest] = drill.queue;
  const entry = entryOf(item, response, {
    attempt: drill.id, again, confidence, seed: drill.seed, seconds: seconds > 1800 ? null : Math.round(seconds * 10) / 10,
  });
  keepEntry(entry);
  if (isMiss(entry) && again < ONCE_MORE) {
    rest.splice(Math.min(SETTINGS.gap, rest.length), 0, [item.id, again + 1]);
  }
  const next = { ...drill, queue: rest, answers: [...drill.answers, { id: entry.id, queue: drill.queue }] };
  keep("drill", next);
  explainNow(next, item, order, entry);
}

/* How many of several right options were chosen, in words; "" where that is none, or there is one. */
function someRight(item, entry) {
  const key = item.options ? keyOf(item) : [];
  const right = key.filter((index) => chosenOf(entry.response).includes(index)).length;
  if (key.length < 2 || !right) return "";
  const { numbers, half_right, some_right } = WORDS.drill;
  return fill(2 * right === key.length ? half_right : some_right, { right: numbers[right], of: numbers[key.length] });
}

function verdictOf(item, entry) {
  const words = WORDS.drill;
  const points = partCount(item);
  if (entry.self_assessed) return fill(words.ticked, { made: rounded(entry.score * points), points });
  if (entry.score === 1) return entry.again ? words.right_again : words.right;
  if (someRight(item, entry)) return someRight(item, entry);
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
      make("p", { class: "actions onward" }, button(SAY.next, next, { class: "first" })),
      make("p", { class: "tools" },
        button(SAY.flag_button, does.f, { id: "flag", "aria-pressed": flags().includes(item.id) ? "true" : "false" }),
        button(SAY.undo, does.u), button(SAY.stop, does.q),
        approaches.map((id) => button(fill(SAY.see_approach, { name: approachName(id) }), () => approachView(id, () => explainNow(drill, item, order, entry))))),
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
