/* What leaves for a programme, line by line as pool/contribution.py writes it: no name, text, time or pause is in it.
   Pseudonyms and ids are HMAC-SHA256 (RFC 2104) by js-sha256, as browsers have their own only for pages of https. */

const ID_DIGITS = 32;

/* From this a learner's pseudonyms are made. It is made once, and travels in the file of answers, so that the page and
   the program of one person are one person. */
function secretOf() {
  if (!recall("secret")) {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    keep("secret", [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  return recall("secret");
}

/* Of two secrets the smaller one holds, so that all places agree in whatever order they meet. */
function takeSecret(secret) {
  if (!recall("secret") || secret < recall("secret")) keep("secret", secret);
}

function pseudonymIn(programme) {
  return sha256.hmac(secretOf(), programme);
}

function sharedId(programme, id) {
  return sha256.hmac(programme, id).slice(0, ID_DIGITS);
}

/* Of a typed code what counts, or null when it is none. */
function programmeOf(text) {
  const code = text.trim();
  const short = code && [...code].length <= SETTINGS.longest_code;
  return short && /^(?: |[^\p{C}\p{Z}])+$/u.test(code) ? code : null;
}

/* A score with three decimals, of two as near the even one, as Python rounds. */
function thousandths(score) {
  return Math.abs(score * 16) % 2 === 1 ? rounded(score * 1000) / 1000 : Number(score.toFixed(3));
}

/* What would leave: answers as they are told, ids of those that were taken back, and how many stay for want of a print. */
function sharing(programme) {
  const entries = allEntries(true).filter((entry) => !entry.self_assessed);
  const exams = new Map(allExams().map((line) => [line.exam, line]));
  const undone = entries.filter((entry) => entry.undone_at !== null).map((entry) => sharedId(programme, entry.id));
  const made = entries.filter((entry) => entry.undone_at === null).map(madeTry);
  const prints = knownPrints(entries);
  const left = [...exams.values()].flatMap((line) => openTries(line, prints));
  const tries = [...made, ...left].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const seen = new Set();
  const answers = [];
  tries.forEach((one, at) => {
    if (!one.print) return;
    const version = JSON.stringify([one.item, one.print]);
    answers.push(toldOf(programme, one, at + 1, !one.again && !seen.has(version), exams.has(one.attempt)));
    seen.add(version);
  });
  return { answers, undone, unprinted: tries.length - answers.length };
}

/* The print of what was asked for an item and its fingerprint: exams keep only the latter of an open question. */
function knownPrints(entries) {
  const prints = DATA.items.map((item) => [`${item.id}/${item.prints[0]}`, item.prints[2]]);
  const kept = entries.filter((entry) => entry.print).map((entry) => [`${entry.item}/${entry.fingerprint}`, entry.print]);
  return new Map([...prints, ...kept]);
}

function madeTry(entry) {
  return {
    at: entry.answered_at, id: entry.id, attempt: entry.attempt, item: entry.item, print: entry.print,
    chosen: chosenOf(entry.response), points: thousandths(entry.score), confidence: entry.confidence, again: entry.again,
    month: entry.day.slice(0, 7),
  };
}

function openTries({ exam, record }, prints) {
  return record.outcomes.filter((one) => one.response === null).map((one) => ({
    at: record.ended_at, id: `${exam}/${one.item}`, attempt: exam, item: one.item,
    print: prints.get(`${one.item}/${one.print}`), chosen: null, points: 0, confidence: null, again: 0,
    month: record.day.slice(0, 7),
  }));
}

function toldOf(programme, one, number, first, inExam) {
  return {
    id: sharedId(programme, one.id), item: one.item, print: one.print, chosen: one.chosen, points: one.points,
    confidence: one.confidence, exam: inExam ? sharedId(programme, one.attempt) : null, first_try: first, number,
    month: one.month,
  };
}

/* The lines of a contribution under the learner's pseudonym. */
function contributionLines(programme, { answers, undone }) {
  const head = { contribution: programme, pseudonym: pseudonymIn(programme) };
  const back = undone.map((id) => ({ id, undone: true }));
  return [...answers, ...back].map((told) => JSON.stringify({ ...head, ...told }));
}

function withdrawalLine(programme) {
  return JSON.stringify({ withdrawal: programme, pseudonym: pseudonymIn(programme) });
}
