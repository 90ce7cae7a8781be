"""No screen says a sentence of its own: what is said to a person stands in words/, where a translation finds it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import cps_quiz.ui

UI = Path(cps_quiz.ui.__file__).parent

ELSEWHERE = {
    "drawing/look.py": "names of colours, for Rich",
    "reading/coverage_view.py": "what `bank list --coverage` says to those who write banks, not to learners",
}
"""Files that may have such strings of their own, and why."""

WORD = r"[^\W\d_]{2,}"
PHRASE = re.compile(
    rf"""{WORD}\W*\s\W*{WORD}        # two words
    | (?:^|\s|[(\[]){WORD}[\s.,:;!?] # or one of a sentence: a space or a stop before it and after it,
    | \s{WORD}(?:$|[)\]])            # as in " of "
    | ^[A-Z][a-z]+$                  # or one that begins as a sentence or a heading does
    """,
    re.VERBOSE,
)


def phrases(source: str) -> Iterator[tuple[int, str]]:
    """Every string of a module that reads as words for a person, also between the braces of an f-string."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(str() as text) if id(node) not in docstrings and PHRASE.search(text):
                yield node.lineno, text


def found() -> dict[str, list[str]]:
    """The strings of each file of ui/ that has some, with their lines."""
    files = {path.relative_to(UI).as_posix(): path.read_text(encoding="utf-8") for path in sorted(UI.rglob("*.py"))}
    told = {name: [f"{line}: {text}" for line, text in phrases(source)] for name, source in files.items()}
    return {name: texts for name, texts in told.items() if texts}


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('say("Press Enter to begin.")', id="sentence"),
        pytest.param('row("enter next|q stop")', id="footer"),
        pytest.param('Row("Streak", text)', id="heading"),
        pytest.param('f"{right} of {asked}"', id="one-word-between-numbers"),
        pytest.param('f"  {right} right"', id="one-word-after-a-number"),
        pytest.param('f"Instead: {text}"', id="one-word-before-a-text"),
        pytest.param("f\"{name}{' Flagged.' if flagged else ''}\"", id="in-braces"),
        pytest.param('note = "  (you too)"', id="in-brackets"),
        pytest.param('"""Shown."""\nsay("Type a number.")', id="beside-a-docstring"),
    ],
)
def test_words_for_a_person_are_found(source: str) -> None:
    assert len([*phrases(source)]) == 1


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('"""A docstring is for those who read the program."""', id="docstring"),
        pytest.param('X = 1\n"""So is what stands below a constant."""', id="below-a-constant"),
        pytest.param('text(line, "strong")', id="style"),
        pytest.param('ENTER, UP = "enter", "page-up"', id="names-of-keys"),
        pytest.param('environment.get("CPS_QUIZ_PLAIN", "0")', id="name-in-the-environment"),
        pytest.param('f"[{mark}] {letter}.  {text}"', id="layout"),
        pytest.param('words.partition(": cps-quiz")', id="name-of-the-program"),
    ],
)
def test_other_strings_are_not(source: str) -> None:
    assert [*phrases(source)] == []


def test_no_screen_has_words_of_its_own() -> None:
    assert {name: texts for name, texts in found().items() if name not in ELSEWHERE} == {}


def test_each_exception_is_needed() -> None:
    assert ELSEWHERE.keys() <= found().keys()
