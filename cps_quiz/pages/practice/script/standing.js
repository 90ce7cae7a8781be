/* How it goes: topics, approaches that tempt, what is taken for what, exams, the streak. */

function standingView() {
  const found = totals();
  const exams = allExams();
  show({
    part: "progress",
    heading: SAY.progress,
    nodes: found.answers || exams.length ? [
      make("p", {}, make("strong", {}, `${SAY.streak_title}: `), streakSentence(found.days)),
      topicsTable(), temptingPart(found.misconceptions), confusedPart(found.confusions),
      surePart(found.calibration), examsPart(exams),
    ].flat() : [paragraph(SAY.nothing_yet), actions(button(SAY.start, drillHome, { class: "first" }))],
  });
}

function streakSentence(days) {
  const streak = WORDS.progress.streak;
  const count = streakOf(days, Date.now());
  const answers = days[dayOf(Date.now())] || 0;
  if (!count) return `${streak.none}.`;
  return `${fill(streak[`${Math.min(count, 2)}_${Math.min(answers, 2)}`], { days: count, answers })}.`;
}

function topicsTable() {
  const past = pastOf();
  const rows = DATA.topics.map((topic) => {
    const items = DATA.items.filter((item) => item.topic === topic.id);
    const met = items.filter((item) => past.has(item.id));
    const right = met.filter((item) => !isMiss(past.get(item.id)));
    return make("tr", {}, make("th", { scope: "row" }, topic.title),
      make("td", { class: "number" }, `${met.length} / ${items.length}`),
      make("td", { class: "number" }, met.length ? `${right.length} (${percent(right.length / met.length)})` : "–"));
  });
  const heads = [SAY.topic_part, SAY.met_part, SAY.right_part].map((text, at) =>
    make("th", { scope: "col", class: at ? "number" : "" }, text));
  return [make("h2", {}, SAY.by_topic), make("table", {}, make("thead", {}, make("tr", {}, heads)), make("tbody", {}, rows))];
}

function temptingPart(all) {
  const chosen = all.filter((one) => one.chosen);
  const words = WORDS.progress;
  const rows = chosen.map((one) => {
    const trend = trendOf(one);
    const values = { name: approachName(one.misconception), chosen: one.chosen, offered: one.offered };
    const text = trend === "same" ? fillCounted(words.same, one.offered, values) : fill(words[trend], values);
    return [text, APPROACHES.has(one.misconception) ? () => approachView(one.misconception, standingView) : null];
  });
  return [make("h2", {}, words.tempting), rows.length ? linkList(rows) : paragraph(words.nothing_tempted)];
}

function confusedPart(found) {
  if (!found.length) return [];
  const rows = found.map((one) => make("li", {}, fillCounted(WORDS.progress.confused, one.of, {
    meant: approachName(one.meant), taken: approachName(one.taken), times: one.times, of: one.of,
  })));
  return [make("h2", {}, WORDS.progress.confusions), make("ul", {}, rows)];
}

function surePart(found) {
  if (!found.length) return [];
  const rows = found.map((one) => make("li", {}, fillCounted(WORDS.progress.right_when, one.asked, one)));
  return [make("h2", {}, WORDS.progress.right_when_title), make("ul", {}, rows)];
}

function examsPart(exams) {
  if (!exams.length) return [];
  const rows = exams.map((line) => [`${line.record.day}: ${scoreSentence(line)}`, () => resultView(line)]);
  return [make("h2", {}, WORDS.progress.mock_exams), linkList(rows)];
}
