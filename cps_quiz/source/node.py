"""The YAML tree: values with their places, fields as written, duplicates kept.

Nodes are made by the hundred thousand, so they are bare tuples under a name. `start` and `end`
are character offsets in the text.
"""

from typing import NamedTuple

Route = tuple[str | int, ...]

CUT = -1
"""The `end` of a node that a syntax error cut off."""


class Scalar(NamedTuple):
    """A text as written: `style` is the quote or block sign, empty for plain text."""

    text: str
    start: int
    end: int
    style: str


class Sequence(NamedTuple):
    """A list."""

    items: "list[Node]"
    start: int
    end: int


class Mapping(NamedTuple):
    """Fields and their values, in the order of the file; `fields` and `values` run in step."""

    fields: "list[Node]"
    values: "list[Node]"
    start: int
    end: int


Node = Scalar | Sequence | Mapping


def text_of(node: Mapping, name: str, absent: str = "") -> str:
    """The text of a field before its mapping is checked; `absent` without one, "" when it is no text."""
    for field, value in zip(node.fields, node.values, strict=True):
        if field[0] == name:
            return value.text.strip() if isinstance(value, Scalar) else ""
    return absent


def locate(node: Node, route: Route) -> Node:
    """The node that `route` leads to, or the nearest one on the way that exists."""
    for step in route:
        found = _step(node, step)
        if found is None:
            return node
        node = found
    return node


def locate_name(node: Node, route: Route) -> Node:
    """The field name that `route` ends with, or the nearest value on the way to it."""
    group = locate(node, route[:-1])
    if isinstance(group, Mapping):
        for field in group.fields:
            if isinstance(field, Scalar) and field.text == route[-1]:
                return field
    return group


def _step(node: Node, step: str | int) -> Node | None:
    if type(node) is Sequence:
        return node.items[step] if isinstance(step, int) and step < len(node.items) else None
    if type(node) is Mapping:
        for field, value in zip(node.fields, node.values, strict=True):
            if field[0] == step and type(field) is Scalar:
                return value
    return None


def size(node: Node, most: int) -> int:
    """How many values `node` holds, itself included, each 1,000 characters of a text as one more.

    Counting stops past `most`.
    """
    count, waiting = 0, [node]
    while waiting and count <= most:
        count += 1
        match waiting.pop():
            case Sequence(items):
                waiting += items
            case Mapping(fields, values):
                waiting += fields
                waiting += values
            case Scalar(text):
                count += len(text) // 1000
    return count
