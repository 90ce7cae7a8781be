"""XML of strangers: only the elements that are asked for become trees, each with its line and column."""

from collections.abc import Iterator
from html import unescape
from typing import NoReturn
from xml.parsers import expat

from cps_quiz.formats import ForeignFileError

MOST_DEPTH = 100
MOST_IN_ONE = 50_000
MOST_ELEMENTS = 3_000_000
"""Elements inside one that is asked for, and in a whole file; 10,000 questions of Moodle have a third of that."""

_CHUNK = 64 * 1024
_HOSTILE = "No program needs such a file; do not trust where it came from."


class Element:
    """One element: its name without a prefix, what stands in it, and where it begins (from 1)."""

    __slots__ = ("attributes", "children", "column", "line", "name", "pieces")

    def __init__(self, name: str, attributes: dict[str, str], line: int, column: int) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = []
        self.pieces: list[str] = []
        self.line = line
        self.column = column

    @property
    def text(self) -> str:
        """The text right inside it."""
        return "".join(self.pieces)

    def find(self, *names: str) -> "Element | None":
        """The first child of the first name, in it the first of the second, and so on."""
        found: Element | None = self
        for name in names:
            found = next((child for child in found.children if child.name == name), None) if found else None
        return found

    def text_of(self, *names: str) -> str:
        """The text of what `find` finds; "" without it."""
        found = self.find(*names)
        return found.text if found else ""

    def all(self, name: str) -> "Iterator[Element]":
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def below(self, *names: str) -> "list[Element]":
        """All elements of these names at any depth, in order."""
        found: list[Element] = []
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            if element.name in names:
                found.append(element)
            if element.children:
                waiting += element.children[::-1]
        return found


def elements(data: bytes, wanted: frozenset[str], path: str) -> Iterator[Element]:
    """Each outermost element of the `wanted` names, as soon as it is read.

    Raises ForeignFileError for what is no XML, and for XML that is made to harm.
    """
    builder = _Builder(wanted, path)
    try:
        for start in range(0, len(data), _CHUNK):
            builder.parser.Parse(data[start : start + _CHUNK], False)
            yield from builder.take()
        builder.parser.Parse(b"", True)
    except expat.ExpatError as error:
        where = f"{path}:{error.lineno}:{error.offset + 1}"
        reason = f"this is no sound XML ({expat.ErrorString(error.code)})"
        raise ForeignFileError(where, reason, "Export the file again from the program that wrote it.") from None
    yield from builder.take()


class _Builder:
    def __init__(self, wanted: frozenset[str], path: str) -> None:
        self.wanted = wanted
        self.path = path
        self.open: list[Element] = []
        self.done: list[Element] = []
        self.depth = self.count = self.inside = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.skipped

    def take(self) -> list[Element]:
        done, self.done = self.done, []
        return done

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > MOST_DEPTH:
            self.refuse(f"elements nest deeper than {MOST_DEPTH}")
        if self.count > MOST_ELEMENTS:
            self.refuse(f"the file holds over {MOST_ELEMENTS:,} elements")
        name = name.rpartition(":")[2]
        if not self.open and name not in self.wanted:
            return
        self.inside = self.inside + 1 if self.open else 1
        if self.inside > MOST_IN_ONE:
            self.refuse(f"one question holds over {MOST_IN_ONE:,} elements")
        parser = self.parser
        element = Element(name, attributes, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        if self.open:
            self.open[-1].children.append(element)
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.depth -= 1
        if self.open:
            element = self.open.pop()
            if not self.open:
                self.done.append(element)

    def characters(self, text: str) -> None:
        if self.open:
            self.open[-1].pieces.append(text)

    def entity(self, *_declaration: object) -> None:
        self.refuse("the file declares entities, which can unfold into gigabytes or read other files")

    def skipped(self, name: str, _is_parameter: object) -> None:
        self.characters(unescape(f"&{name};"))

    def refuse(self, reason: str) -> NoReturn:
        where = f"{self.path}:{self.parser.CurrentLineNumber}:{self.parser.CurrentColumnNumber + 1}"
        raise ForeignFileError(where, reason, _HOSTILE)
