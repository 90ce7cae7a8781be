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

/* The line for an answer; `around` holds attempt, again, seed, seconds, if it was said confidence, and, unless it is
   now, at. */
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
    confidence: around.confidence || null,
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

/* The mock exams that are over and were not deleted elsewhere, oldest first. */
function allExams() {
  return recallAll("exam").filter((line) => !recall(`deleted/${line.exam}`)).sort((a, b) => a.started_at - b.started_at || (a.exam < b.exam ? -1 : 1));
}

/* How sure a learner can say they were; also what the keys 1, 2 and 3 mean. */
const SURE = ["sure", "unsure", "guessing"];

function isTime(value) {
  return Number.isInteger(value) && value >= 0 && value <= 32503680000000;
}

/* The line as it is, if all that the page reads of it is what it should be; fields that it does not know stay. */
function checkedEntry(fields) {
  const text = (value) => typeof value === "string";
  const list = (check) => (value) => Array.isArray(value) && value.every(check);
  const orNull = (check) => (value) => value === null || check(value);
  const pair = (value) => list(orNull(text))(value) && value.length === 2 && text(value[0]);
  const number = (value) => typeof value === "number" && Number.isFinite(value);
  const checks = {
    id: text, attempt: text, item: text, topic: text, objective: orNull(text), fingerprint: text, key: text,
    response: isResponse, offered: list(text), chosen: list(pair),
    score: (value) => number(value) && value >= 0 && value <= 1,
    self_assessed: (value) => typeof value === "boolean", cram: (value) => typeof value === "boolean",
    again: (value) => Number.isInteger(value) && value >= 0 && value <= 1000,
    confidence: orNull((value) => SURE.includes(value)),
    seed: Number.isInteger, seconds: orNull(number), answered_at: isTime,
    day: (value) => text(value) && /^\d{4}-\d\d-\d\d$/.test(value) && value >= "1970" && value < "3000",
    labels: list(pair), offered_names: list(text), print: orNull(text), undone_at: orNull(isTime),
  };
  const later = { labels: fields.labels ?? labelsOfOld(fields), offered_names: fields.offered_names ?? [], print: fields.print ?? null };
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
    && typeof record.day === "string" && isTime(record.ended_at)
    && Number.isFinite(record.settings.target) && Number.isFinite(record.spent)
    && record.outcomes.every((one) => typeof one.item === "string" && typeof one.topic === "string"
      && typeof one.print === "string" && (one.certainty === null || SURE.includes(one.certainty))
      && typeof one.right === "boolean" && Number.isFinite(one.chance) && Number.isFinite(one.seconds)
      && Array.isArray(one.tempted) && (one.response === null || isResponse(one.response)));
  if (!sound) throw new TypeError("exam");
  return fields;
}
