"""Where a finding is shown: line and column of routes, phrases and names in every way to write a text."""

from collections.abc import Iterator

import pytest
from reading import library

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.run import run
from cps_quiz.lint.views import FileView, ItemView
from cps_quiz.source.diagnostic import Code, Severity
from cps_quiz.source.node import Route

BANK = r"""# A bank in every hand.
format: 1
bank: hands
title: "Hands \"and\" feet"
topic: goal-setting
scenarios:
  folded: >-
    Dana is late again, and
    Luis waits.

    He has waited before.
  'quoted': 'Dana''s bus didn''t come.'
references: {notes: {title: Notes on waiting}}
items:
  - id: plain
    scenario: folded
    stem: What helps Dana, and what
      helps Luis?
    references: [notes]
    options:
      - correct: To ask what the wait is like
        why: Nobody annually asks, and all of them wait. All wait.
      - wrong: Option B is
          the bus
        why: >-   # all of it
          It leaves her
          with the bus.

      - misconception: giving-advice
        wrong:    "Say \"you always wait\", or \\ \"never\"."
        why: |
          First line never.
            Second line, "always".
  - {id: flow, stem: Who waits?, options: [{correct: 'It''s Dana', why: She says so.}, {wrong: Luis, why: "He only\
      \ drives, he\nsays so, and
      waits."}]}
  -
    id: emoji
    type: order
    stem: "😀 Which comes first, “asking” or telling?"
    steps:
    - Ask ☕ first
    - 'Tell,
      then tell'
    - |2-
       Ask again
    why: é ö and then all, for all of us (all).
  - id: write
    type: reflection
    stem: Why wait?
    looks_for: [It is kind, It is "kind", 'It is kind']
    example: >
      Because a wait
      is a gift.
    why: A wait
      gives room,

      and a rest."""


def rule_of(item: str, finding: Finding) -> Rule:
    """A rule with one finding, in the item of that id or, without one, in the file."""

    def each_item(view: ItemView) -> Iterator[Finding]:
        if view.item.id == item:
            yield finding

    def each_file(_view: FileView) -> Iterator[Finding]:
        yield finding

    code = Code("X999", "example", Severity.INFO)
    return Rule(code, each_item=each_item) if item else Rule(code, each_file=each_file)


def place(text: str, item: str, finding: Finding) -> str:
    """The place of the one finding as `line:column-line:column`."""
    loaded = library(text)
    assert loaded.diagnostics == ()
    (found,) = run(loaded, [rule_of(item, finding)])
    span = found.span
    return f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"


Row = tuple[str, Route, str, str]


def name_of(row: Row) -> str:
    item, route, phrase, _ = row
    return f"{item or 'file'}:{'.'.join(map(str, route))} {phrase or 'all'}"


