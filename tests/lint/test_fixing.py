"""Fixes change what they must and nothing else."""

from collections.abc import Callable

import pytest
from checked import as_text, lines, mended, wishes

from cps_quiz.journeys.check import show_diff
from cps_quiz.lint.fixing import apply_fixes, diff
from cps_quiz.source.diagnostic import Code, Diagnostic, Edit, Fix, Severity
from cps_quiz.source.span import START

NUMBERS = """\
# quiz of numbers
format: 1
bank: 'numbers'
title:   No   # a name
topic: "goal-setting"

items:
  - id: a-1
    stem: >-
      How many principles
      are on the list?
    options:
      # the older list
      - wrong: 10   # of 2004
        misconception: facts-without-support
        why: "Ten were on the list of 2004, which went out of use when this one came."
      - correct: '12'
        why: |
          The list of 2010 was worked out with people in recovery.
      - wrong: "8"
        misconception: facts-without-support
        why: There are eight dimensions of wellness, which is another list of the agency.
    tags: [on, 'off',   2024-05-01]
"""
MENDED = """\
# quiz of numbers
format: 1
bank: 'numbers'
title:   'No'   # a name
topic: "goal-setting"

items:
  - id: a-1
    stem: >-
      How many principles
      are on the list?
    options:
      - wrong: "8"
        misconception: facts-without-support
        why: There are eight dimensions of wellness, which is another list of the agency.
      # the older list
      - wrong: '10'   # of 2004
        misconception: facts-without-support
        why: "Ten were on the list of 2004, which went out of use when this one came."
      - correct: '12'
        why: |
          The list of 2010 was worked out with people in recovery.
    tags: ['on', 'off',   '2024-05-01']
"""
FORMS = [
    pytest.param(lambda text: text, id="as it is"),
    pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
    pytest.param(lambda text: text.replace("\n", "\r\n", 5), id="mixed line endings"),
    pytest.param(lambda text: text.removesuffix("\n"), id="no final newline"),
    pytest.param(lambda text: text + "\n\n# end", id="more at the end"),
    pytest.param(lambda text: text.replace("quiz of", "\U0001f600 東京"), id="wide letters"),
]


def edited(*edits: tuple[int, int, str]) -> Diagnostic:
    fix = Fix("change it", tuple(Edit(*edit) for edit in edits))
    return Diagnostic("a.yaml", START, Code("S011", "yaml-surprise", Severity.WARNING), "wrong", "mend it", None, fix)


@pytest.mark.parametrize("form", FORMS)
def test_comments_quotes_and_line_endings_stay(form: Callable[[str], str]) -> None:
    assert mended(form(NUMBERS)) == form(MENDED)


@pytest.mark.parametrize("form", FORMS)
def test_twice_changes_nothing_and_what_was_mended_is_gone(form: Callable[[str], str]) -> None:
    once = mended(form(NUMBERS))

    assert {row.split()[1] for row in lines(form(NUMBERS), "S011 W508")} == {"S011", "W508"}
    assert mended(once) == once
    assert lines(once, "S011 W508") == []


def test_only_what_is_selected_is_mended() -> None:
    assert mended(NUMBERS, "W508").count("'No'") == 0
    assert mended(NUMBERS, "S011").index("'10'") < mended(NUMBERS, "S011").index('"8"')


def test_what_a_comment_silences_is_not_mended() -> None:
    text = NUMBERS.replace("# a name", "# quiz: ignore[S011]")

    assert "title:   No   # quiz" in mended(text)


def test_what_is_no_yaml_stays_as_it_is() -> None:
    assert mended(NUMBERS + "  - [off\n  no: {", "W508") == mended(NUMBERS, "W508") + "  - [off\n  no: {"


def test_the_diff_shows_the_changed_lines_alone() -> None:
    text = NUMBERS.replace("wrong: 10 ", "wrong: '10'").replace('wrong: "8"', 'wrong: "13"')
    done = show_diff([as_text(text)], wishes())
    changed = [row for row in done.report.splitlines() if row[0] in "+-"]

    assert changed == [
        "--- a.yaml",
        "+++ a.yaml",
        "-title:   No   # a name",
        "+title:   'No'   # a name",
        "-    tags: [on, 'off',   2024-05-01]",
        "+    tags: ['on', 'off',   '2024-05-01']",
    ]
    assert done.sentence == "3 problems would be mended."


def test_the_diff_of_a_sound_text_is_empty() -> None:
    done = show_diff([as_text(MENDED)], wishes())

    assert (done.report, done.exit_code, done.sentence) == ("", 0, "0 problems would be mended.")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        pytest.param("a\n", "b\n", "@@ -1 +1 @@\n-a\n+b\n", id="a line"),
        pytest.param("a\r\n", "b\r\n", "@@ -1 +1 @@\n-a\r\n+b\r\n", id="CRLF"),
        pytest.param(
            "a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n", id="no end"
        ),
        pytest.param("a\x0cb\n", "a\x0cc\n", "@@ -1 +1 @@\n-a\x0cb\n+a\x0cc\n", id="form feed is no line break"),
    ],
)
def test_a_diff_has_its_lines_as_patch_wants_them(before: str, after: str, shown: str) -> None:
    assert diff("a.yaml", before, after) == f"--- a.yaml\n+++ a.yaml\n{shown}"


@pytest.mark.parametrize(
    ("fixes", "after", "count"),
    [
        pytest.param([edited((0, 1, "X"))], "Xbcdef", 1, id="one"),
        pytest.param([edited((4, 5, "Y")), edited((0, 1, "X"))], "XbcdYf", 2, id="in any order"),
        pytest.param([edited((4, 5, "Y"), (0, 1, "X"))], "XbcdYf", 1, id="two edits of one"),
        pytest.param([edited((0, 3, "X")), edited((2, 5, "Y"))], "Xdef", 1, id="the second touches the first"),
        pytest.param([edited((0, 2, "X")), edited((2, 4, "Y"))], "XYef", 2, id="side by side"),
        pytest.param([edited((0, 3, "X"), (2, 5, "Y"))], "abcdef", 0, id="one that touches itself"),
        pytest.param([edited((3, 3, "X"))], "abcXdef", 1, id="insertion"),
        pytest.param([edited()], "abcdef", 0, id="no edits"),
        pytest.param([edited()._replace(fix=None)], "abcdef", 0, id="no fix"),
    ],
)
def test_fixes_are_applied_whole_or_not_at_all(fixes: list[Diagnostic], after: str, count: int) -> None:
    assert apply_fixes("abcdef", fixes) == (after, count)
