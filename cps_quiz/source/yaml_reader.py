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
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence, size
from cps_quiz.source.problems import Problems
from cps_quiz.source.unsafe import UNSAFE, cleaned, is_suspect, unsafe_advice
from cps_quiz.source.yaml_advice import advice, place
from cps_quiz.source.yaml_recovery import without_entry

Event = Any
"""An event of libyaml; the stubs do not know that one with marks always has them."""

MOST_DEPTH = 50
_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says from 0.2.6 on at a depth of 1,000, maybe before it hands out the first level."""

MOST_EVENTS = 2_000_000
"""YAML events of one file; a bank of 10,000 items has a quarter of that, and a tree of 150 MB."""

MOST_ERRORS = 10
"""Syntax errors of one file that are looked for: each costs another reading."""

MOST_READ = 8 * 1024 * 1024
"""Characters read in all while looking for them; a larger file shows one error at a time."""

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
    """Read, leaving out one broken item after another."""
    readings = max(1, min(MOST_ERRORS, MOST_READ // max(1, len(text))))
    for left in reversed(range(readings)):
        found = Problems()
        node, at = _read(text, found)
        rest = None if at is None or not left else without_entry(text, at)
        if rest is None:
            break
        problems.add_all(found, {codes.YAML_SYNTAX})
        text = rest
    problems.add_all(found)
    return node


def _read(text: str, problems: Problems) -> tuple[Node | None, int | None]:
    """The tree, and where a syntax error ended it."""
    builder = _Builder(yaml.CSafeLoader(text), problems)
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

    def __init__(self, loader: yaml.CSafeLoader, problems: Problems) -> None:
        self.loader = loader
        self.problems = problems
        self.top: list[Node] = []
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
        return self.top[0] if self.top else None

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
        place = (event.start_mark.index, event.start_mark.index + 1)
        message = f"the tag {event.tag} asks the reader to make something else of this value"
        self.problems.add(codes.UNSAFE_YAML, place, message, "delete the tag; put text that begins with ! in quotes")

    def _check_single(self, event: Event) -> None:
        if self.top:
            place = (event.start_mark.index, event.end_mark.index)
            message = "a second YAML document starts here"
            self.problems.add(codes.YAML_SYNTAX, place, message, "keep one bank in a file; delete the line ---")
            self.top = self.top[:1]
            self.children = []
