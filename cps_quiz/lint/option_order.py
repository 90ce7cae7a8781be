"""Putting the options of an item in another order in the source, comments and line endings kept."""

from collections.abc import Sequence as Ordered
from itertools import pairwise
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.node import Mapping, Node, Sequence

_DASH = pattern(r" *- +")
_COMMENT = pattern(r" *#.*")
_TIED_TO_ITS_PLACE = pattern(r"[|>][1-9]?\+|[:-] +[&*]\w")
"""Block texts that keep the blank lines after them, anchors and aliases."""


class _Block(NamedTuple):
    """The lines of an option, comments above it included; without the last line break."""

    start: int
    end: int
    indent: int


def reorder(text: str, options: Node, order: Ordered[int]) -> Edit | None:
    """The edit of `text` that puts `options` in `order`; None unless each starts a line with its dash.

    Comments directly above an option move with it; blank lines stay where they are.
    """
    blocks = _blocks(text, options.items) if isinstance(options, Sequence) else []
    if len(blocks) != len(order) or len({block.indent for block in blocks}) != 1:
        return None
    start, end = blocks[0].start, blocks[-1].end
    if _TIED_TO_ITS_PLACE.search(text, start, end):
        return None
    gaps = [*(text[one.end : other.start] for one, other in pairwise(blocks)), ""]
    moved = [text[blocks[index].start : blocks[index].end] for index in order]
    return Edit(start, end, "".join(block + gap for block, gap in zip(moved, gaps, strict=True)))


def _blocks(text: str, options: "list[Node]") -> list[_Block]:
    """One block for each of the options; fewer when one does not stand on lines of its own."""
    found: list[_Block] = []
    for option in options:
        line = text.rfind("\n", 0, option.start) + 1
        if isinstance(option, Mapping) and option.values and _DASH.fullmatch(text, line, option.start):
            above = found[-1].end if found else 0
            indent = text.index("-", line) - line
            found.append(_Block(_with_comments(text, line, above), _line_end(text, option), indent))
    return found


def _with_comments(text: str, line: int, above: int) -> int:
    """Where the comments directly over the line at `line` begin, below the offset `above`."""
    while line - 1 > above:
        previous = text.rfind("\n", 0, line - 1) + 1
        if previous <= above or not _COMMENT.fullmatch(text[previous:line].rstrip("\r\n")):
            break
        line = previous
    return line


def _line_end(text: str, option: Mapping) -> int:
    """The end of the last line of `option`, where its line break begins."""
    last = option.start + len(text[option.start : option.values[-1].end].rstrip())
    end = text.find("\n", last)
    return last + len(text[last : end if end >= 0 else None].rstrip("\r"))
