"""Items that were pasted too far in, so that they stand among the options of the item above."""

from cps_quiz.bank.mending.note import Note, end_of, line_start, name_of
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.node import Mapping, Node, Sequence
from cps_quiz.source.slips.layout import along, displaced

WIDTH = 2
"""Columns of a dash with its space."""


def taken_out(item: Mapping, text: str, notes: list[Note]) -> list[Mapping]:
    """The item without the items among its options, and these."""
    inner: list[Mapping] = []
    values: list[Node] = []
    for value in item.values:
        found = [entry for entry in value.items if _is_item(entry)] if isinstance(value, Sequence) else []
        inner += [entry for entry in found if isinstance(entry, Mapping)]
        rest = [entry for entry in value.items if not _is_item(entry)] if isinstance(value, Sequence) else []
        values.append(Sequence(rest, value.start, value.end) if found else value)
    if not inner:
        return [item]
    notes.append(_note(item, inner, text))
    return [Mapping(item.fields, values, item.start, item.end), *inner]


def _is_item(entry: Node) -> bool:
    names = {name_of(field) for field in entry.fields} if isinstance(entry, Mapping) else set()
    return "id" in names and bool(names & {"stem", "options", "steps", "looks_for"})


def _note(item: Mapping, inner: list[Mapping], text: str) -> Note:
    start, end = line_start(text, inner[0].start), end_of(text, inner[-1])
    column = item.start - line_start(text, item.start)
    by = inner[0].start - start - column
    message, cure = displaced("`id`", by, column - WIDTH)
    last = text.count("\n", 0, end) + 1
    fix = None
    if by > 0 and text[inner[0].start - WIDTH : inner[0].start] == "- ":
        cure += along(last, by, is_alone=False)
        fix = Fix("move the whole item", tuple(_shifts(text, start, end, by)))
    return Note(codes.WRONG_TYPE, inner[0].start, inner[0].fields[0].end, message, cure, fix)


def _shifts(text: str, start: int, end: int, by: int) -> list[Edit]:
    edits, at = [], start
    while at < end:
        if text.startswith(" " * by, at):
            edits.append(Edit(at, at + by, ""))
        at = text.find("\n", at) + 1 or end
    return edits
