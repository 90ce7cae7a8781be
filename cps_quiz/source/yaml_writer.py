"""Writing YAML that people like to read and edit: plain words, folded paragraphs, quotes where they must be.

What it writes is read back as the very same texts by every version of YAML.
"""

import json
from collections.abc import Mapping, Sequence
from re import compile as pattern

WIDTH = 96
"""Columns of a line; a longer word stands alone."""

Value = str | bool | int | Sequence["Value"] | Mapping[str, "Value"]

_PLAIN = pattern(r"[^\W\d_][\w ,.;!?()'/\u2013\u2014\u2018\u2019\u201c\u201d\u2026\-]*")
_ID = pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SURPRISES = frozenset({"y", "n", "yes", "no", "true", "false", "on", "off", "null"})
_SPACES = pattern(r"\s{2,}|[^\S ]|\A\s|\s\Z")


def field(name: str, value: Value, indent: int) -> str:
    """The lines of a field that begins at column `indent` (from 0), without a line break at the end."""
    return f"{' ' * indent}{name}:{after_colon(value, indent)}"


def after_colon(value: Value, indent: int) -> str:
    """What stands behind the colon of a field at column `indent`: with a space or a line break before it."""
    if isinstance(value, bool | int):
        return f" {str(value).lower()}"
    if isinstance(value, str):
        return f" {scalar(value, indent)}"
    if isinstance(value, Mapping):
        return (
            f" {_flow(value)}"
            if all(isinstance(part, str) for part in value.values())
            else f"\n{fields(value, indent + 2)}"
        )
    if all(isinstance(part, str) and _ID.fullmatch(part) for part in value):
        return f" {_flow(value)}"
    return "\n" + "\n".join(f"{' ' * (indent + 2)}- {entry(part, indent + 4)}" for part in value)


def fields(values: Mapping[str, Value], indent: int) -> str:
    """The lines of a group of fields at column `indent`."""
    return "\n".join(field(name, value, indent) for name, value in values.items())


def entry(value: Value, indent: int) -> str:
    """What stands behind the dash of a list's entry; further lines begin at column `indent`."""
    if isinstance(value, Mapping):
        return fields(value, indent)[indent:]
    return scalar(str(value), indent - 2)


def scalar(text: str, indent: int) -> str:
    """A text as a value; further lines stand two columns right of `indent`."""
    margin = " " * (indent + 2)
    if "\n" in text:
        if text != text.strip() or "\t" in text or any(line != line.rstrip() for line in text.split("\n")):
            return json.dumps(text, ensure_ascii=False)
        return "|-\n" + "\n".join(f"{margin}{line}" if line else "" for line in text.split("\n"))
    if _PLAIN.fullmatch(text) and text == text.strip() and len(text) + indent < WIDTH:
        return json.dumps(text) if text.lower() in _SURPRISES else text
    if not text or _SPACES.search(text):
        return json.dumps(text, ensure_ascii=False)
    if len(text) + indent < WIDTH // 2:
        return json.dumps(text, ensure_ascii=False)
    width = max(WIDTH - len(margin), 20)
    return ">-\n" + "\n".join(f"{margin}{line}" for line in _folded(text, width))


def _folded(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns, broken at spaces only; textwrap takes ten times as long."""
    lines, at, end = [], 0, len(text)
    while end - at > width:
        cut = text.rfind(" ", at, at + width + 1)
        if cut < 0:
            cut = text.find(" ", at + width)
        if cut < 0:
            break
        lines.append(text[at:cut])
        at = cut + 1
    return [*lines, text[at:]]


def _flow(value: Value) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_flow(part)}' for name, part in value.items())}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_flow, value))}]"
    text = str(value)
    return text if _ID.fullmatch(text) and text not in _SURPRISES else json.dumps(text, ensure_ascii=False)
