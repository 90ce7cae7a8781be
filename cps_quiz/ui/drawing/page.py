"""What a page is made of, and how it is divided into parts."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from cps_quiz.ui.drawing.look import WIDEST
from cps_quiz.words.keys import FOLDED

Block = list[Text]
"""Lines that belong together, already wrapped."""

LEAST_FOLDED = 2
"""Lines of what is folded that stay."""

EMPTY = 3
"""A part of a loose page may leave less than one of so many parts of the screen empty. Our own choice."""

LEAST_CUT = 2
"""Lines of a block that is cut that stand together on either side."""

Footer = Callable[[bool], str]
"""The keys below a page, with | between them, given whether there are more parts. What matters most comes first; the
last one is how to leave."""


class Page(NamedTuple):
    """What is on the screen as a whole.

    `blocks` may take several parts. `fold` goes before them: where room is short its beginning is left
    out, so that the first `together` blocks share the first part with it. A `note` stands above the
    footer of every part. `marked` are lines whose part is asked for. The footer takes `keys_most` lines at most.
    In a `loose` page blocks are cut rather than much room left empty, those with marked lines before one of them.
    """

    header: Block
    blocks: list[Block]
    footer: Footer
    note: Sequence[Text] = ()
    fold: Sequence[Text] = ()
    together: int = 0
    marked: Sequence[Text] = ()
    keys_most: int = 3
    loose: bool = False


class Layout(NamedTuple):
    """All lines of a page, and the numbers of those that parts begin with."""

    lines: Block
    starts: tuple[int, ...]


def width_of(console: Console, widest: int = WIDEST) -> int:
    """Columns to write in."""
    return max(20, min(console.width, widest) - 1)


def wrap(console: Console, text: Text, width: int, first: Text | str = "", rest: str = "") -> Block:
    """`text` in lines of `width` columns, the first after `first`, the others after `rest`."""
    lead = first if isinstance(first, Text) else Text(first)
    room = max(8, width - max(lead.cell_len, len(rest)))
    lines = text.wrap(console, room)
    return [(lead.copy() if at == 0 else Text(rest)).append_text(line) for at, line in enumerate(lines)]


def lay_out(page: Page, height: int) -> Layout:
    """The lines of a page and its parts of at most `height` lines, broken between blocks where that is possible."""
    lines: Block = []
    starts = [0]
    for block in [*_folded(page, height), *page.blocks]:
        used = len(lines) - starts[-1]
        if used:
            lines.append(Text())
        if used and used + 1 + len(block) > height:
            kept = _kept(block, height - used - 1, height, page)
            lines += block[:kept]
            starts.append(len(lines))
            lines += block[kept:]
        else:
            lines += block
        while len(lines) - starts[-1] > height:
            starts.append(_cut(lines, starts[-1], height, page.marked))
    return Layout(lines, tuple(starts))


def _kept(block: Block, room: int, height: int, page: Page) -> int:
    """How many lines of a block that does not fit stay above; none where little room is left, or no cut is good."""
    if not page.loose or room < height // EMPTY:
        return 0
    marked = [at for at, line in enumerate(block) if any(line is one for one in page.marked)]
    cuts = marked[1:] or range(LEAST_CUT, len(block) - LEAST_CUT + 1)
    return max((cut for cut in cuts if cut <= room), default=0)


def _cut(lines: Block, start: int, height: int, marked: Sequence[Text]) -> int:
    """Where to cut a block that is too long: before a marked line, if there is one."""
    cut = start + height
    fitting = (at for at in range(cut, start + 1, -1) if any(lines[at] is line for line in marked))
    return next(fitting, cut)


def _folded(page: Page, height: int) -> list[Block]:
    room = height - sum(len(block) + 1 for block in page.blocks[: page.together])
    keep = max(LEAST_FOLDED, room)
    if not page.fold:
        return []
    if len(page.fold) <= keep:
        return [list(page.fold)]
    first, *rest = page.fold[-keep:]
    words = first.plain.split()
    while len(words) > 1 and len(FOLDED) + len(" ".join(words)) > first.cell_len:
        del words[0]
    return [[Text(FOLDED + " ".join(words)), *rest]]
