/* All that is kept as lines of JSON, out and in, as `cps-quiz history export` and `import` have them. */

/* The text of a file for `history import`; what learners wrote in their own words only if they want it in there. */
function exportText(ownWords) {
  const answers = allEntries(true).map((entry) => (ownWords ? entry : withoutWords(entry)));
  const rest = ["exam", "deleted", "choice", "aside", "other"].flatMap(recallAll);
  return [...answers, ...rest, { secret: secretOf() }].map((line) => `${JSON.stringify(line)}\n`).join("");
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
  const [kind] = Object.keys(fields);
  if (Object.hasOwn(TAKERS, kind)) TAKERS[kind](fields, told);
  else if (!("id" in fields) && /^[a-z][a-z_]{0,39}$/.test(kind) && line.length < LONGEST_OTHER) takeOther(fields);
  else {
    told.new += merged(checkedEntry(fields));
    told.read += 1;
  }
}

const LONGEST_OTHER = 100000;

/* What becomes of each kind of line beside answers, by the name of its first field. */
const TAKERS = {
  exam: (fields, told) => {
    const name = `exam/${checkedExam(fields).exam}`;
    told.exams += recall(name) ? 0 : 1;
    if (!recall(name)) keep(name, fields);
  },
  exam_deleted: (fields) => keep(`deleted/${checkedDeletion(fields).exam_deleted}`, fields),
  aside: (fields) => noteAside(checkedAside(fields)),
  secret: (fields) => takeSecret(checkedSecret(fields.secret)),
  choice: (fields) => {
    const name = `choice/${checkedChoice(fields).choice}`;
    if (!recall(name)) keep(name, fields);
  },
};

/* A line that only others understand: it is passed on as it came. */
function takeOther(fields) {
  const text = JSON.stringify(fields);
  keep(`other/${text.length}-${hashed(text)}`, fields);
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

function checkedDeletion(fields) {
  return sound(fields, typeof fields.exam_deleted === "string" && isTime(fields.at));
}

function checkedAside(fields) {
  const known = typeof fields.aside === "string" && ["item", "topic"].includes(fields.kind);
  return sound(fields, known && typeof fields.on === "boolean" && isTime(fields.at));
}

function checkedChoice(fields) {
  const known = fields.choice !== "confidence" || ["on", "off"].includes(fields.value);
  return sound(fields, typeof fields.choice === "string" && typeof fields.value === "string" && known);
}

function checkedSecret(value) {
  return sound(value, typeof value === "string" && /^[0-9a-f]{64}$/.test(value));
}

function sound(value, isSound) {
  if (!isSound) throw new TypeError("not sound");
  return value;
}
