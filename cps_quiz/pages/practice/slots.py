"""Sentences with gaps: the functions of `words/` called with named gaps in the place of numbers and texts."""

from collections.abc import Callable
from typing import Self, TypedDict


class Plural(TypedDict):
    """A sentence about one thing, and about several."""

    one: str
    many: str


class Count(int):
    """A whole number that is written as a gap, like {count}, and otherwise counts as what it is."""

    name: str

    def __new__(cls, name: str, value: int = 2) -> Self:
        """A gap of that name that counts as `value`."""
        made = super().__new__(cls, value)
        made.name = name
        return made

    def __format__(self, spec: str) -> str:
        """The gap, however the number would have been written."""
        return f"{{{self.name}}}"

    def __truediv__(self, other: float) -> "Share":
        """Of two counts, a share."""
        return Share("share")


class Share(float):
    """A number that is written as a gap."""

    name: str

    def __new__(cls, name: str, value: float = 0.5) -> Self:
        """A gap of that name that counts as `value`."""
        made = super().__new__(cls, value)
        made.name = name
        return made

    def __format__(self, spec: str) -> str:
        """The gap; a percent sign stays outside the number."""
        return f"{{{self.name}}}"


def gap(name: str) -> str:
    """A text that is written as a gap."""
    return f"{{{name}}}"


def plural(name: str, make: Callable[[Count], str]) -> Plural:
    """What `make` says of one thing and of several."""
    return {"one": make(Count(name, 1)), "many": make(Count(name))}
