/* Giving answers to an instructor: what would leave is shown before it is written, and can be taken back. */

function sharingPart() {
  const code = make("input", {
    id: "programme", type: "text", maxlength: 200, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
  });
  const asked = (act) => () => {
    const programme = programmeOf(code.value);
    if (programme) act(programme);
    else refused(code);
  };
  return [
    make("h2", {}, SAY.share), paragraph(SAY.share_help), labelled(SAY.programme, code),
    actions(button(SAY.share_show, asked(offerView)), button(SAY.share_withdraw, asked(withdraw))),
  ];
}

function refused(field) {
  announce(`${WORDS.sharing.no_code} ${SAY.ask_for_code}`);
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

/* Everything that would leave, in sentences and line by line. */
function offerView(programme) {
  const shared = sharing(programme);
  if (!shared.answers.length) {
    announce(WORDS.sharing.no_answers);
    return;
  }
  const lines = contributionLines(programme, shared);
  const all = make("details", {}, make("summary", {}, fill(SAY.share_lines, { count: counted(lines.length, "line") })));
  all.addEventListener("toggle", () => {
    if (all.open && all.children.length === 1) all.append(make("pre", { tabindex: "0" }, lines.join("\n")));
  });
  show({
    part: "answers",
    heading: SAY.share_heading,
    nodes: [
      sharingSentences(programme, shared).map((text) => paragraph(text)),
      isKept() ? null : paragraph(SAY.share_unkept, "behind"), all,
      actions(
        button(SAY.share_write, () => {
          const name = download(SAY.share_file, lines);
          answersView();
          announce(fillCounted(WORDS.sharing.written, lines.length, { file: name }));
        }, { class: "first" }),
        button(SAY.share_not, answersView)),
    ],
    keys: backKeys(answersView),
  });
}

function sharingSentences(programme, { answers, undone, unprinted }) {
  const words = WORDS.sharing;
  const months = grouped(answers, (one) => one.month).map((list) => [list[0].month, list.length]);
  const exams = new Set(answers.map((one) => one.exam).filter(Boolean)).size;
  const spread = [
    ...months.sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, n]) => fill(words.of_month, { month, answers: n })),
    counted(exams, "exam"),
  ].join(", ");
  const open = answers.filter((one) => one.chosen === null).length;
  return [
    fillCounted(words.would_go, answers.length, { programme, spread }), words.each, words.not,
    open ? fill(words.left_open, { count: open }) : "",
    undone.length ? fillCounted(words.taken_back, undone.length) : "",
    unprinted ? fill(words.unprinted, { count: unprinted }) : "",
    words.fingerprint, SAY.share_back_later,
  ].filter(Boolean);
}

function withdraw(programme) {
  if (!recall("secret")) {
    announce(WORDS.sharing.nothing_shared);
    return;
  }
  const name = download(SAY.withdraw_file, [withdrawalLine(programme)]);
  announce(fill(WORDS.sharing.takes_back, { file: name, programme }));
}
