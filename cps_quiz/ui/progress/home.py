"""The home screen: how ready, what is weakest, what to do today; then what can be started."""

from collections.abc import Iterator
from typing import NamedTuple

from cps_quiz.core.memory.skills import Skill
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drawing.page import Block, wrap
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.words import home as home_words
from cps_quiz.words.aims import aim

WORD = 11
"""Columns of the words in front."""


class Glance(NamedTuple):
    """Where the learner stands, at a glance.

    `days_left` until the exam if its date is known, `weakest` if that can be said, `kind` lines for what was reached.
    """

    ready: str
    weakest: Skill | None
    today: str
    days_left: int | None = None
    streak: int = 0
    answers: int = 0
    kind: tuple[str, ...] = ()
    begun: bool = True


class Row(NamedTuple):
    """A line: a word, and what there is to say."""

    word: str
    said: str


def rows(glance: Glance, glossary: Glossary) -> Iterator[Row]:
    """The lines in the order to read them."""
    if glance.days_left is not None:
        yield Row(home_words.YOUR_EXAM, home_words.days_left(glance.days_left))
    yield Row(home_words.READY, glance.ready)
    if glance.weakest is not None:
        yield Row(home_words.WEAKEST, aim(glance.weakest, glossary))
    yield Row(home_words.TODAY, glance.today)
    if glance.streak > 1:
        yield Row(home_words.STREAK, home_words.streak(glance.streak, glance.answers))


def sentences(glance: Glance, glossary: Glossary) -> list[str]:
    """The same as lines to be read aloud."""
    shown = [home_words.row(*row) for row in rows(glance, glossary)]
    return [*([] if glance.begun else home_words.WELCOME), *shown, *glance.kind]


def blocks(glance: Glance, glossary: Glossary, writer: Writer) -> list[Block]:
    """The same for a terminal."""
    welcome = [] if glance.begun else [writer.prose(" ".join(home_words.WELCOME))]
    drawn = [line for row in rows(glance, glossary) for line in _drawn(row, writer)]
    return [*welcome, drawn, *([[line for said in glance.kind for line in writer.prose(said)]] if glance.kind else [])]


def _drawn(row: Row, writer: Writer) -> Block:
    first = writer.text(f" {row.word:{WORD}}", "strong")
    return wrap(writer.console, writer.text(row.said), writer.width, first, " " * first.cell_len)
