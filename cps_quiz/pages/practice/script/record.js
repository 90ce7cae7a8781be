/* The log of answers, each line as `cps-quiz history export` writes it, by the rules of core/record/log.py. */

function newId(at) {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const random = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return at.toString(16).padStart(12, "0") + random;
}

/* The learner's own date. */
function dayOf(at) {
  const date = new Date(at);
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/* The line for an answer; `around` holds attempt, again, seed, seconds and, unless it is now, at. */
function entryOf(item, response, around) {
  const at = around.at || Date.now();
  const [fingerprint, key, print] = item.prints;
  const parts = textsOf(item).parts;
  return {
    id: newId(at),
    attempt: around.attempt,
    item: item.id,
    topic: item.topic,
    objective: item.objective || null,
    fingerprint,
    key,
    response,
    offered: tempting(item),
    chosen: chosenOf(response).map((index) => [parts[index], temptation(item, index)]),
    score: scoreOf(item, response),
    self_assessed: item.kind === "write",
    again: around.again,
    confidence: null,
    cram: false,
    seed: around.seed,
    seconds: around.seconds,
    answered_at: at,
    day: dayOf(at),
    labels: shownLabels(item, response),
    offered_names: named(item),
    print,
    undone_at: null,
  };
}

function keepEntry(entry) {
  keep(`answer/${entry.id}`, entry);
}

function undoEntry(id) {
  const entry = recall(`answer/${id}`);
  if (entry) keepEntry({ ...entry, undone_at: Date.now() });
}

function byTime(a, b) {
  return a.answered_at - b.answered_at || (a.id < b.id ? -1 : 1);
}

/* Every answer, oldest first; with those that were taken back only if they are wanted. */
function allEntries(undoneToo = false) {
  const found = recallAll("answer").filter((entry) => undoneToo || entry.undone_at === null);
  return found.sort(byTime);
}

function allExams() {
  return recallAll("exam").sort((a, b) => a.started_at - b.started_at || (a.exam < b.exam ? -1 : 1));
}

/* The text of a file for `history import`; what learners wrote in their own words only if they want it in there. */
function exportText(ownWords) {
  const answers = allEntries(true).map((entry) => (ownWords ? entry : withoutWords(entry)));
  return [...answers, ...allExams(), ...recallAll("other")].map((line) => `${JSON.stringify(line)}\n`).join("");
}

function withoutWords(entry) {
  return entry.response.written === undefined ? entry : { ...entry, response: { ...entry.response, written: "" } };
}

/* Take in the lines of a file: how many answers were read and new, exams that were new, lines that could not be read. */
function importText(text) {
  const told = { read: 0, new: 0, exams: 0, skipped: 0 };
  for (const line of text.split("\n").filter((one) => one.trim())) {
    try {
      importLine(JSON.parse(line), line, told);
    } catch {
      told.skipped += 1;
    }
  }
  return told;
}

function importLine(fields, line, told) {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) throw new TypeError(line);
  if ("exam" in fields) {
    const exam = checkedExam(fields);
    told.exams += recall(`exam/${exam.exam}`) ? 0 : 1;
    if (!recall(`exam/${exam.exam}`)) keep(`exam/${exam.exam}`, exam);
  } else if ("id" in fields) {
    told.new += merged(checkedEntry(fields));
    told.read += 1;
  } else {
    keep(`other/${line.length}-${hashed(line)}`, fields);
  }
}

/* 1 for a new answer. One that is here already stays as it is, unless it was taken back elsewhere. */
function merged(entry) {
  const here = recall(`answer/${entry.id}`);
  if (!here) keepEntry(entry);
  else if (entry.undone_at !== null) {
    keepEntry({ ...here, undone_at: Math.min(entry.undone_at, here.undone_at === null ? Infinity : here.undone_at) });
  }
  return here ? 0 : 1;
}

/* The line as it is, if all that the page reads of it is what it should be; fields that it does not know stay. */
function checkedEntry(fields) {
  const text = (value) => typeof value === "string";
  const list = (check) => (value) => Array.isArray(value) && value.every(check);
  const orNull = (check) => (value) => value === null || check(value);
  const pair = (value) => list(orNull(text))(value) && value.length === 2 && text(value[0]);
  const number = (value) => typeof value === "number" && Number.isFinite(value);
  const time = (value) => Number.isInteger(value) && value >= 0 && value <= 32503680000000;
  const checks = {
    id: text, attempt: text, item: text, topic: text, objective: orNull(text), fingerprint: text, key: text,
    response: isResponse, offered: list(text), chosen: list(pair),
    score: (value) => number(value) && value >= 0 && value <= 1,
    self_assessed: (value) => typeof value === "boolean", cram: (value) => typeof value === "boolean",
    again: (value) => Number.isInteger(value) && value >= 0 && value <= 1000,
    confidence: orNull((value) => ["sure", "unsure", "guessing"].includes(value)),
    seed: Number.isInteger, seconds: orNull(number), answered_at: time,
    day: (value) => text(value) && /^\d{4}-\d\d-\d\d$/.test(value) && value >= "1970" && value < "3000",
    labels: list(pair), offered_names: list(text), undone_at: orNull(time),
  };
  const later = { labels: fields.labels ?? labelsOfOld(fields), offered_names: fields.offered_names ?? [] };
  const entry = { undone_at: null, ...fields, ...later };
  for (const [name, sound] of Object.entries(checks)) if (!sound(entry[name])) throw new TypeError(name);
  return entry;
}

function labelsOfOld(fields) {
  return (fields.chosen || []).filter(([, id]) => id).map(([, id]) => ["misconception", id]);
}

function isResponse(value) {
  const places = (list) => Array.isArray(list) && list.every((at) => Number.isInteger(at) && at >= 0 && at < 6);
  if (typeof value !== "object" || value === null) return false;
  if (value.written !== undefined) return typeof value.written === "string" && places(value.points);
  return places(value.chosen) || places(value.arranged);
}

/* An exam with what a result is made of. */
function checkedExam(fields) {
  const record = fields.record;
  const sound = typeof fields.exam === "string" && Number.isInteger(fields.started_at)
    && Array.isArray(record.outcomes) && record.outcomes.length > 0
    && typeof record.day === "string" && Number.isFinite(record.settings.target) && Number.isFinite(record.spent)
    && record.outcomes.every((one) => typeof one.item === "string" && typeof one.topic === "string"
      && typeof one.right === "boolean" && Number.isFinite(one.chance) && Number.isFinite(one.seconds)
      && Array.isArray(one.tempted) && (one.response === null || isResponse(one.response)));
  if (!sound) throw new TypeError("exam");
  return fields;
}
