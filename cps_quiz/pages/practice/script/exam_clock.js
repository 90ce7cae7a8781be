/* The clock of a mock exam, and the keeping of it while it is sat. The clock runs while the exam is shown. */

const EXAM = { state: null, readAt: 0, keptAt: 0, timer: null, warned: Infinity };

/* Sit down: from here the clock runs. */
function sit(exam) {
  EXAM.state = exam;
  EXAM.readAt = performance.now();
  EXAM.warned = exam.settings.seconds === null ? Infinity : leftOf(exam);
  keepExam();
  clearInterval(EXAM.timer);
  EXAM.timer = setInterval(tick, 1000);
  examQuestion();
}

/* Let the clock catch up, and keep the exam as it stands. */
function runClock() {
  const exam = EXAM.state;
  const now = performance.now();
  const passed = (now - EXAM.readAt) / 1000;
  const counts = exam.settings.seconds === null ? passed : Math.min(passed, leftOf(exam));
  exam.places[exam.at].seconds += counts;
  exam.spent += counts;
  EXAM.readAt = now;
}

function keepExam() {
  if (recall(`exam/${EXAM.state.id}`)) {
    stand();
    examHome();
    announce(SAY.ended_elsewhere);
    return false;
  }
  keep("exam-now", EXAM.state);
  EXAM.keptAt = performance.now();
  return true;
}

function tick() {
  runClock();
  const exam = EXAM.state;
  if (exam.settings.seconds !== null && leftOf(exam) <= 0) {
    finishNow(SETTINGS.endings.time);
    return;
  }
  showClock();
  const passed = SETTINGS.warnings.filter((limit) => exam.settings.seconds !== null && leftOf(exam) <= limit && limit < EXAM.warned);
  if (passed.length) announce(fill(WORDS.exam.left, { time: capital(spoken(Math.min(...passed))) }));
  EXAM.warned = exam.settings.seconds === null ? Infinity : leftOf(exam);
  if (performance.now() - EXAM.keptAt > 5000) keepExam();
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function clockText() {
  const exam = EXAM.state;
  if (exam.settings.seconds === null) return WORDS.exam.no_clock;
  const left = Math.ceil(leftOf(exam));
  return fill(WORDS.exam.clock, { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` });
}

function showClock() {
  const place = document.getElementById("clock");
  if (place) place.textContent = clockText();
}

/* The clock stands still: the exam is left, on a break, or over. */
function stand() {
  clearInterval(EXAM.timer);
  EXAM.timer = null;
  EXAM.state = null;
}

function leaveExam() {
  if (!EXAM.state) return;
  runClock();
  const kept = keepExam();
  stand();
  if (kept) setTimeout(() => announce(isKept() ? SAY.left_exam : SAY.left_unkept), 0);
}

/* A page that is closed or put away keeps the time that was left. */
for (const event of ["pagehide", "visibilitychange"]) {
  window.addEventListener(event, () => {
    if (!EXAM.state) return;
    runClock();
    keep("exam-now", EXAM.state);
  });
}
