/* What a mock exam showed, made from what is kept of it alone; then the walk through its questions. */

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/* The sentences of a result: the score, what it is worth, and how the exam went. */
function headlines({ record }) {
  const words = WORDS.result;
  const { outcomes, settings } = record;
  const asked = outcomes.length;
  const right = outcomes.filter((one) => one.right).length;
  const [low, high] = wilson(right, asked);
  const chance = outcomes.reduce((sum, one) => sum + one.chance, 0) / asked;
  const open = outcomes.filter((one) => one.response === null).length;
  const short = Math.ceil((settings.target * asked) / 100) - right;
  const missed = 100 * high >= settings.target ? words.target_close : words.target_missed;
  const target = { target: settings.target };
  return [
    100 * right >= settings.target * asked ? fill(words.target_met, target) : fillCounted(missed, short, target),
    fill(words.worth, { low: percent(low), high: percent(high), chance: percent(chance) }),
    record.ending === SETTINGS.endings.time ? words.time_up : "",
    open ? fillCounted(words.left_open, open) : "",
    timeSentence(record),
    record.breaks.taken ? fillCounted(words.breaks, record.breaks.taken, { time: spoken(record.breaks.seconds) }) : "",
  ].filter(Boolean);
}

function scoreSentence({ record }) {
  const asked = record.outcomes.length;
  const right = record.outcomes.filter((one) => one.right).length;
  return fillCounted(WORDS.result.score, asked, { right, asked, share: percent(right / asked) });
}

function timeSentence(record) {
  const times = record.outcomes.filter((one) => one.response !== null).map((one) => one.seconds);
  const values = { spent: spoken(record.spent), given: timeGiven(record.settings) };
  if (!times.length) return record.settings.seconds === null ? "" : fill(WORDS.result.time_unused, values);
  const sentence = record.settings.seconds === null ? WORDS.result.time_free : WORDS.result.time;
  return fill(sentence, { ...values, each: spoken(median(times)) });
}

/* Right answers by topic, level and aim, the lowest share of an aim first. */
function resultGroups({ record }) {
  const part = (nameOf) => grouped(record.outcomes.filter((one) => nameOf(one) !== null), nameOf)
    .map((found) => ({ name: nameOf(found[0]), right: found.filter((one) => one.right).length, asked: found.length }));
  const [topics, levels, aims] = WORDS.result.groups;
  const order = Object.keys(SETTINGS.levels);
  const byAim = part((one) => (one.objective ? objectiveTitle(one.objective) : null));
  return [
    [topics, part((one) => topicTitle(one.topic))],
    [levels, part((one) => one.level).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))],
    [aims, byAim.sort((a, b) => a.right / a.asked - b.right / b.asked || b.asked - a.asked || (a.name < b.name ? -1 : 1))],
  ].filter(([, parts]) => parts.length);
}

function missesInCommon({ record }) {
  const misses = record.outcomes.filter((one) => one.response !== null && !one.right);
  const hits = mostFirst(misses.flatMap((one) => [...new Set(one.tempted)]));
  return hits.map(([id, count]) => [id, misses.length > 1
    ? fill(WORDS.result.misses, { name: approachName(id), count, misses: misses.length })
    : fill(WORDS.result.one_miss, { name: approachName(id) })]);
}

function partRow({ name, right, asked }) {
  const few = asked < WORDS.result.fewest ? WORDS.result.few : "";
  return make("li", {}, `${fill(WORDS.drill.topic_score, { topic: name, right, asked }).replace(/\.$/, "")}${few}.`);
}

function resultView(line) {
  const { outcomes } = line.record;
  const same = outcomes.map((one, at) => ({ ...one, at }))
    .filter((one) => ITEMS.has(one.item) && ITEMS.get(one.item).prints[0] === one.print);
  const missed = same.filter((one) => !one.right);
  const flagged = same.filter((one) => one.flagged);
  const walk = (list) => () => walkThrough(line, list, 0);
  const common = missesInCommon(line);
  show({
    part: "exam",
    heading: scoreSentence(line),
    nodes: [
      headlines(line).map((text) => paragraph(text)),
      actions(
        missed.length ? button(fill(SAY.see_missed, { count: missed.length }), walk(missed), { class: "first" }) : null,
        flagged.length ? button(fill(SAY.see_flagged, { count: flagged.length }), walk(flagged)) : null,
        same.length ? button(SAY.see_all, walk(same)) : null,
        missed.length ? button(SAY.drill_misses, () => beginDrill(missed.map((one) => ITEMS.get(one.item)), missed.length)) : null),
      common.length ? make("h2", {}, WORDS.result.tempted) : null,
      common.length ? linkList(common.map(([id, text]) => [text, () => approachView(id, () => resultView(line))])) : null,
      resultGroups(line).flatMap(([title, parts]) => [make("h2", {}, title), make("ul", {}, parts.map(partRow))]),
      paragraph(WORDS.result.few_note, "soft"), certaintyPart(line),
    ],
    keys: (key) => {
      const does = { m: missed, f: flagged, a: same };
      if (key === "d" && missed.length) beginDrill(missed.map((one) => ITEMS.get(one.item)), missed.length);
      else if (key === "q") examHome();
      else if (does[key] && does[key].length) walk(does[key])();
      else return false;
      return true;
    },
  });
}

function certaintyPart(line) {
  const said = certaintySentences(line);
  return said.length ? [make("h2", {}, WORDS.result.how_sure), make("ul", {}, said.map((text) => make("li", {}, text)))] : null;
}

function examVerdict(item, one) {
  const words = WORDS.exam;
  if (one.response === null) return words.open_verdict;
  if (one.right) return words.right;
  return scoreOf(item, one.response) ? words.partly : words.wrong;
}

/* One question after the other, each explained. */
function walkThrough(line, list, step) {
  const one = list[step];
  const item = ITEMS.get(one.item);
  const order = shownOrder(item, line.record.seed, 0);
  const to = (at) => () => (at >= list.length ? resultView(line) : walkThrough(line, list, Math.max(0, at)));
  const does = { enter: to(step + 1), n: to(step + 1), arrowright: to(step + 1), p: to(step - 1), arrowleft: to(step - 1), backspace: to(step - 1), q: () => resultView(line) };
  show({
    part: "exam",
    heading: `${fill(WORDS.exam.question, { number: one.at + 1 })}. ${examVerdict(item, one)}`,
    nodes: [
      asked(item), explanation(item, order, one.response), otherSituations(item),
      make("p", { class: "actions onward" }, button(SAY.previous, does.p, { disabled: step === 0 }),
        button(SAY.next, does.n, { class: "first" }), button(SAY.to_result, does.q)),
    ],
    keys: (key) => {
      if (!Object.hasOwn(does, key.toLowerCase())) return false;
      does[key.toLowerCase()]();
      return true;
    },
  });
}
