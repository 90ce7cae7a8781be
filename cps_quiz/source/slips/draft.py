"""A text that is mended while it is read, with the way back to the places of the original."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence


class Layer(NamedTuple):
    """Sorted edits that do not overlap: where each begins in the text after them, and how far it moves what follows."""

    edits: tuple[Edit, ...]
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def before(self, offset: int) -> int:
        """Where `offset` stood before the edits."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset
        edit, start = self.edits[at], self.starts[at]
        if offset < start + len(edit.text):
            return min(edit.start + (offset - start), edit.end)
        return offset - self.shifts[at]


class Draft(NamedTuple):
    """`text` is `original` after each of `layers`."""

    original: str
    text: str
    layers: tuple[Layer, ...] = ()

    def edited(self, edits: Iterable[Edit]) -> "Draft":
        """The next draft."""
        layer = tuple(sorted(edits))
        shifts = tuple(accumulate(len(edit.text) - (edit.end - edit.start) for edit in layer))
        starts = tuple(edit.start + shift for edit, shift in zip(layer, (0, *shifts), strict=False))
        return Draft(self.original, edited(self.text, layer), (*self.layers, Layer(layer, starts, shifts)))

    def blanked(self, text: str) -> "Draft":
        """The next draft, of the same length."""
        return self._replace(text=text)

    def back(self, offset: int) -> int:
        """Where the character at `offset` stands in the original."""
        for layer in reversed(self.layers):
            offset = layer.before(offset)
        return offset

    def fix(self, title: str, edits: Iterable[Edit]) -> Fix | None:
        """`edits` of this draft as a fix of the original; None where earlier edits touch the same text."""
        moved = tuple(Edit(self.back(e.start), self.back(e.end), e.text) for e in sorted(edits))
        same = (
            self.original[m.start : m.end] == self.text[e.start : e.end]
            for m, e in zip(moved, sorted(edits), strict=True)
        )
        return Fix(title, moved) if moved and all(same) else None

    def tree(self, node: Node) -> Node:
        """A tree of this draft with the places of the original."""
        if not self.layers:
            return node
        start, end = self.back(node.start), node.end if node.end == CUT else self.back(node.end)
        match node:
            case Scalar(text, _, _, style):
                return Scalar(text, start, end, style)
            case Sequence(items):
                return Sequence([self.tree(item) for item in items], start, end)
            case Mapping(fields, values):
                return Mapping([self.tree(f) for f in fields], [self.tree(v) for v in values], start, end)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` after sorted edits that do not overlap."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])
