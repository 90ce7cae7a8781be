"""From text to a tree, straight from libyaml's events.

Events rather than PyYAML's nodes: they keep duplicate fields and scalars as written, and cost a
fifth of `yaml.compose`. Nothing is constructed, so no code of a file can run.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence, size
from cps_quiz.source.problems import Problems
from cps_quiz.source.unsafe import UNSAFE, cleaned, is_suspect, unsafe_advice
from cps_quiz.source.yaml_advice import advice, place

Event = Any
"""An event of libyaml; the stubs do not know that one with marks always has them."""

MOST_DEPTH = 50
_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says from 0.2.6 on at a depth of 1,000, maybe before it hands out the first level."""

MOST_EVENTS = 2_000_000
"""YAML events of one file; a bank of 10,000 items has a quarter of that, and a tree of 150 MB."""

MOST_REPEATED = 10_000
"""Values that aliases may repeat in all, so that no few lines unfold into gigabytes; each 1,000
characters of a text count as one more."""


@contextmanager
def paused_collector() -> Iterator[None]:
    """Hold Python's cyclic garbage collector, which would walk the growing tree again and again.

    What was made meanwhile is frozen: it holds no cycles, and would be walked once more on exit.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()


def read_tree(text: str, problems: Problems) -> Node | None:
    """The tree of `text`; None when nothing can be read. What is wrong goes to `problems`.

    After a syntax error the broken item is left out; where that does not help, the part before the
    error is kept, its unfinished nodes with an `end` of CUT.
    """
    if is_suspect(text):
        text = cleaned(text, problems)
    try:
        return _read_on(text, problems)
    except yaml.reader.ReaderError:
        return _read_on(cleaned(text, problems), problems)


def _read_on(text: str, problems: Problems) -> Node | None:
    """Read, mending one slip after another for the reading, else leaving out the broken item."""
    found = Problems()
    node, at = _read(text, found)
    if at is None:
        problems.add_all(found)
        return node
    from cps_quiz.source.yaml_mending import read_on

    return read_on(text, (node, at), found, problems, (_read, _first_error))


def _first_error(text: str) -> int | None:
    """Where reading `text` stops; None where it reads to the end."""
    events: Iterator[Event] = iter(yaml.CSafeLoader(text).get_event, None)
    try:
        for event in islice(events, MOST_EVENTS):
            if type(event) is StreamEndEvent:
                return None
    except yaml.MarkedYAMLError as error:
        return min(place(error), len(text))
    return len(text)


def _read(text: str, problems: Problems) -> tuple[Node | None, int | None]:
    """The tree, and where a syntax error ended it."""
    builder = _Builder(text, problems)
    at = None
    with paused_collector():
        try:
            builder.build()
        except yaml.MarkedYAMLError as error:
            at = min(place(error), len(text))
            if error.problem == _TOO_DEEP:
                return _read(text[:at], problems)  # what stands before it is deep enough for our own limit
            problems.add(codes.YAML_SYNTAX, (at, at + 1), *advice(error))
        except _Unsafe as stop:
            problems.add(codes.UNSAFE_YAML, stop.place, stop.message, stop.help)
        return builder.root(), at


class _Unsafe(Exception):  # noqa: N818 - ends the reading of a hostile file; never leaves this module
    def __init__(self, event: Event, message: str, help: str) -> None:  # noqa: A002
        super().__init__(message)
        self.place = (event.start_mark.index, event.end_mark.index)
        self.message = message
        self.help = help


class _Builder:
    """Builds the tree of one document; `open` holds the containers not yet closed."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.loader = yaml.CSafeLoader(text)
        self.problems = problems
        self.text = text
        self.top: list[Node] = []
        self.documents: list[tuple[list[Node], Event]] = []
        self.open: list[tuple[list[Node], Event]] = []
        self.children = self.top
        self.anchors: dict[str, Node] = {}
        self.repeated = 0

    def build(self) -> None:
        """Read events to the end. The first branch runs for eight events of ten: keep it lean."""
        new = tuple.__new__
        append = self.children.append
        events: Iterator[Event] = iter(self.loader.get_event, None)
        for event in islice(events, MOST_EVENTS):
            kind = type(event)
            if kind is ScalarEvent:
                style = event.style
                scalar = new(Scalar, (event.value, event.start_mark.index, event.end_mark.index, style))
                append(scalar)
                if style == '"' or event.tag is not None or event.anchor is not None:
                    self._check_scalar(event, scalar)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._enter(event)
                append = self.children.append
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._leave(event.end_mark.index)
                append = self.children.append
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                self._check_single(event)
                append = self.children.append
            elif kind is StreamEndEvent:
                return
        raise _Unsafe(event, f"the file holds over {MOST_EVENTS:,} values", "split it into several banks")

    def root(self) -> Node | None:
        """What was read, with containers that are still open closed as CUT."""
        while self.open:
            self._leave(CUT)
        self.documents.append((self.top, None))
        full = [(top[0], self.documents[index - 1][1]) for index, (top, _) in enumerate(self.documents) if _full(top)]
        if len(full) > 1:
            self._note_documents([node for node, _ in full], full[1][1])
        return full[0][0] if full else next((top[0] for top, _ in self.documents if top), None)

    def _enter(self, event: Event) -> None:
        if len(self.open) >= MOST_DEPTH:
            raise _Unsafe(event, f"values nest deeper than {MOST_DEPTH}", "write the file flatter")
        if event.tag is not None:
            self._note_tag(event)
        if event.anchor is not None:
            self.anchors.pop(event.anchor, None)
        self.open.append((self.children, event))
        self.children = []

    def _leave(self, end: int) -> None:
        children = self.children
        self.children, event = self.open.pop()
        start = event.start_mark.index
        node: Node
        if type(event) is MappingStartEvent:
            if len(children) % 2:
                children.pop()  # a field whose value was cut off
            node = Mapping(children[::2], children[1::2], start, end)
        else:
            node = Sequence(children, start, end)
        self.children.append(node)
        if event.anchor is not None:
            self.anchors[event.anchor] = node

    def _alias(self, event: Event) -> None:
        if event.anchor not in self.anchors:
            place = (event.start_mark.index, event.end_mark.index)
            message = f"the alias *{event.anchor} names nothing that stands before it"
            self.problems.add(codes.YAML_SYNTAX, place, message, "put text that begins with * in quotes")
            self.children.append(Scalar("", *place, ""))
            return
        node = self.anchors[event.anchor]
        self.repeated += size(node, MOST_REPEATED)
        if self.repeated > MOST_REPEATED:
            raise _Unsafe(event, f"aliases repeat over {MOST_REPEATED:,} values", "write the values out")
        self.children.append(node)

    def _check_scalar(self, event: Event, scalar: Scalar) -> None:
        if event.anchor is not None:
            self.anchors[event.anchor] = scalar
        if event.tag is not None:
            self._note_tag(event)
        for char in set(UNSAFE.findall(scalar.text)):
            self.problems.add(codes.UNSAFE_YAML, (scalar.start, scalar.end), *unsafe_advice(char))

    def _note_tag(self, event: Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if type(event) is ScalarEvent and not event.style and (event.tag or "").startswith("!"):
            value = self.text[start:end]
            message, cure = "text that begins with ! needs quotes around it", f"write '{value}'"
            plain = "'" not in value and "\n" not in value
            fix = Fix(cure, (Edit(start, end, f"'{value}'"),)) if plain else None
            self.problems.add(
                codes.UNSAFE_YAML, (start, start + 1), message, cure if plain else "put it in quotes", fix
            )
            return
        place = (event.start_mark.index, event.start_mark.index + 1)
        message = f"the tag {event.tag} asks the reader to make something else of this value"
        self.problems.add(codes.UNSAFE_YAML, place, message, "delete the tag; put text that begins with ! in quotes")

    def _check_single(self, event: Event) -> None:
        """Begin another document; `event` is where the one before it ended."""
        if self.top:
            self.documents.append((self.top, event))
            self.top = self.children = []

    def _note_documents(self, nodes: list[Node], second: Event) -> None:
        place = (second.start_mark.index, second.end_mark.index)
        message = f"the lines with three hyphens make {len(nodes)} YAML documents of the file, and a bank is one"
        names = [field[0] for node in nodes if type(node) is Mapping for field in node.fields]
        line_end = self.text.find("\n", place[1]) + 1 or len(self.text)
        one_line = self.text[place[0] : line_end].strip() == "---"
        if len(nodes) == 2 and len(set(map(str, names))) == len(names) and one_line:  # noqa: PLR2004 - a header and its items
            fix = Fix("delete the line with three hyphens", (Edit(place[0], line_end, ""),))
            self.problems.add(codes.YAML_SYNTAX, place, message, "delete this line ---", fix)
            return
        self.problems.add(
            codes.YAML_SYNTAX, place, message, "put each bank into a file of its own, without the line ---"
        )


def _full(top: list[Node]) -> bool:
    """Whether a document says something."""
    return bool(top) and not (type(top[0]) is Scalar and not top[0].text and not top[0].style)
