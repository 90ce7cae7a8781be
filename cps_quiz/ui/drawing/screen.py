"""A full screen: a header, a part of a page, a note, and below it the keys that can be pressed."""

from rich.console import Console
from rich.control import Control
from rich.segment import ControlType
from rich.text import Text

from cps_quiz.ui.drawing.page import Block, Layout, Page, lay_out
from cps_quiz.ui.drawing.scroll import Scroll
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.words.numbers import part_of

LOW, LOW_FOOTER = 16, 2
"""Lines below which a screen is low: then the header keeps no distance, and the footer takes so many at most."""


def draw(writer: Writer, page: Page, scroll: Scroll) -> Scroll:
    """Draw the lines of a page that `scroll` asks for; the same with what is known now of the page's parts."""
    console = writer.console
    low = console.height < LOW
    most = min(page.keys_most, LOW_FOOTER) if low else page.keys_most
    lean = footer_lines(writer, page.footer(True), most)
    height = console.height - len(page.header) - len(lean) - len(page.note) - (1 if low else 2)
    found = lay_out(page, max(3, height))
    shown = _known(found, page, scroll)
    footer = lean if shown.more else footer_lines(writer, page.footer(False), most)
    above = [*page.header, *_part(shown, low=low), *_seen(found, shown, max(3, height))]
    below = [*page.note, *footer]
    free = console.height - len(above) - len(below)
    _print(console, [*above[: console.height - len(below)], *[Text()] * free, *below])
    return shown


def footer_lines(writer: Writer, keys: str, most: int) -> Block:
    """Keys in at most so many lines; the last but one give way, and how to leave stays."""
    phrases = keys.split("|")
    while len(lines := writer.row(phrases)) > most and len(phrases) > 1:
        del phrases[max(0, len(phrases) - 2)]
    return lines


def draw_header(console: Console, header: Block) -> None:
    """Draw the first lines anew and leave the others as they are."""
    console.control(Control.home())
    for line in header:
        console.control(Control((ControlType.ERASE_IN_LINE, 2)))
        console.print(line, no_wrap=True, overflow="crop")


def _known(found: Layout, page: Page, scroll: Scroll) -> Scroll:
    starts = found.starts
    places = (next((at for at, line in enumerate(found.lines) if line is one), 0) for one in page.marked)
    parts = (max(part for part, start in enumerate(starts) if start <= place) for place in places)
    return Scroll(scroll.top, starts, tuple(parts)).within()


def _seen(found: Layout, shown: Scroll, height: int) -> Block:
    """A whole part from its beginning; from the middle of one, as many lines as there is room for."""
    end = shown.top + height
    if shown.top in shown.starts and shown.more:
        end = min(end, shown.starts[shown.part + 1])
    return found.lines[shown.top : end]


def _part(shown: Scroll, *, low: bool) -> Block:
    if len(shown.starts) > 1:
        return [Text(f" {part_of(shown.part + 1, len(shown.starts))}")]
    return [] if low else [Text()]


def _print(console: Console, lines: Block) -> None:
    console.control(Control.home(), Control.clear())
    console.print(Text("\n").join(lines[: console.height]), end="", no_wrap=True, overflow="crop")
