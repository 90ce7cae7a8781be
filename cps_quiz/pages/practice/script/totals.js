/* Sums over the log, as the program counts them: first tries that it scored, by day, approach and confusion. */

function firstTries(entries) {
  return entries.filter((entry) => !entry.again && !entry.self_assessed);
}

/* Answers, first tries, right ones, days, approaches, confusions, and how often each certainty was right. */
function totals() {
  const entries = allEntries();
  const first = firstTries(entries);
  const days = new Map();
  for (const entry of entries) days.set(entry.day, (days.get(entry.day) || 0) + 1);
  return {
    answers: entries.length,
    asked: first.length,
    right: first.filter((entry) => entry.score === 1).length,
    days: Object.fromEntries(days),
    misconceptions: leanings(first),
    confusions: confusions(first),
    calibration: calibration(first),
  };
}

/* For each approach how often it was offered and chosen, in all and of late, the most often chosen first. */
function leanings(first) {
  const since = dayOf(Date.now() - SETTINGS.recent_days * 86400000);
  const found = new Map();
  for (const entry of first) {
    const chosen = entry.chosen.map(([, id]) => id);
    for (const id of entry.offered) {
      const one = found.get(id) || { misconception: id, offered: 0, chosen: 0, offered_lately: 0, chosen_lately: 0 };
      const times = chosen.filter((other) => other === id).length;
      one.offered += 1;
      one.chosen += times;
      if (entry.day >= since) {
        one.offered_lately += 1;
        one.chosen_lately += times;
      }
      found.set(id, one);
    }
  }
  return [...found.values()].sort((a, b) => b.chosen - a.chosen || (a.misconception < b.misconception ? -1 : 1));
}

/* For each certainty that was said how often, and how often the answer was right. */
function calibration(first) {
  return SURE.map((word) => [word, first.filter((entry) => entry.confidence === word)]).filter(([, list]) => list.length)
    .map(([word, list]) => ({ certainty: word, asked: list.length, right: list.filter((entry) => entry.score === 1).length }));
}

/* Which approach was taken for which: times, of how often both were on offer. */
function confusions(first) {
  const found = new Map();
  for (const entry of first) {
    const [meant, ...others] = entry.offered_names;
    const taken = entry.labels.filter(([kind]) => kind === "names").map(([, id]) => id);
    for (const other of others) {
      const name = JSON.stringify([meant, other]);
      const one = found.get(name) || { meant, taken: other, times: 0, of: 0 };
      one.of += 1;
      one.times += taken.includes(other) ? 1 : 0;
      found.set(name, one);
    }
  }
  return [...found.values()].filter((one) => one.times).sort((a, b) => b.times - a.times || a.of - b.of);
}

/* Less or more of late, where there is enough to tell. */
function trendOf(one) {
  const offered = one.offered - one.offered_lately;
  if (Math.min(offered, one.offered_lately) < SETTINGS.fewest_offers) return "same";
  const change = one.chosen_lately / one.offered_lately - (one.chosen - one.chosen_lately) / offered;
  if (Math.abs(change) < WORDS.progress.change) return "same";
  return change < 0 ? "less" : "more";
}

/* Days of practice in a row up to today; a day that has only begun does not break it. */
function streakOf(days, now) {
  const before = (count) => {
    const date = new Date(now);
    date.setHours(12);
    date.setDate(date.getDate() - count);
    return dayOf(date.getTime());
  };
  const start = days[before(0)] ? 0 : 1;
  let count = 0;
  while (days[before(start + count)]) count += 1;
  return count;
}
