/* A mock exam being sat: free to move and to change answers, no feedback until the end. */

function examQuestion() {
  const exam = EXAM.state;
  const place = exam.places[exam.at];
  const item = ITEMS.get(place.item);
  const order = shownOrder(item, exam.seed, 0);
  const open = openQuestion(item, order, place.response, { change: (response) => changeAnswer(response) });
  const last = exam.at === exam.places.length - 1;
  const next = () => (last ? overview() : goTo(exam.at + 1));
  const does = {
    enter: next, n: next, arrowright: next, p: () => goTo(exam.at - 1), arrowleft: () => goTo(exam.at - 1),
    f: flagPlace, o: overview, g: overview, l: () => announce(spokenClock()), t: takeBreak, s: askToHandIn, q: examHome,
  };
  showExam({
    heading: fill(WORDS.drill.question, { number: exam.at + 1, total: exam.places.length }),
    nodes: [
      asked(item), open.node, certaintyNode(),
      make("p", { class: "actions" }, button(SAY.previous, does.p, { disabled: exam.at === 0 }),
        button(SAY.next, next, { class: "first" })),
      make("p", { class: "tools" },
        button(SAY.flag_button, flagPlace, { id: "flag", "aria-pressed": place.flagged ? "true" : "false" }),
        button(SAY.overview, overview), button(SAY.break, takeBreak), button(SAY.hand_in, askToHandIn),
        button(SAY.keys_button, keysShown)),
    ],
    keys: (key) => certaintyKey(key) || askedKey(key, { ...open, item: { kind: "one" } }, does),
  });
}

function showExam({ heading, nodes, keys }) {
  const exam = EXAM.state;
  const answered = exam.places.filter((place) => place.response).length;
  const bar = make("p", { class: "bar" },
    make("progress", { max: exam.places.length, value: answered, "aria-label": fill(WORDS.exam.answered, { count: "" }).trim() }),
    make("span", {}, fill(WORDS.exam.answered, { count: answered })),
    make("span", { id: "clock", role: "timer", "aria-live": "off" }, clockText()));
  show({ part: "exam", heading, nodes: [bar, ...nodes], keys, leave: leaveExam });
}

function spokenClock() {
  const exam = EXAM.state;
  return exam.settings.seconds === null ? fill(WORDS.exam.free_clock, { time: spoken(exam.spent) }) : leftSentence(exam);
}

function changeAnswer(response) {
  runClock();
  const place = EXAM.state.places[EXAM.state.at];
  if (JSON.stringify(place.response) !== JSON.stringify(response)) place.certainty = null; // it was of the one before
  place.response = response;
  if (!keepExam()) return;
  showCertainty();
  const answered = EXAM.state.places.filter((place) => place.response).length;
  const bar = document.querySelector(".bar");
  bar.querySelector("progress").value = answered;
  bar.querySelector("span").textContent = fill(WORDS.exam.answered, { count: answered });
}

function goTo(at) {
  if (at < 0) {
    announce(WORDS.exam.none_before);
    return;
  }
  runClock();
  EXAM.state.at = Math.min(at, EXAM.state.places.length - 1);
  if (keepExam()) examQuestion();
}

function flagPlace() {
  const place = EXAM.state.places[EXAM.state.at];
  place.flagged = !place.flagged;
  document.getElementById("flag").setAttribute("aria-pressed", place.flagged ? "true" : "false");
  if (keepExam()) announce(place.flagged ? WORDS.exam.flagged : WORDS.exam.unflagged);
}

/* All questions by number, each a button that goes there. */
function overview() {
  const exam = EXAM.state;
  const [answered, open, flagged] = WORDS.exam.cells;
  const cells = exam.places.map((place, at) => {
    const said = [place.response ? answered : open, place.flagged ? flagged : ""].filter(Boolean);
    const name = `${fill(WORDS.exam.question, { number: at + 1 })}: ${said.map((word) => word.slice(2)).join(", ")}`;
    return make("li", {}, make("button", { type: "button", onclick: () => goTo(at), class: "cell" },
      make("span", { "aria-hidden": "true" }, `${at + 1} ${said.map((word) => word[0]).join("")}`),
      make("span", { class: "unseen" }, name)));
  });
  showExam({
    heading: SAY.overview,
    nodes: [
      paragraph(WORDS.exam.cells.join("; "), "soft"), make("ul", { class: "cells" }, cells),
      actions(button(SAY.back, examQuestion, { class: "first" }), button(SAY.hand_in, askToHandIn)),
    ],
    keys: (key) => {
      const does = { enter: examQuestion, backspace: examQuestion, s: askToHandIn, n: nextOpen };
      if (!Object.hasOwn(does, key.toLowerCase())) return false;
      does[key.toLowerCase()]();
      return true;
    },
  });
}

function nextOpen() {
  const at = EXAM.state.places.findIndex((place) => !place.response);
  goTo(at < 0 ? EXAM.state.at : at);
}

/* Places (from 0) as numbers, with runs drawn together: 3, 5 to 9. */
function runsOf(places) {
  const runs = [];
  for (const at of places) {
    const last = runs.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs.map(([a, b]) => (a === b ? `${a + 1}` : `${a + 1}${b === a + 1 ? "," : " to"} ${b + 1}`)).join(", ");
}

function askToHandIn() {
  const exam = EXAM.state;
  const open = exam.places.flatMap((place, at) => (place.response ? [] : [at]));
  const sentence = open.length ? fillCounted(WORDS.exam.open, open.length, { numbers: runsOf(open) }) : WORDS.exam.all_answered;
  showExam({
    heading: SAY.hand_in,
    nodes: [paragraph(sentence), actions(
      button(SAY.hand_in_now, () => finishNow(SETTINGS.endings.handed_in), { class: "first" }), button(SAY.not_yet, examQuestion))],
    keys: (key) => {
      if (key === "Enter") finishNow(SETTINGS.endings.handed_in);
      else if (key.length === 1 || key === "Escape" || key === "Backspace") examQuestion();
      else return false;
      return true;
    },
  });
}

/* A break hides the question, and its seconds are told of in the result. */
function takeBreak() {
  runClock();
  const exam = EXAM.state;
  if (!keepExam()) return;
  const began = performance.now();
  stand();
  const over = () => {
    const seconds = (performance.now() - began) / 1000;
    const { taken, seconds: before, resumed: times } = exam.breaks;
    exam.breaks = { taken: taken + 1, seconds: before + seconds, resumed: times };
    keep("exam-now", exam);
  };
  const goOn = () => sit(exam);
  show({
    part: "exam",
    heading: SAY.break,
    nodes: [paragraph(exam.settings.seconds === null ? WORDS.exam.on_break_free : WORDS.exam.on_break),
      actions(button(SAY.go_on_now, goOn, { class: "first" }))],
    keys: (key) => {
      if (key === "Enter") goOn();
      else if (key === "q") examHome();
      return key === "Enter" || key === "q";
    },
    leave: over,
  });
}
