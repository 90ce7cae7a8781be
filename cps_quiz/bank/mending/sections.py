"""Definitions that stand in another shape than below their ids: as a list, or not indented."""

from cps_quiz.bank.mending.note import Note, name_of, stands_alone
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.identifiers import IDENTIFIER
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence

_DEEPER = "  "


def as_section(node: Node, name: str, known: frozenset[str], text: str) -> tuple[Node, Note | None]:
    """The section `name` with its definitions below their ids, and what to say; `known` are the fields of one.

    A definition that was mended counts as cut off: what it lacks is said once it stands right.
    """
    if isinstance(node, Sequence):
        return _listed(node, name)
    if isinstance(node, Mapping):
        names = [name_of(field) for field in node.fields]
        at = next((i for i in range(1, len(names)) if names[i] in known and _is_empty(node.values[i - 1])), 0)
        if at and names[at - 1] not in known:
            return _indented(node, at, known, text)
    return node, None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and not node.style


def _listed(node: Sequence, name: str) -> tuple[Node, Note | None]:
    """A list of definitions with an `id:` each."""
    fields: list[Node] = []
    values: list[Node] = []
    for entry in node.items:
        names = [name_of(field) for field in entry.fields] if isinstance(entry, Mapping) else []
        if not isinstance(entry, Mapping) or "id" not in names:
            return node, None
        at = names.index("id")
        if not IDENTIFIER.fullmatch(name_of(entry.values[at])):
            return node, None
        fields.append(entry.values[at])
        rest = [*entry.fields[:at], *entry.fields[at + 1 :]], [*entry.values[:at], *entry.values[at + 1 :]]
        values.append(Mapping(*rest, entry.start, CUT))
    if not fields:
        return node, None
    message = f"a list stands here, and the `{name}` stand below their ids"
    id_ = name_of(fields[0])
    cure = f"write `{id_}:` in place of `- id: {id_}`, and indent the lines below it"
    if name == "scenarios":
        cure = f"write `{id_}: ...` with its text in place of `- id: {id_}` and the lines below it"
    note = Note(codes.WRONG_TYPE, node.start, node.start + 1, message, cure)
    return Mapping(fields, values, node.start, node.end), note


def _indented(node: Mapping, at: int, known: frozenset[str], text: str) -> tuple[Node, Note | None]:
    """A definition whose fields stand in the column of its id, from index `at` on."""
    end = next((i for i in range(at, len(node.fields)) if name_of(node.fields[i]) not in known), len(node.fields))
    first, owner = node.fields[at], node.fields[at - 1]
    column = first.start - text.rfind("\n", 0, first.start) - 1
    edits = tuple(Edit(field.start, field.start, _DEEPER) for field in node.fields[at:end])
    short = all(
        isinstance(value, Scalar) and "\n" not in text[value.start : value.end].rstrip()
        for value in node.values[at:end]
    )
    sure = short and all(stands_alone(text, field) for field in node.fields[at:end])
    cure = f"begin it and the lines below it with {column + len(_DEEPER)} spaces"
    fix = Fix("indent the lines", edits) if sure else None
    note = Note(
        codes.WRONG_TYPE, first.start, first.end, f"`{name_of(first)}` belongs to `{name_of(owner)}`", cure, fix
    )
    group = Mapping(node.fields[at:end], node.values[at:end], first.start, CUT)
    fields = [*node.fields[:at], *node.fields[end:]]
    values = [*node.values[: at - 1], group, *node.values[end:]]
    return Mapping(fields, values, node.start, node.end), note


def gathered(node: Mapping, name: str, known: frozenset[str], top: frozenset[str]) -> tuple[Mapping, Note | None]:
    """The file with definitions that stand at the margin below an empty `name:` put into it; `top` may stand there."""
    names = [name_of(field) for field in node.fields]
    at = names.index(name) if name in names else len(names)
    end = at + 1
    while end < len(names) and names[end] not in top and _is_definition(node.values[end], known):
        end += 1
    if end <= at + 1 or not _is_empty(node.values[at]):
        return node, None
    first = node.fields[at + 1]
    groups: list[Node] = [
        Mapping(value.fields, value.values, value.start, CUT)
        for value in node.values[at + 1 : end]
        if isinstance(value, Mapping)
    ]
    section = Mapping(node.fields[at + 1 : end], groups, first.start, CUT)
    message = f"`{name_of(first)}` belongs to `{name}`"
    note = Note(codes.WRONG_TYPE, first.start, first.end, message, "begin it and the lines below it with 2 more spaces")
    fields, values = [*node.fields[: at + 1], *node.fields[end:]], [*node.values[:at], section, *node.values[end:]]
    return Mapping(fields, values, node.start, node.end), note


def _is_definition(node: Node, known: frozenset[str]) -> bool:
    return isinstance(node, Mapping) and bool(node.fields) and known.issuperset(map(name_of, node.fields))
