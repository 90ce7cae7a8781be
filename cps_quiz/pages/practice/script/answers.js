/* Where the answers are, and how they go home, come in, and are forgotten. */

const MOST_MEGABYTES = 50;

function answersView() {
  const counts = { answers: counted(allEntries().length, "answer"), exams: counted(allExams().length, "mock_exam") };
  const words = make("input", { id: "own-words-too", type: "checkbox" });
  const file = make("input", { id: "file", type: "file" });
  file.addEventListener("change", () => takeIn(file));
  const letters = make("input", { id: "letters", type: "checkbox", checked: lettersSteer() });
  letters.addEventListener("change", () => keep("letters", letters.checked));
  show({
    part: "answers",
    heading: SAY.keeping,
    nodes: [
      isKept() ? [paragraph(SAY.kept_here), paragraph(SAY.forgetful)] : paragraph(SAY.not_kept), paragraph(fill(isKept() ? SAY.kept_count : SAY.held_count, counts)),
      make("h2", {}, SAY.save), paragraph(SAY.save_help),
      make("label", { class: "tick", for: "own-words-too" }, words, make("span", {}, SAY.with_own_words)),
      actions(button(SAY.save, () => saveFile(words.checked), { class: "first" })),
      make("h2", {}, SAY.read), paragraph(SAY.read_help), labelled(SAY.read, file),
      ...sharingPart(), ...asidesPart(),
      make("h2", {}, SAY.keys_title),
      make("label", { class: "tick", for: "letters" }, letters, make("span", {}, SAY.letter_keys)),
      make("h2", {}, SAY.forget), ...forgetHelp(), actions(button(SAY.forget, askToForget)),
    ],
  });
}

function forgetHelp() {
  return [paragraph(SAY.forget_help), recall("secret") ? paragraph(SAY.forget_shared) : null];
}

function saveFile(ownWords) {
  const name = download(SAY.file_name, exportText(ownWords).trimEnd().split("\n"));
  announce(fill(SAY.saved, { answers: counted(allEntries().length, "answer"), name }));
}

/* Hand lines over as a file with the day in its name; that name. */
function download(kind, lines) {
  const name = `${kind}-${dayOf(Date.now())}.jsonl`;
  const text = lines.map((line) => `${line}\n`).join("");
  const address = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  return name;
}

async function takeIn(field) {
  const [file] = field.files;
  if (!file) return;
  if (file.size > MOST_MEGABYTES * 1e6) {
    announce(fill(SAY.too_large, { most: MOST_MEGABYTES }));
    return;
  }
  const told = importText(await file.text());
  answersView();
  announce(takenIn(told));
}

function takenIn(told) {
  if (!told.read && !told.exams && told.skipped) return SAY.no_answers_in_file;
  return [
    fill(SAY.taken_in, { new: counted(told.new, "new_answer"), read: told.read }),
    told.exams ? fill(SAY.exams_taken_in, { count: counted(told.exams, "new_mock_exam") }) : "",
    told.skipped ? fill(SAY.lines_skipped, { count: counted(told.skipped, "line") }) : "",
  ].filter(Boolean).join(" ");
}

function askToForget() {
  show({
    part: "answers",
    heading: SAY.forget,
    nodes: [forgetHelp(), actions(
      button(SAY.keep_them, answersView, { class: "first" }),
      button(SAY.really_forget, () => {
        dropAll();
        answersView();
        announce(SAY.forgotten);
      }))],
    keys: backKeys(answersView),
  });
}
