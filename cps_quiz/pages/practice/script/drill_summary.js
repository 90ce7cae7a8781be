/* The end of a drill. */

/* What the drill showed: repeats and self-assessed answers are no part of the score. */
function drillSummary(drill) {
  drop("drill");
  const entries = answersOf(drill);
  const first = firstTries(entries);
  const again = () => beginDrill(wantedItems(drill.topic || "", "", pastOf()), drill.total || 10, drill.topic);
  const missed = [...new Set(first.filter((entry) => entry.score < 1).map((entry) => entry.item))];
  show({
    part: "drill",
    heading: summaryHeading(entries, first),
    nodes: [
      topicScores(first), summaryDetails(drill, entries, first), temptedMost(drill, entries),
      make("h2", {}, WORDS.drill.what_next),
      actions(
        button(SAY.one_more, again, { class: "first" }),
        missed.length ? button(SAY.drill_misses, () => beginDrill(missed.map((id) => ITEMS.get(id)), missed.length)) : null,
        button(SAY.read_notes, notesHome)),
    ].flat(),
    keys: (key) => {
      if (key === "Enter") again();
      return key === "Enter";
    },
  });
}

function rightOf(entries) {
  return entries.filter((entry) => entry.score === 1).length;
}

/* The score; without one, the work that has none. */
function summaryHeading(entries, first) {
  const asked = first.length;
  const right = rightOf(first);
  if (!asked) return entries.length ? inOwnWords(entries) : WORDS.drill.nothing_answered;
  return fillCounted(WORDS.drill.score, asked, { right, asked, share: percent(right / asked) });
}

function topicScores(first) {
  const rows = grouped(first, (entry) => entry.topic).map((found) => make("li", {}, fill(WORDS.drill.topic_score, {
    topic: topicTitle(found[0].topic), right: rightOf(found), asked: found.length,
  })));
  return rows.length ? make("ul", {}, rows) : null;
}

function inOwnWords(entries) {
  const count = entries.filter((entry) => entry.self_assessed).length;
  return count ? fillCounted(WORDS.drill.in_own_words, count, { count }) : "";
}

/* Sentences on what else happened; empty ones left out. */
function summaryDetails(drill, entries, first) {
  const met = new Set([...entries.map((entry) => entry.item), ...drill.skipped]);
  const counts = {
    mended: new Set(entries.filter((entry) => entry.again && entry.score === 1).map((entry) => entry.item)).size,
    skips: drill.skipped.length,
    unmet: drill.total - met.size,
  };
  const told = Object.entries(counts).filter(([, count]) => count)
    .map(([name, count]) => fill(WORDS.drill.details[name], { count }));
  return [first.length ? inOwnWords(entries) : "", ...told].filter(Boolean).map((sentence) => paragraph(sentence));
}

/* The approaches that were met most often, three at most. */
function temptedMost(drill, entries) {
  const hits = mostFirst(entries.flatMap((entry) => tempted(ITEMS.get(entry.item), entry.response)));
  if (!hits.length) return [];
  const back = () => drillSummary(drill);
  return [make("h2", {}, WORDS.drill.tempted), linkList(hits.slice(0, 3).map(([id, times]) => [
    fillCounted(WORDS.drill.tempting, times, { name: approachName(id), times }), () => approachView(id, back)]))];
}

/* Pairs of a name and how often it stands in `list`, the most often first. */
function mostFirst(list) {
  const counts = new Map();
  for (const name of list) counts.set(name, (counts.get(name) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
