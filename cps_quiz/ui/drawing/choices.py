"""A question on a page: its situation, what is asked, and the parts to choose from."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.text import Text

from cps_quiz.core.questions.asking import asked
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.ui.drawing.page import Block
from cps_quiz.ui.drawing.writer import Writer


class Choices(NamedTuple):
    """The parts to choose from as one block, and the first line of each."""

    lines: Block
    firsts: list[Text]


def asked_blocks(item: Item, writer: Writer) -> list[Block]:
    """The situation, if there is one, and the question."""
    situation, question = asked(item)
    return [*([writer.prose(situation)] if situation else []), writer.prose(question, style="strong")]


def choices(leads: Iterable[str], texts: Iterable[str], mark: int | None, writer: Writer) -> Choices:
    """The parts as shown, each behind its letter and `lead`; the arrow keys point at number `mark`."""
    rows = zip(LETTERS, leads, texts, strict=False)
    parts = [writer.choice(letter, text, lead, marked=at == mark) for at, (letter, lead, text) in enumerate(rows)]
    return Choices([line for lines in parts for line in lines], [lines[0] for lines in parts])


def ticks(count: int, ticked: Iterable[int]) -> list[str]:
    """What stands before parts that can be ticked."""
    chosen = set(ticked)
    return ["[x] " if at in chosen else "[ ] " for at in range(count)]


def nths(count: int, placed: tuple[int, ...]) -> list[str]:
    """What stands before the steps of an order: the place that each was given."""
    return [f"{placed.index(at) + 1}. " if at in placed else "   " for at in range(count)]
