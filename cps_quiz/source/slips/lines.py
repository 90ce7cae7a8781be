"""A broken YAML text line by line, as a person reads it: indentation, dash, field, text."""

from re import compile as pattern
from typing import NamedTuple

from cps_quiz.source.field_words import EVERY, plain_name

_LINE = pattern(
    r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[^\W\d][\w -]{0,30}?)(?P<colon> *:(?: +|$)))?(?P<value>.*)"
)


class Line(NamedTuple):
    """One line without its break; `start` is the offset of its first character."""

    start: int
    text: str
    indent: int
    dash: bool
    column: int
    key: str
    value: int

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing."""
        return not self.text.strip() or self.text.lstrip().startswith("#")

    @property
    def is_field(self) -> bool:
        """Whether it begins with a field that there is, here or in other programs."""
        return bool(self.key) and plain_name(self.key) in EVERY


def line_of(text: str, start: int) -> Line:
    """The parts of one line."""
    found = _LINE.fullmatch(text.rstrip("\r"))
    if found is None:
        return Line(start, text, 0, dash=False, column=0, key="", value=start)
    column = found.end("dashes")
    return Line(
        start,
        text.rstrip("\r"),
        found.end("indent"),
        bool(found["dashes"]),
        column,
        found["key"] or "",
        start + found.start("value"),
    )


class Page:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[Line] = []
        start = 0
        for row in text.split("\n"):
            self.lines.append(line_of(row, start))
            start += len(row) + 1

    def number(self, offset: int) -> int:
        """The index of the line at `offset`."""
        return self.text.count("\n", 0, offset)

    def above(self, number: int) -> int:
        """The index of the nearest line above that says something; -1 without one."""
        number -= 1
        while number >= 0 and self.lines[number].is_blank:
            number -= 1
        return number

    def owner(self, number: int) -> int:
        """The index of the line in which the text of line `number` began: itself, or one further out above it."""
        here = self.lines[number]
        if here.key and here.is_field:
            return number
        above = self.above(number)
        while above >= 0 and not (self.lines[above].is_field or self.lines[above].dash):
            above = self.above(above)
        if above >= 0 and here.indent > self.lines[above].indent and not here.dash:
            return above
        return number

    def text_column(self, number: int) -> int:
        """Where the lines of the text that line `number` might go on with begin; 0 where none stands above."""
        above = self.above(number)
        while above >= 0 and not (self.lines[above].is_field or self.lines[above].dash):
            above = self.above(above)
        return self.lines[above].column + 2 if above >= 0 and self.lines[above].text.strip() else 0

    def list_of(self, number: int) -> str:
        """The field whose list the entry in line `number` stands in; "" for any other line."""
        line = self.lines[number]
        above = self.above(number) if line.dash else -1
        while above >= 0:
            other = self.lines[above]
            if other.key and other.column <= line.indent and not (other.dash and other.indent >= line.indent):
                return other.key
            above = self.above(above)
        return ""

    def nearest_list(self, number: int) -> str:
        """The list of an item that begins nearest above line `number`; "" where an item begins before it."""
        for at in range(number - 1, -1, -1):
            line = self.lines[at]
            if line.key in {"options", "steps", "looks_for", "id"}:
                return "" if line.key == "id" else line.key
        return ""

    def region(self, number: int) -> int:
        """The offset where the text that begins in line `number` ends: before the next field, dash or outer line."""
        first = self.lines[number]
        end = first.end
        inner = first.column if first.key else first.indent
        for at in range(number + 1, len(self.lines)):
            line = self.lines[at]
            if not line.text.strip():
                continue
            if line.indent <= inner or line.dash or line.is_field:
                break
            end = line.end
        return end