PLACES: list[Row] = [
    ("plain", ("stem",), "", "17:11-18:18"),
    ("plain", ("stem",), "Dana", "17:22-17:26"),
    ("plain", ("stem",), "what helps Luis", "17:32-18:17"),
    ("plain", ("stem",), "helps Luis", "18:7-18:17"),
    ("plain", ("stem",), "absent", "17:11-18:18"),
    ("plain", ("hint",), "", "15:5-15:6"),
    ("plain", (), "", "15:5-15:6"),
    ("plain", ("id",), "", "15:9-15:14"),
    ("plain", ("scenario",), "", "16:15-16:21"),
    ("plain", ("references", 0), "", "19:18-19:23"),
    ("plain", ("references",), "", "19:17-19:18"),
    ("plain", ("options",), "", "21:7-21:8"),
    ("plain", ("options", 1), "", "23:9-23:10"),
    ("plain", ("options", 2), "", "29:9-29:10"),
    ("plain", ("options", 9, "why"), "", "21:7-21:8"),
    ("plain", ("options", 0, "correct"), "", "21:18-21:46"),
    ("plain", ("options", 0, "correct"), "the wait", "21:30-21:38"),
    ("plain", ("options", 0, "why"), "all", "22:40-22:43"),
    ("plain", ("options", 0, "why"), "All", "22:58-22:61"),
    ("plain", ("options", 0, "why"), "nually", "22:23-22:29"),
    ("plain", ("options", 1, "wrong"), "", "23:16-24:18"),
    ("plain", ("options", 1, "wrong"), "Option B", "23:16-23:24"),
    ("plain", ("options", 1, "wrong"), "is the bus", "23:25-24:18"),
    ("plain", ("options", 1, "why"), "", "25:14-27:24"),
    ("plain", ("options", 1, "why"), "her with", "26:21-27:15"),
    ("plain", ("options", 1, "why"), "it", "27:12-27:14"),
    ("plain", ("options", 1, "misconception"), "", "23:9-23:10"),
    ("plain", ("options", 2, "misconception"), "", "29:24-29:37"),
    ("plain", ("options", 2, "wrong"), "", "30:19-30:62"),
    ("plain", ("options", 2, "wrong"), "always", "30:30-30:36"),
    ("plain", ("options", 2, "wrong"), 'Say "you always wait"', "30:20-30:43"),
    ("plain", ("options", 2, "wrong"), '\\ "never"', "30:48-30:60"),
    ("plain", ("options", 2, "why"), "", "31:14-33:35"),
    ("plain", ("options", 2, "why"), "never. Second", "32:22-33:19"),
    ("plain", ("options", 2, "why"), '"always"', "33:26-33:34"),
    ("flow", (), "", "34:5-34:6"),
    ("flow", ("stem",), "waits", "34:26-34:31"),
    ("flow", ("options", 0, "correct"), "", "34:54-34:66"),
    ("flow", ("options", 0, "correct"), "It's", "34:55-34:60"),
    ("flow", ("options", 1), "", "34:88-34:89"),
    ("flow", ("options", 1, "why"), "", "34:107-36:14"),
    ("flow", ("options", 1, "why"), "only drives", "34:111-35:15"),
    ("flow", ("options", 1, "why"), "he says", "35:17-35:25"),
    ("flow", ("options", 1, "why"), "and waits", "35:30-36:12"),
    ("emoji", (), "", "38:5-38:6"),
    ("emoji", ("stem",), "first", "40:26-40:31"),
    ("emoji", ("stem",), "“asking”", "40:33-40:41"),
    ("emoji", ("steps", 0), "first", "42:13-42:18"),
    ("emoji", ("steps", 1), "", "43:7-44:17"),
    ("emoji", ("steps", 1), "then tell", "44:7-44:16"),
    ("emoji", ("steps", 2), "", "45:7-46:17"),
    ("emoji", ("steps", 2), "again", "46:12-46:17"),
    ("emoji", ("why",), "all of us", "47:32-47:41"),
    ("emoji", ("why",), "(all)", "47:42-47:47"),
    ("write", ("looks_for", 1), "", "51:29-51:41"),
    ("write", ("looks_for", 2), "kind", "51:50-51:54"),
    ("write", ("example",), "", "52:14-54:17"),
    ("write", ("example",), "wait is a", "53:17-54:11"),
    ("write", ("why",), "", "55:10-58:18"),
    ("write", ("why",), "room, and", "56:13-58:10"),
    ("", (), "", "2:1-2:2"),
    ("", ("title",), '"and"', "4:15-4:22"),
    ("", ("scenarios", "folded"), "", "7:11-11:26"),
    ("", ("scenarios", "folded"), "and Luis", "8:25-9:9"),
    ("", ("scenarios", "folded"), "waits. He", "9:10-11:7"),
    ("", ("scenarios", "quoted"), "Dana's bus", "12:14-12:25"),
    ("", ("scenarios", "quoted"), "didn't", "12:26-12:33"),
    ("", ("items", 3, "stem"), "wait", "50:15-50:19"),
    ("", ("references", "notes", "title"), "on waiting", "13:35-13:45"),
]

NAMES: list[Row] = [
    ("", ("scenarios", "folded"), "", "7:3-7:9"),
    ("", ("scenarios", "quoted"), "", "12:3-12:11"),
    ("", ("references", "notes"), "", "13:14-13:19"),
    ("", ("items", 1, "options", 0, "why"), "", "34:68-34:71"),
    ("", ("items",), "", "14:1-14:6"),
    ("", ("title",), "", "4:1-4:6"),
    ("", ("scenarios", "absent"), "", "7:3-7:4"),
    ("", ("items", 0, "hint"), "", "15:5-15:6"),
]


@pytest.mark.parametrize("line_break", [pytest.param("\n", id="LF"), pytest.param("\r\n", id="CRLF")])
@pytest.mark.parametrize(
    ("item", "route", "phrase", "expected"),
    [pytest.param(*row, id=name_of(row)) for row in PLACES],
)
def test_a_finding_stands_at_its_words(item: str, route: Route, phrase: str, expected: str, line_break: str) -> None:
    text = BANK.replace("\n", line_break)

    assert place(text, item, Finding(route, "wrong", "mend it", phrase)) == expected


@pytest.mark.parametrize(
    ("item", "route", "phrase", "expected"),
    [pytest.param(*row, id=name_of(row)) for row in NAMES],
)
def test_a_finding_may_stand_at_a_name(item: str, route: Route, phrase: str, expected: str) -> None:
    assert place(BANK, item, Finding(route, "wrong", "mend it", phrase, at_name=True)) == expected


@pytest.mark.parametrize(
    ("route", "item"),
    [
        pytest.param(("items", 0, "stem"), "plain", id="in an item"),
        pytest.param(("items", 3), "write", id="an item"),
        pytest.param(("items",), None, id="all items"),
        pytest.param(("title",), None, id="elsewhere"),
        pytest.param((), None, id="the file"),
    ],
)
def test_a_finding_in_a_file_names_the_item_that_it_stands_in(route: Route, item: str | None) -> None:
    (found,) = run(library(BANK), [rule_of("", Finding(route, "wrong", "mend it"))])

    assert found.item == item


def test_every_line_counts_from_the_top_of_its_own_file() -> None:
    shifted = "# one more line\n" + BANK.replace("hands", "other").replace("id: ", "id: other-")
    both = run(library(BANK, shifted), [rule_of("", Finding(("title",), "wrong", "mend it"))])

    assert [(found.path, found.span.line) for found in both] == [("0.yaml", 4), ("1.yaml", 5)]
