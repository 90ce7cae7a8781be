"""The home screen: what is due, how it goes, the one thing to do now."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from cps_quiz.core.memory.standing import Overview
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drawing.page import wrap
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.words import home as home_words
from cps_quiz.words.aims import aim

WORD = 13
"""Columns of the words in front."""


class Home(NamedTuple):
    """What the home screen shows; `days_left` until the exam if its date is known, `exam_left` to go on with."""

    overview: Overview
    days_left: int | None
    step: str
    exam_left: bool = False


class Row(NamedTuple):
    """A line of the home screen: a word, and what there is to say."""

    word: str
    said: str


def rows(home: Home, glossary: Glossary) -> Iterator[Row]:
    """The lines in the order to read them."""
    seen = home.overview
    if home.days_left is not None:
        yield Row(home_words.YOUR_EXAM, home_words.days_left(home.days_left))
    if home.exam_left:
        yield Row(home_words.MOCK_EXAM, home_words.EXAM_LEFT)
    yield Row(home_words.DUE, home_words.questions(seen.due))
    yield Row(home_words.NEW, home_words.questions(seen.new))
    yield Row(home_words.STREAK, home_words.streak(seen.streak, seen.today))
    if seen.weakest is not None:
        yield Row(home_words.WEAKEST, aim(seen.weakest, glossary))
    if seen.tempting is not None:
        yield Row(home_words.TEMPTING, home_words.tempting(glossary.misconception(seen.tempting), seen.hits))


def sentences(home: Home, glossary: Glossary) -> list[str]:
    """The home screen as lines to be read aloud."""
    shown = [home_words.row(*row) for row in rows(home, glossary)]
    return [*([] if home.overview.begun else home_words.WELCOME), *shown, home.step]


def lines(home: Home, glossary: Glossary, writer: Writer) -> list[Text]:
    """The home screen for a terminal."""
    found = [writer.text(f" {home_words.TITLE}", "strong"), Text()]
    if not home.overview.begun:
        found += [*writer.prose(" ".join(home_words.WELCOME)), Text()]
    for row in rows(home, glossary):
        first = writer.text(f" {row.word:{WORD}}")
        found += wrap(writer.console, writer.text(row.said), writer.width, first, " " * first.cell_len)
    return [*found, Text(), *writer.prose(home.step, style="strong")]
