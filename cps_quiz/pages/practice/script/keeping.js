/* Keeps everything in the browser's own storage, a name for each answer, so that two windows never undo one another's;
   where there is no storage, in memory, and says so. */

const PREFIX = "cps-quiz/";
const HELD = new Map();
const KEEPING = { storage: openStorage(), failed: false };

function openStorage() {
  try {
    const storage = window.localStorage;
    storage.setItem(`${PREFIX}try`, "1");
    storage.removeItem(`${PREFIX}try`);
    return storage;
  } catch {
    return null;
  }
}

function readStorage() {
  if (!KEEPING.storage) return;
  for (let at = 0; at < KEEPING.storage.length; at += 1) {
    const name = KEEPING.storage.key(at);
    if (name.startsWith(PREFIX)) hold(name.slice(PREFIX.length), KEEPING.storage.getItem(name));
  }
}

/* What a value of a kind must be. */
const CHECKED = {
  answer: checkedEntry, exam: checkedExam, deleted: checkedDeletion, aside: checkedAside, choice: checkedChoice,
  secret: checkedSecret,
};

/* Somebody else, or another version of the page, may have written there: what is not sound is left alone. */
function hold(name, text) {
  try {
    const value = JSON.parse(text);
    const [kind] = name.split("/");
    if (Object.hasOwn(CHECKED, kind)) CHECKED[kind](value);
    HELD.set(name, value);
  } catch {
    HELD.delete(name);
  }
}

function recall(name) {
  return HELD.has(name) ? HELD.get(name) : null;
}

function recallAll(kind) {
  return [...HELD].filter(([name]) => name.startsWith(`${kind}/`)).map(([, value]) => value);
}

/* Kept on return, or told that from here nothing is. */
function keep(name, value) {
  HELD.set(name, value);
  if (!KEEPING.storage || KEEPING.failed) return;
  try {
    KEEPING.storage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    KEEPING.failed = true;
    showKept();
  }
}

function drop(name) {
  HELD.delete(name);
  try {
    if (KEEPING.storage) KEEPING.storage.removeItem(PREFIX + name);
  } catch {
    KEEPING.failed = true;
  }
}

function dropAll() {
  for (const name of [...HELD.keys()]) drop(name);
}

function isKept() {
  return Boolean(KEEPING.storage) && !KEEPING.failed;
}

/* What another window of this browser keeps or forgets is known here too. */
window.addEventListener("storage", (event) => {
  if (event.key === null) HELD.clear();
  else if (event.key.startsWith(PREFIX)) {
    const name = event.key.slice(PREFIX.length);
    if (event.newValue === null) HELD.delete(name);
    else hold(name, event.newValue);
  }
});
