"""What is said of a mended item, and edits that keep to whole fields."""

from typing import NamedTuple
from unicodedata import name as unicode_name

from cps_quiz.source.diagnostic import Code, Edit, Fix
from cps_quiz.source.field_words import plain_name
from cps_quiz.source.misspelling import meant_field
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence

MOST_NAMED = 4
"""Pairs of words that one message names."""


class Note(NamedTuple):
    """One problem at the characters from `start` to before `end`."""

    code: Code
    start: int
    end: int
    message: str
    help: str
    fix: Fix | None = None


class Mended(NamedTuple):
    """The items that were meant, and what to say."""

    items: list[Mapping]
    notes: list[Note]


def name_of(field: Node) -> str:
    """The text of a field name; "" for what is no text."""
    return field.text if isinstance(field, Scalar) else ""


def end_of(text: str, node: Node) -> int:
    """Where the last letter of `node` ends; a block mapping itself ends where the next thing begins."""
    while isinstance(node, Mapping | Sequence) and node.end == CUT:
        inner = node.values if isinstance(node, Mapping) else node.items
        if not inner:
            return node.start
        node = inner[-1]
    return node.start + len(text[node.start : node.end].rstrip())


def line_start(text: str, offset: int) -> int:
    """Where the line of `offset` begins."""
    return text.rfind("\n", 0, offset) + 1


def stands_alone(text: str, field: Node) -> bool:
    """Whether only spaces stand before `field` on its line."""
    return not text[line_start(text, field.start) : field.start].strip()


def without_field(text: str, group: Mapping, index: int) -> Edit | None:
    """The edit that takes the field at `index` out; None unless it stands on one line of its own."""
    field, value = group.fields[index], group.values[index]
    end = end_of(text, value)
    if not isinstance(value, Scalar | Sequence) or "\n" in text[field.start : end]:
        return None
    if index == 0:
        return Edit(field.start, group.fields[1].start, "") if len(group.fields) > 1 else None
    line_end = text.find("\n", end)
    if not stands_alone(text, field) or (line_end >= 0 and text[end:line_end].strip()):
        return None
    return Edit(line_start(text, field.start), line_end + 1 if line_end >= 0 else len(text), "")


def renamed(field: Node, name: str) -> Node:
    """The same field under another name."""
    return field._replace(text=name) if isinstance(field, Scalar) else field


def words_of(pairs: dict[str, str]) -> tuple[str, str]:
    """Message and help for fields that are called otherwise here: from their word to ours."""
    shown = list(pairs.items())[:MOST_NAMED]
    more = ", and so on" if len(pairs) > MOST_NAMED else ""
    instead = ", ".join(f"`{ours}:`" for ours in dict.fromkeys(ours for _, ours in shown))
    hidden = next((other for other in pairs if not other.isprintable() or "\u00ad" in other), "")
    if hidden:
        char = next(char for char in hidden if not char.isprintable() or char == "\u00ad")
        said = f"an invisible character ({unicode_name(char, 'control character').lower()}) stands in `{pairs[hidden]}`"
        return said, f"type `{pairs[hidden]}:` anew"
    if all(plain_name(other) == ours for other, ours in pairs.items()):
        wrong = ", ".join(f"`{other}`" for other, _ in shown)
        parted = all(other.islower() for other in pairs)
        how = "with _ between their words" if parted else "in small letters"
        return f"field names are written {how}, and here stands {wrong}{more}", f"write {instead}"
    if len(pairs) == 1 and (slip := next(iter(pairs))) and meant_field(slip, pairs.values()):
        return f"`{slip}` is not a field of this format", f"did you mean `{pairs[slip]}`?"
    words = ", ".join(f"`{other}` for `{ours}`" for other, ours in shown)
    return f"this is written in another program's words: {words}{more}", f"write {instead}"
