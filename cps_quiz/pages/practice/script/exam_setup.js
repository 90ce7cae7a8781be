/* A mock exam before its clock starts: what it is to be, and one that was left. */

function examHome() {
  const waiting = readExam();
  const topics = [["", SAY.all_topics], ...DATA.topics.map((topic) => [topic.id, topic.title])];
  const topic = choice("exam-topic", topics, "");
  const size = make("input", { id: "exam-size", type: "number", min: 1, max: 1000, value: SETTINGS.items, inputmode: "numeric" });
  const minutes = make("input", { id: "exam-minutes", type: "number", min: 1, max: 600, value: SETTINGS.minutes, inputmode: "numeric" });
  const factors = [1, 1.25, 1.5, 2].map((factor) => [factor, factor === 1 ? SAY.usual_time : fill(SAY.times, { factor })]);
  const factor = choice("exam-factor", factors, 1);
  const certainty = make("input", { id: "exam-certainty", type: "checkbox" });
  const untimed = make("input", { id: "exam-untimed", type: "checkbox" });
  const begin = () => {
    const wanted = {
      topic: topic.value, size: within(size.value, 1, 1000, SETTINGS.items), factor: Number(factor.value),
      minutes: within(minutes.value, 1, 600, SETTINGS.minutes), untimed: untimed.checked,
      certainty: certainty.checked,
    };
    if (waiting) endExam(waiting, SETTINGS.endings.left);
    prepareExam(wanted);
  };
  show({
    part: "exam",
    heading: SAY.exam_title,
    nodes: [
      paragraph(WORDS.exam.study_only),
      waiting ? make("section", { class: "offer" }, paragraph(cutOffSentence(waiting)),
        actions(button(SAY.go_on, () => sit(resumed(waiting)), { class: "first" }))) : null,
      labelled(SAY.topic, topic), labelled(SAY.exam_length, size), labelled(SAY.exam_minutes, minutes),
      labelled(SAY.more_time, factor),
      make("label", { class: "tick", for: "exam-untimed" }, untimed, make("span", {}, SAY.untimed)),
      make("label", { class: "tick", for: "exam-certainty" }, certainty, make("span", {}, SAY.certainty)),
      actions(button(waiting ? SAY.begin_anew : SAY.start, begin, { class: waiting ? "" : "first" })),
    ],
    keys: (key) => {
      if (key === "Enter") (waiting ? () => sit(resumed(waiting)) : begin)();
      else if (key === "n" && waiting) begin();
      return key === "Enter" || (key === "n" && Boolean(waiting));
    },
  });
}

function within(text, least, most, usual) {
  const number = Number(text);
  return Number.isFinite(number) && number >= least ? Math.min(most, Math.floor(number)) : usual;
}

/* The exam that was left, if all of its questions are still the same. */
function readExam() {
  const exam = recall("exam-now");
  const sound = exam && Array.isArray(exam.places) && exam.places.length && exam.settings && exam.breaks
    && exam.places.every((place) => ITEMS.has(place.item) && ITEMS.get(place.item).prints[0] === place.print);
  return sound ? exam : null;
}

function cutOffSentence(exam) {
  const clock = exam.settings.seconds === null
    ? fill(WORDS.exam.free_clock, { time: spoken(exam.spent) }) : leftSentence(exam);
  return fill(WORDS.exam.cut_off, { number: exam.at + 1, total: exam.places.length, clock });
}

function leftSentence(exam) {
  const time = spoken(leftOf(exam));
  return fill(WORDS.exam.left, { time: time.charAt(0).toUpperCase() + time.slice(1) });
}

function leftOf(exam) {
  return Math.max(0, exam.settings.seconds - exam.spent);
}

function timeGiven(settings) {
  if (settings.seconds === null) return WORDS.exam.no_limit;
  const time = spoken(settings.seconds);
  return settings.factor === 1 ? time : fill(WORDS.exam.stretched, { time, factor: settings.factor });
}

/* Tell what is to come; the clock starts when the learner does. */
function prepareExam({ topic, size, minutes, factor, untimed, certainty = false }) {
  const items = DATA.items.filter((item) => (!topic || item.topic === topic) && mayStand(item));
  const topics = DATA.topics.filter((one) => items.some((item) => item.topic === one.id));
  const most = longestForm(items, topics, size);
  if (!most) {
    announce(SAY.no_exam);
    return;
  }
  const settings = { seconds: untimed ? null : 60 * minutes * factor, target: SETTINGS.target, factor, certainty };
  const seed = freshSeed();
  const exam = {
    id: newId(Date.now()), started_at: Date.now(), seed, settings, at: 0, spent: 0,
    breaks: { taken: 0, seconds: 0, resumed: 0 },
    places: drawForm(items, topics, most, pastOf(), seed).map((item) => ({
      item: item.id, print: item.prints[0], response: null, certainty: null, flagged: false, seconds: 0,
    })),
  };
  const begin = () => sit(exam);
  const before = fillCounted(WORDS.exam.before, most, { items: most, time: timeGiven(settings), target: settings.target });
  show({
    part: "exam",
    heading: SAY.exam_title,
    nodes: [
      most < size ? paragraph(fill(SAY.too_few, { most }), "behind") : null,
      paragraph(before), paragraph(WORDS.exam.study_only),
      isKept() ? paragraph(untimed ? WORDS.exam.free : WORDS.exam.clocked) : paragraph(SAY.not_kept, "behind"),
      actions(button(SAY.start, begin, { class: "first" }), button(SAY.back, examHome)),
    ],
    keys: (key) => {
      if (key === "Enter") begin();
      else if (key === "q") examHome();
      return key === "Enter" || key === "q";
    },
  });
}

function resumed(exam) {
  return { ...exam, breaks: { ...exam.breaks, resumed: exam.breaks.resumed + 1 } };
}
