"""A page that is read on a full screen, whatever it is about."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import Block, Page, width_of, wrap
from cps_quiz.ui.drawing.screen import draw
from cps_quiz.ui.drawing.scroll import Scroll
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.listening.keys import BACKSPACE, ENDED, ENTER, RESIZED, Keys
from cps_quiz.ui.listening.scrolling import read_on
from cps_quiz.ui.pages.shelf import Shelf
from cps_quiz.words import keys as key_words
from cps_quiz.words.steps import Step, step_of

Blocks = Callable[[Writer], list[Block]]
"""Draws what a page shows, as wide as it is now."""


class ToRead(NamedTuple):
    """A page with its title and the steps that lead on from it.

    `steps_after` puts them after so many blocks, and with `enter_starts` Enter starts the first.
    """

    title: str
    blocks: Blocks
    steps: Sequence[Step] = ()
    steps_after: int | None = None
    enter_starts: bool = False


class Reader:
    """Shows pages in parts, opens what a step only wants read, and gives back the step that wants more."""

    def __init__(self, console: Console, keys: Keys, look: Look, shelf: Shelf) -> None:
        self.console = console
        self.keys = keys
        self.look = look
        self.shelf = shelf

    def read(self, shown: ToRead, *, back: bool = False) -> Step | None:
        """Show a page until it is left (None) or a step is chosen; `back` when leaving it shows another one again."""
        scroll, help_ = Scroll(), False
        while True:
            writer = self.writer()
            scroll = draw(writer, self._help(writer) if help_ else self._page(shown, writer, back=back), scroll)
            key = self.keys.read()
            if key == RESIZED:
                continue
            if help_:
                help_, scroll = False, Scroll()
                continue
            starts = key == ENTER and shown.enter_starts and shown.steps
            if not starts and (turned := self._turned(scroll, key, back=back)) is not None:
                scroll = turned
            elif key == "?":
                help_, scroll = True, Scroll()
            elif (step := _meant(key, shown)) is not None:
                if not self.opened(step):
                    return step
            elif key in {"q", ENDED, ENTER, " ", BACKSPACE}:
                return None

    def opened(self, step: Step) -> bool:
        """Whether a step only wanted something read; then it has been."""
        texts = self.shelf.texts(step.command)
        if texts:
            self.read(of_texts(step.said, texts), back=True)
        return bool(texts)

    def writer(self) -> Writer:
        """A writer as wide as the terminal is now."""
        return Writer(self.console, self.look, width_of(self.console, self.look.width))

    @staticmethod
    def _turned(scroll: Scroll, key: str, *, back: bool) -> Scroll | None:
        turned = read_on(scroll, key)
        stays = turned is not None and turned.top == scroll.top
        return None if stays and key == BACKSPACE and back else turned

    def _page(self, shown: ToRead, writer: Writer, *, back: bool) -> Page:
        blocks = shown.blocks(writer)
        firsts, lines = _steps(shown.steps, writer)
        steps = [lines] if shown.steps else []
        after = len(blocks) if shown.steps_after is None else shown.steps_after
        ordered = [*blocks[:after], *steps, *blocks[after:]]
        heading = wrap(self.console, writer.text(shown.title, "strong"), writer.width, " ", " ")
        return Page(heading, ordered, lambda more: self._footer(shown, back, more), marked=firsts, loose=True)

    @staticmethod
    def _footer(shown: ToRead, back: bool, more: bool) -> str:  # noqa: FBT001
        return key_words.reading_footer(len(shown.steps), more=more, back=back, enter_starts=shown.enter_starts)

    def _help(self, writer: Writer) -> Page:
        from cps_quiz.words.key_helps import READING_HELP

        heading = [writer.text(f" {key_words.KEYS}", "strong")]
        return Page(heading, [help_block(READING_HELP, writer)], lambda more: key_words.help_footer(more=more))


def _meant(key: str, shown: ToRead) -> Step | None:
    """The step that a key starts."""
    if key == ENTER and shown.enter_starts and shown.steps:
        return shown.steps[0]
    return step_of(key, shown.steps)


def of_texts(title: str, texts: Sequence[str]) -> ToRead:
    """A page of Markdown texts."""
    return ToRead(title, lambda writer: [writer.prose(text) for text in texts])


def step_block(steps: Sequence[Step], writer: Writer) -> Block:
    """Next steps under their numbers, each with its command, if it has one."""
    return _steps(steps, writer)[1]


def _steps(steps: Sequence[Step], writer: Writer) -> tuple[Block, Block]:
    """The first line of each step, and all lines with their heading."""
    drawn = [writer.step(number, step.said, step.typed) for number, step in enumerate(steps, 1)]
    heading = writer.text(f" {key_words.NEXT}", "strong")
    return [lines[0] for lines in drawn], [heading, *(line for lines in drawn for line in lines)]


def print_blocks(writer: Writer, blocks: Iterable[Block]) -> None:
    """Print blocks of lines with an empty line after each, where they stay."""
    for block in blocks:
        for line in [*block, Text()]:
            writer.console.print(line, soft_wrap=True)


def help_block(rows: Sequence[tuple[str, str]], writer: Writer) -> Block:
    """Keys and what they do, under each other."""
    width = max(len(key) for key, _ in rows)
    return [
        line
        for key, meaning in rows
        for line in wrap(writer.console, Text(meaning), writer.width, f" {key:{width}}  ", " " * (width + 3))
    ]
