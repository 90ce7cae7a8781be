/* The end of a mock exam: its result and its answers are kept. */

function finishNow(ending) {
  runClock();
  const exam = EXAM.state;
  stand();
  const record = endExam(exam, ending);
  if (!record) return;
  resultView(record);
  if (ending === SETTINGS.endings.time) announce(WORDS.exam.time_up);
}

/* Keep the result and its answers, a millisecond apart, so that they stay in the order of the exam. */
function endExam(exam, ending) {
  if (recall(`exam/${exam.id}`)) {
    drop("exam-now");
    examHome();
    announce(SAY.ended_elsewhere);
    return null;
  }
  if (!exam.places.some((place) => place.response)) {
    drop("exam-now");
    examHome();
    announce([ending === SETTINGS.endings.time ? WORDS.exam.time_up : "", WORDS.exam.not_kept].join(" ").trim());
    return null;
  }
  const ended = Date.now();
  const line = { exam: exam.id, started_at: exam.started_at, record: recordOf(exam, ending, ended) };
  const answeredPlaces = exam.places.filter((place) => place.response);
  answeredPlaces.forEach((place, number) => {
    const at = ended - (answeredPlaces.length - 1 - number);
    keepEntry(entryOf(ITEMS.get(place.item), place.response, {
      attempt: exam.id, again: 0, confidence: place.certainty, seed: exam.seed, seconds: Math.round(place.seconds * 10) / 10, at,
    }));
  });
  keep(`exam/${exam.id}`, line);
  drop("exam-now");
  return line;
}

function recordOf(exam, ending, ended) {
  const tenths = (seconds) => Math.round(seconds * 10) / 10;
  return {
    ended_at: ended, day: dayOf(ended), ending, seed: exam.seed, settings: exam.settings, breaks: exam.breaks,
    spent: tenths(exam.spent),
    outcomes: exam.places.map((place) => {
      const item = ITEMS.get(place.item);
      return {
        item: item.id, topic: item.topic, objective: item.objective || null, level: item.level || null,
        print: place.print, response: place.response, chance: item.chance || 0,
        right: place.response !== null && scoreOf(item, place.response) === 1,
        tempted: place.response ? tempted(item, place.response) : [],
        certainty: place.certainty || null, flagged: place.flagged, seconds: tenths(place.seconds),
      };
    }),
  };
}
