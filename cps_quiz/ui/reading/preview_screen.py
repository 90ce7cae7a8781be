"""A bank while it is written: one question a page, covered or open, with what `check` says of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.console import Console

from cps_quiz.core.drill.drill import shown_order, shown_texts
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import LETTERS, explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, parts
from cps_quiz.ui.drawing.explained import explanation
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, Page, width_of
from cps_quiz.ui.drawing.screen import draw
from cps_quiz.ui.drawing.scroll import Scroll
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.drill.plain import Say, say_explanation, say_question
from cps_quiz.ui.listening.keys import BACKSPACE, ENDED, ENTER, LEFT, RIGHT, TICK, Keys
from cps_quiz.ui.listening.scrolling import scrolled
from cps_quiz.words import preview as words

SECONDS = 1.0
"""How often a file that is followed is looked at."""


class Shown(NamedTuple):
    """Items with what is said of each, and what is said of none."""

    entries: Sequence[tuple[Item, Sequence[str]]]
    others: Sequence[str]
    glossary: Glossary


def say_preview(shown: Shown, say: Say) -> None:
    """All items one after another, open, each with what is said of it."""
    for number, (item, notes) in enumerate(shown.entries, 1):
        say(words.heading(number, len(shown.entries), item.id))
        order = _order(item)
        say_question(item, order, say)
        say("")
        say_explanation(explain(item, order, None), shown.glossary, say)
        say("")
        for line in (words.NOTES, *notes) if notes else (words.WELL,):
            say(line)
        say("")
    if not shown.entries:
        say(words.NOTHING)
    for line in (words.elsewhere(len(shown.others)), *shown.others) if shown.others else ():
        say(line)


class PreviewScreen:
    """Turns the pages of a preview; `again` gives a new one when a file that is followed has changed."""

    def __init__(self, console: Console, keys: Keys, look: Look, shown: Shown) -> None:
        self.console = console
        self.keys = keys
        self.look = look
        self.shown = shown
        self.at = 0
        self.scroll = Scroll()
        self.open = False

    def run(self, again: Callable[[], Shown | None] | None = None) -> None:
        """Show pages until somebody has seen enough."""
        fresh = True
        while True:
            if fresh:
                self._draw()
            key = self.keys.read(SECONDS if again else None)
            if key in {"q", ENDED}:
                return
            fresh = self._look_again(again) if key == TICK else self._turn(key)

    def _look_again(self, again: Callable[[], Shown | None] | None) -> bool:
        shown = again() if again else None
        if shown is not None:
            self.shown = shown
            self.at = min(self.at, max(0, len(shown.entries)))
        return shown is not None

    def _turn(self, key: str) -> bool:
        last = len(self.shown.entries) - (0 if self.shown.others else 1)
        if key in {ENTER, "n", RIGHT}:
            self.at, self.scroll = min(self.at + 1, max(0, last)), Scroll()
        elif key in {BACKSPACE, "p", LEFT}:
            self.at, self.scroll = max(0, self.at - 1), Scroll()
        elif key == "o":
            self.open, self.scroll = not self.open, Scroll()
        else:
            self.scroll = scrolled(self.scroll, key) or self.scroll
        return True

    def _draw(self) -> None:
        writer = Writer(self.console, self.look, width_of(self.console, self.look.width))
        page = Page(self._heading(writer), self._blocks(writer), words.footer)
        self.scroll = draw(writer, page, self.scroll)

    def _heading(self, writer: Writer) -> Block:
        if self.at >= len(self.shown.entries):
            return []
        item, _ = self.shown.entries[self.at]
        return [writer.text(f" {words.heading(self.at + 1, len(self.shown.entries), item.id)}", "strong")]

    def _blocks(self, writer: Writer) -> list[Block]:
        if self.at >= len(self.shown.entries):
            lead = words.elsewhere(len(self.shown.others)) if self.shown.others else words.NOTHING
            return [writer.prose(lead), *([writer.text(f" {line}")] for line in self.shown.others)]
        item, notes = self.shown.entries[self.at]
        order = _order(item)
        blocks = [writer.prose(item.scenario.text)] if item.scenario else []
        blocks.append(writer.prose(item.stem, style="strong"))
        if self.open:
            blocks += explanation(explain(item, order, None), self.shown.glossary, writer)
        else:
            texts = shown_texts(item.body.interaction(), order)
            blocks.append([line for at, text in enumerate(texts) for line in writer.choice(LETTERS[at], text)])
            blocks.append(writer.prose(words.COVERED))
        said = (words.NOTES, *notes) if notes else (words.WELL,)
        blocks.append([line for sentence in said for line in writer.prose(_literal(sentence))])
        return blocks


def _order(item: Item) -> tuple[int, ...]:
    """Options as they are written, to be found again; steps never in their right order, as in a drill."""
    interaction = item.body.interaction()
    if isinstance(interaction, Arrange):
        return shown_order(interaction, 0, item.id)
    return tuple(range(parts(interaction)))


def _literal(sentence: str) -> str:
    """A sentence of `check` without what would be taken for emphasis or a list."""
    return " ".join(sentence.split()).replace("**", "* *")
