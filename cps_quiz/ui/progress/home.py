"""The home screen: what is due, how it goes, the one thing to do now."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from cps_quiz.core.counting import counted
from cps_quiz.core.memory.standing import Overview
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drawing.page import wrap
from cps_quiz.ui.drawing.pictures import bar
from cps_quiz.ui.drawing.writer import Writer

WELCOME = (
    "Welcome. This is practice for future peer specialists: short situations, with kind replies to choose from.",
    "No answer can do any harm, and each one is explained.",
    "Ten questions take about ten minutes. Press Enter to begin.",
)
"""Said as long as nothing was ever answered. The minutes are our guess."""

BAR = 20
WORD = 13
"""Columns of the words in front."""


class Home(NamedTuple):
    """What the home screen shows; `days_left` until the exam if its date is known, `exam_left` to go on with."""

    overview: Overview
    days_left: int | None
    step: str
    exam_left: bool = False


class Row(NamedTuple):
    """A line of the home screen: a word, what there is to say, and a share to draw."""

    word: str
    said: str
    share: float | None = None


def rows(home: Home, glossary: Glossary) -> Iterator[Row]:
    """The lines in the order to read them."""
    seen = home.overview
    if home.days_left is not None:
        yield Row("Your exam", _days(home.days_left))
    if home.exam_left:
        yield Row("Mock exam", "left unfinished; go on with it: cps-quiz exam")
    yield Row("Due today", _questions(seen.due))
    yield Row("New", _questions(seen.new))
    yield Row("Streak", _streak(seen))
    if seen.weakest is not None:
        yield Row("Weakest", glossary.topic(seen.weakest.topic), seen.weakest.share)
    if seen.tempting is not None:
        times = counted(seen.hits, "time")
        yield Row("Tempts most", f"{glossary.misconception(seen.tempting)}, {times} in two weeks")


def sentences(home: Home, glossary: Glossary) -> list[str]:
    """The home screen as lines to be read aloud."""
    shown = [
        f"{row.word}: {row.said}{'' if row.share is None else f', {row.share:.0%} held in memory'}."
        for row in rows(home, glossary)
    ]
    return [*([] if home.overview.begun else WELCOME), *shown, home.step]


def lines(home: Home, glossary: Glossary, writer: Writer) -> list[Text]:
    """The home screen for a terminal."""
    found = [writer.text(" CPS Quiz", "strong"), Text()]
    if not home.overview.begun:
        found += [*writer.prose(" ".join(WELCOME)), Text()]
    for row in rows(home, glossary):
        first = writer.text(f" {row.word:{WORD}}")
        block = wrap(writer.console, writer.text(row.said), writer.width, first, " " * first.cell_len)
        if row.share is not None:
            share = bar(row.share, BAR, writer.look).append(f" {row.share:.0%}")
            if block[-1].cell_len + 2 + share.cell_len > writer.width:
                block.append(Text(" " * (first.cell_len - 2)))
            block[-1].append("  ").append_text(share)
        found += block
    return [*found, Text(), *writer.prose(home.step, style="strong")]


def _questions(count: int) -> str:
    return counted(count, "question") if count else "nothing"


def _streak(seen: Overview) -> str:
    if not seen.streak:
        return "begins with your next answer"
    return f"{counted(seen.streak, 'day')}, {counted(seen.today, 'answer') if seen.today else 'no answer yet'} today"


def _days(left: int) -> str:
    return "today" if left == 0 else f"in {counted(left, 'day')}"
