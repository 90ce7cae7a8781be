"""Full screens: blocks of lines between a header and a footer, a page at a time."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.control import Control
from rich.segment import ControlType
from rich.text import Text

from cps_quiz.words.numbers import part_of

Block = list[Text]
"""Lines that belong together, already wrapped."""

WIDEST = 100
"""Columns used at most: longer lines are hard to read."""


class Page(NamedTuple):
    """What is on the screen as a whole; `blocks` may take several pages."""

    header: Block
    blocks: list[Block]
    footer: Callable[[bool], Block]
    """The last lines, given whether there are more pages."""


def width_of(console: Console) -> int:
    """Columns to write in."""
    return max(20, min(console.width, WIDEST) - 1)


def wrap(console: Console, text: Text, width: int, first: Text | str = "", rest: str = "") -> Block:
    """`text` in lines of `width` columns, the first after `first`, the others after `rest`."""
    lead = first if isinstance(first, Text) else Text(first)
    room = max(8, width - max(lead.cell_len, len(rest)))
    lines = text.wrap(console, room)
    return [(lead.copy() if at == 0 else Text(rest)).append_text(line) for at, line in enumerate(lines)]


def paginate(blocks: Sequence[Block], height: int) -> list[Block]:
    """Pages of at most `height` lines, broken between blocks where that is possible."""
    pages: list[Block] = [[]]
    for block in blocks:
        gap = [Text()] if pages[-1] else []
        if len(pages[-1]) + len(gap) + len(block) <= height:
            pages[-1] += [*gap, *block]
            continue
        if pages[-1]:
            pages.append([])
        for at in range(0, len(block), height):
            if at:
                pages.append([])
            pages[-1] += block[at : at + height]
    return pages


def draw(console: Console, page: Page, number: int) -> int:
    """Draw page `number` (from 0, wrapping round) and return how many pages there are."""
    lean = page.footer(True)
    pages = paginate(page.blocks, max(3, console.height - len(page.header) - len(lean) - 2))
    shown = pages[number % len(pages)]
    footer = lean if len(pages) > 1 else page.footer(False)
    free = console.height - len(page.header) - len(shown) - len(footer) - 1
    part = f" {part_of(number % len(pages) + 1, len(pages))}" if len(pages) > 1 else ""
    lines = [*page.header, Text(part), *shown, *[Text()] * max(0, free), *footer]
    console.control(Control.home(), Control.clear())
    for at, line in enumerate(lines[: console.height]):
        end = "" if at == min(len(lines), console.height) - 1 else "\n"
        console.print(line, end=end, no_wrap=True, overflow="crop")
    return len(pages)


def draw_header(console: Console, header: Block) -> None:
    """Draw the first lines anew and leave the others as they are."""
    console.control(Control.home())
    for line in header:
        console.control(Control((ControlType.ERASE_IN_LINE, 2)))
        console.print(line, no_wrap=True, overflow="crop")
