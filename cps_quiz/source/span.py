"""Places in a text."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, chain, islice
from re import compile as pattern
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text; lines and columns count from 1, the end column is the one after it."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
MANY = 500_000
"""Lines beyond those of a bank of 10,000 items."""

_BREAK = pattern(r"\r\n|\r|\n")


class Lines:
    """Turns character offsets into lines and columns."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = array("I", _starts(text))

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`, without white space at its end."""
        end = start + len(self.text[start:end].rstrip())
        return self.exact_span(start, end)

    def exact_span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`, white space and all."""
        return Span(*self._place(start), *self._place(end))

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line break; empty past the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        following = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : following].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """The character offset of a place that counts from 1, held within the text."""
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[line - 1] + column - 1, len(self.text))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _starts(text: str) -> Iterable[int]:
    """The offset at which each line begins; splitting is quicker, but holds all lines at once."""
    count = text.count("\n")
    if "\r" in text or count > MANY:
        return chain((0,), (found.end() for found in _BREAK.finditer(text)))
    ends = accumulate(map(len, text.split("\n")), lambda start, length: start + length + 1, initial=0)
    return islice(ends, count + 1)
