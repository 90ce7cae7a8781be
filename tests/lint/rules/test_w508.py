"""W508: numbers in no order, and the fix that sorts them in the source."""

from itertools import permutations

import pytest
from choices import found
from reading import library

from cps_quiz.core.questions.interaction import ChooseOne, Option
from cps_quiz.lint.english.numbers import quantity
from cps_quiz.lint.fixing import apply_fixes
from cps_quiz.lint.rules import rules
from cps_quiz.lint.run import run
from cps_quiz.source.diagnostic import Diagnostic

HEAD = """\
format: 1
bank: numbers
title: Numbers
topic: goal-setting
items:
  - id: item-1
    stem: How many?
"""
OPTIONS = """\
    options:
      # ten is the list of 2004
      - wrong: "10"   # quiz: ignore[E304]
        why: >-
          Ten were on the older list.

          # of 2004
      - correct: 12
        why: Twelve are on the list
          that is in use.   # since 2012

      # eight dimensions
      # of wellness
      - wrong: '8'
        misconception: facts-without-support
        why: |
          Eight is another list.
    tags: [numbers]
  - id: item-2
    stem: And how many are there now?
    options: [{correct: a, why: b}, {wrong: c, why: d}]
"""
SORTED = """\
    options:
      # eight dimensions
      # of wellness
      - wrong: '8'
        misconception: facts-without-support
        why: |
          Eight is another list.
      # ten is the list of 2004
      - wrong: "10"   # quiz: ignore[E304]
        why: >-
          Ten were on the older list.

          # of 2004

      - correct: 12
        why: Twelve are on the list
          that is in use.   # since 2012
    tags: [numbers]
  - id: item-2
    stem: And how many are there now?
    options: [{correct: a, why: b}, {wrong: c, why: d}]
"""


def problems(text: str) -> list[Diagnostic]:
    return run(library(text), [rules()["W508"]])


def fixed(text: str) -> str:
    return apply_fixes(text, problems(text))[0]


def options(text: str) -> tuple[Option, ...]:
    interaction = library(text).items[0].body.interaction()
    assert isinstance(interaction, ChooseOne)
    return interaction.options


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param("3 | 1 | 2", id="digits"),
        pytest.param("10. | 5. | 7.5.", id="full stops and decimals"),
        pytest.param("10% | 5% | 50%", id="per cent"),
        pytest.param("$200 | $1,000 | $50", id="money"),
        pytest.param("1985 | 2003 | 1992", id="years"),
        pytest.param("two | one | three", id="number words"),
        pytest.param("Twenty-one | Twelve | Thirty", id="longer number words"),
        pytest.param("1 hour | 3 hours | 2 hours", id="units"),
        pytest.param("1\u20135 | 11\u201315 | 6\u201310", id="ranges"),
        pytest.param("5 to 10 | 1 to 5 | 10 to 20", id="ranges in words"),
        pytest.param("-1 | 2 | \u22123", id="signs"),
        pytest.param("2 million | 500 thousand | 1 billion", id="large numbers"),
    ],
)
def test_numbers_in_no_order_are_found(texts: str) -> None:
    assert len(found("W508", f"How many? | {texts}")) == 1


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param("1 | 2 | 3", id="up"),
        pytest.param("10.7. | 7.4. | 5.6. | 3.6.", id="down"),
        pytest.param("1 | 1.0 | 2", id="a tie"),
        pytest.param("$1,000 | $200 | $50", id="thousands"),
        pytest.param("2 | 1", id="two"),
        pytest.param("3 | 1 | None", id="not all are numbers"),
        pytest.param("3 hours | 1 day | 2 hours", id="several units"),
        pytest.param("17% and 18% | 10% and 12% | 15% and 16%", id="pairs"),
        pytest.param("1/2 | 3/4 | 1/4", id="fractions"),
        pytest.param("10:30 | 9:15 | 11:00", id="times"),
        pytest.param("EC2 | S3 | Route 53", id="names"),
        pytest.param("3 of her friends stay with her | 1 of them does | 2 of them do", id="sentences"),
    ],
)
def test_numbers_in_order_and_other_options_are_not(texts: str) -> None:
    assert found("W508", f"How many? | {texts}") == []


def test_a_number_is_read_with_what_stands_around_it() -> None:
    assert quantity("About $1,250.50.") == ((1250.5,), "about $#")
    assert quantity("forty-two Days") == ((42,), "# day")


def test_the_fix_moves_options_with_their_comments_and_leaves_the_rest() -> None:
    assert fixed(HEAD + OPTIONS) == HEAD + SORTED


def test_the_fix_changes_nothing_but_the_order() -> None:
    assert sorted(options(HEAD + OPTIONS)) == sorted(options(fixed(HEAD + OPTIONS)))


def test_once_fixed_there_is_nothing_left_to_fix() -> None:
    assert problems(HEAD + SORTED) == []


def test_line_endings_are_kept() -> None:
    text = (HEAD + OPTIONS).replace("\n", "\r\n")
    assert fixed(text) == (HEAD + SORTED).replace("\n", "\r\n")


@pytest.mark.parametrize("order", [*permutations((1, 2, 30))])
def test_an_option_at_the_very_end_of_a_file_is_moved_too(order: tuple[int, ...]) -> None:
    body = "\n".join(f"    - {'wrong' if n > 1 else 'correct'}: {n}\n      why: Because {n}." for n in order)
    text = f"{HEAD}    options:\n{body}"
    assert [option.text for option in options(fixed(text))] in (["1", "2", "30"], ["30", "2", "1"])
    assert sorted(options(fixed(text))) == sorted(options(text))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("    options: [{correct: 3, why: x}, {wrong: 1, why: y}, {wrong: 2, why: z}]\n", id="on one line"),
        pytest.param(
            "    options:\n    -\n      correct: 3\n      why: x\n    - wrong: 1\n      why: y\n"
            "    - wrong: 2\n      why: z\n",
            id="a dash alone",
        ),
        pytest.param(
            "    options:\n    - correct: 3\n      why: |+\n        x\n\n    - wrong: 1\n      why: y\n"
            "    - wrong: 2\n      why: z\n",
            id="a text that keeps its blank lines",
        ),
        pytest.param(
            "    options:\n    - correct: 3\n      why: &x Because.\n    - wrong: 1\n      why: *x\n"
            "    - wrong: 2\n      why: z\n",
            id="an alias",
        ),
    ],
)
def test_what_cannot_be_moved_by_whole_lines_is_found_and_left_to_its_author(body: str) -> None:
    assert [problem.fix for problem in problems(HEAD + body)] == [None]
