/* How sure the learner was: asked in a drill before anything is told, and said at any time in an exam. */

function asksSure() {
  return (recall("choice/confidence") || {}).value === "on";
}

/* The choice whether a drill asks, which is remembered. */
function sureChoice() {
  const box = make("input", { id: "ask-sure", type: "checkbox", checked: asksSure() });
  box.addEventListener("change", () => {
    keep("choice/confidence", { choice: "confidence", value: box.checked ? "on" : "off" });
  });
  return make("label", { class: "tick", for: "ask-sure" }, box, make("span", {}, SAY.ask_sure));
}

/* Ask how sure the learner was of an answer, then tell `then`; null when it is passed. */
function sureView(drill, then) {
  const says = SURE.map((word, at) => button(`${at + 1} ${word}`, () => then(word)));
  show({
    part: "drill",
    heading: WORDS.drill.sure,
    nodes: [progressBar(drill), actions(...says, button(SAY.pass, () => then(null)))],
    keys: (key) => {
      if (key === "Enter") then(null);
      else if (SURE[placeOfDigit(key)]) then(SURE[placeOfDigit(key)]);
      else if (key.length === 1) announce(WORDS.keys.sure);
      else return false;
      return true;
    },
  });
}

function placeOfDigit(key) {
  return /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
}

/* In an exam: buttons below the question once it has an answer. */
function certaintyNode() {
  return make("div", { id: "certainty" }, certaintyButtons());
}

function certaintyButtons() {
  const exam = EXAM.state;
  const place = exam.places[exam.at];
  if (!exam.settings.certainty || !place.response) return null;
  return make("div", { role: "group", "aria-label": WORDS.drill.sure }, paragraph(WORDS.drill.sure, "how"), actions(
    ...SURE.map((word, at) => button(`${at + 1} ${word}`, () => beCertain(word), {
      "aria-pressed": place.certainty === word ? "true" : "false",
    }))));
}

function beCertain(word) {
  const place = EXAM.state.places[EXAM.state.at];
  if (!place.response) {
    announce(WORDS.exam.answer_first);
    return;
  }
  runClock();
  place.certainty = word;
  if (!keepExam()) return;
  showCertainty();
  announce(WORDS.exam.you_are[word]);
}

/* Draw the buttons again; the one that had the focus keeps it. */
function showCertainty() {
  const node = document.getElementById("certainty");
  const had = [...node.querySelectorAll("button")].indexOf(document.activeElement);
  node.replaceChildren(...[certaintyButtons()].filter(Boolean));
  if (had >= 0) node.querySelectorAll("button")[had].focus();
}

/* What a key means in an exam in which certainty is said: digits are no letters there. */
function certaintyKey(key) {
  if (!EXAM.state.settings.certainty || !/^[0-9]$/.test(key)) return false;
  if (SURE[placeOfDigit(key)]) beCertain(SURE[placeOfDigit(key)]);
  return true;
}

/* Marks by certainty, and how often each certainty was right, in sentences; none where it was not asked. */
function certaintySentences({ record }) {
  if (!record.settings.certainty) return [];
  const answered = record.outcomes.filter((one) => one.response !== null);
  const marks = WORDS.result.marked.map(({ sentence, right, wrong }) => fill(sentence, {
    marks: answered.reduce((sum, one) => sum + (one.right ? right : wrong)[one.certainty || "guessing"], 0),
    most: Math.max(...Object.values(right)) * record.outcomes.length,
  }));
  const calibrated = SURE.map((word) => [word, answered.filter((one) => one.certainty === word)])
    .filter(([, list]) => list.length).map(([word, list]) => {
      const right = list.filter((one) => one.right).length;
      return fill(WORDS.result.calibrated, { certainty: word, right, asked: list.length, share: percent(right / list.length) });
    });
  return [...marks, ...calibrated];
}
