"""Other people's formats, one file each.

A member exports `FORMAT`: its name, how its files end, how to know one, how to read and to write
it, and what it keeps of each field. Helpers stand in wings. Nothing here fetches or runs anything.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.errors import QuizError
from cps_quiz.plugins import members


class Keep(Enum):
    """What becomes of a field: it comes back as it was, people can still read it, or it is gone."""

    KEPT = "kept"
    AS_TEXT = "as text"
    LOST = "lost"


class Loss(NamedTuple):
    """Something of one item that does not come over: the field, its place in the file, and how it is lost."""

    item: str
    field: str
    where: str
    how: str


class Skip(NamedTuple):
    """A question that does not come over at all: its id if it has one, its place, and why."""

    item: str
    where: str
    how: str


class Read(NamedTuple):
    """An item and its place in the file that it was read from; its topic is "" where the file names none.

    `base` is the print of the item of ours that the file was made of, where the file tells it.
    """

    item: Item
    where: str
    base: str = ""


class Imported(NamedTuple):
    """What was read of one file."""

    items: tuple[Read, ...]
    losses: tuple[Loss, ...] = ()
    skipped: tuple[Skip, ...] = ()


Stamps = Mapping[str, tuple[str, int]]
"""For each thing that was exported before a print of it, and when it came to be so (seconds from 1970)."""


class Context(NamedTuple):
    """What a writer may say beside the items: a title, the time, names of approaches, aims and topics by id.

    `at` counts seconds from 1970, `day` is the same as an ISO date.
    """

    title: str
    day: str
    at: int
    misconceptions: Mapping[str, str] = MappingProxyType({})
    objectives: Mapping[str, str] = MappingProxyType({})
    topics: Mapping[str, str] = MappingProxyType({})
    stamps: Stamps = MappingProxyType({})


class Written(NamedTuple):
    """A file, what it lost beside what the table of its format says, and the stamps of what it holds."""

    data: bytes
    losses: tuple[Loss, ...] = ()
    stamps: Stamps = MappingProxyType({})


class ForeignFileError(QuizError):
    """A file of another program that cannot be read at all, and its place."""

    def __init__(self, where: str, reason: str, hint: str) -> None:
        super().__init__(f"{where}: {reason}.", hint)


class Format(NamedTuple):
    """One format.

    `knows` tells from the content and the file's name whether a file is of this format. `read` takes the
    content and the file's name and raises ForeignFileError; `write` makes a file of items. `keeps` is
    the table: fields that stand not in it are kept.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    keeps: Mapping[str, Keep] = MappingProxyType({})
    knows: Callable[[bytes, str], bool] | None = None
    read: Callable[[bytes, str], Imported] | None = None
    write: Callable[[Sequence[Item], Context], Written] | None = None


@cache
def formats() -> dict[str, Format]:
    """All formats by name."""
    found = members(sys.modules[__name__], "FORMAT", Format)
    return {format_.name: format_ for format_ in found.values()}
