"""The top of a file in other words, without a header, or twice."""

from cps_quiz.bank.mending.lost_dashes import WIDTH, as_list
from cps_quiz.bank.mending.note import Note, name_of, renamed, words_of
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.field_words import FOR_BANK, FOR_ITEM, plain_name
from cps_quiz.source.misspelling import MOST_FIELDS, meant_field
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence
from cps_quiz.source.slips.layout import displaced

_OF_ITEMS = frozenset({"id", "stem", "options", "steps", "looks_for", *FOR_ITEM})
_HEADER = "write `format: 1`, `bank: my-bank`, `title: My bank`, `topic: goal-setting` and `items:` above it"
_NO_HEADER = "the file begins with its questions and has no header, which says what bank it is"


def mend_top(node: Node, text: str, known: frozenset[str], notes: list[Note]) -> Node:
    """What the file means; `known` are the fields of a bank and of a curriculum."""
    if isinstance(node, Sequence):
        return _listed(node, notes)
    if not isinstance(node, Mapping):
        return node
    node = _without_greeting(node, known, notes)
    names = [name_of(field) for field in node.fields]
    if len(set(names)) != len(names):
        node = _first_bank(node, text, notes)
    if not known.issuperset(names):
        node = _with_section(node, known, notes)
        node = _renamed(node, text, known, notes)
    node = _with_list(node, text, notes)
    return _without_header(node, notes) if {name_of(field) for field in node.fields} == {"items"} else node


def _without_header(node: Mapping, notes: list[Note]) -> Mapping:
    """A file that begins with `items:`, as one that was cut off: nothing else is missed in it."""
    if not isinstance(node.values[0], Sequence) or not node.values[0].items:
        return node
    cure = _HEADER.replace(", `topic: goal-setting` and `items:`", " and `topic: goal-setting`")
    notes.append(Note(codes.NOT_A_BANK, node.fields[0].start, node.fields[0].end, _NO_HEADER, cure))
    return Mapping(node.fields, node.values, node.start, CUT)


def _without_greeting(node: Mapping, known: frozenset[str], notes: list[Note]) -> Mapping:
    """The bank without a line like "Here is your bank:" above it."""
    first = node.fields[0] if node.fields else None
    is_said = isinstance(first, Scalar) and " " in first.text and known & {name_of(field) for field in node.fields[1:]}
    if not is_said or not isinstance(first, Scalar) or name_of(node.values[0]) or first.style:
        return node
    fix = Fix("make it a comment", (Edit(first.start, first.start, "# "),)) if "\n" not in first.text else None
    message, cure = "this line is no part of the bank", "delete it, or write # before it"
    notes.append(Note(codes.UNKNOWN_FIELD, first.start, first.end, message, cure, fix))
    return Mapping(node.fields[1:], node.values[1:], node.start, node.end)


def _with_section(node: Mapping, known: frozenset[str], notes: list[Note]) -> Mapping:
    """The file with the groups below an empty `misconceptions:` or `scenarios:` that are not indented, as its own."""
    names = [name_of(field) for field in node.fields]
    for at, (name, value) in enumerate(zip(names, node.values, strict=True)):
        is_empty = isinstance(value, Scalar) and not value.text
        if not is_empty or name not in {"misconceptions", "scenarios", "references", "topics"}:
            continue
        end = at + 1
        while end < len(names) and names[end] not in known and plain_name(names[end]) not in FOR_BANK:
            end += 1
        if end > at + 1:
            first = node.fields[at + 1]
            message, cure = displaced(f"`{names[at + 1]}`", -WIDTH, WIDTH)
            cure = f"{cure.partition(',')[0]}, and so move the lines that belong to it: it is one of the `{name}`"
            notes.append(Note(codes.WRONG_TYPE, first.start, first.end, message, cure))
            groups = [one._replace(end=CUT) for one in node.values[at + 1 : end]]
            section = Mapping(node.fields[at + 1 : end], groups, first.start, CUT)
            values = [*node.values[:at], section, *node.values[end:]]
            return Mapping([*node.fields[: at + 1], *node.fields[end:]], values, node.start, node.end)
    return node


def _with_list(node: Mapping, text: str, notes: list[Note]) -> Mapping:
    """The bank with its items as a list, where dashes were lost or ids stand before them."""
    names = [name_of(field) for field in node.fields]
    at = names.index("items") if "items" in names else -1
    items = node.values[at] if at >= 0 else None
    if not isinstance(items, Mapping):
        return node
    listed = as_list(items, frozenset({"id"}), text, notes)
    if listed is items and items.fields and all(isinstance(value, Mapping) for value in items.values):
        first = items.fields[0]
        message = f"the items stand under their ids, as `{name_of(first)}:`, and here they are a list"
        cure = f"write `- id: {name_of(first)}`, and the other fields below it"
        notes.append(Note(codes.WRONG_TYPE, first.start, first.end, message, cure))
        listed = Sequence([], items.start, CUT)
    values = [*node.values]
    values[at] = listed
    return Mapping(node.fields, values, node.start, node.end)


def _listed(node: Sequence, notes: list[Note]) -> Node:
    first = node.items[0] if node.items else None
    if not isinstance(first, Mapping) or not {plain_name(name_of(f)) for f in first.fields} & _OF_ITEMS:
        return node
    notes.append(Note(codes.NOT_A_BANK, node.start, node.start + 1, _NO_HEADER, _HEADER))
    return Mapping([], [], node.start, CUT)


def _first_bank(node: Mapping, text: str, notes: list[Note]) -> Mapping:
    """The part of the file before what stands there twice."""
    seen: set[str] = set()
    twice = []
    for index, field in enumerate(node.fields):
        name = plain_name(name_of(field))
        if name in seen:
            twice.append(index)
        seen.add(name)
    doubled = [plain_name(name_of(node.fields[index])) for index in twice]
    first = twice[0]
    field = node.fields[first]
    if doubled == ["items"] and first == len(node.fields) - 1:
        return _joined(node, first, text, notes)
    if len(set(doubled)) > 1 and {"bank", "items"} & set(doubled):
        message = "a second bank begins here, and a file holds one"
        cure = "put it into a file of its own: cut it out from this line on"
        notes.append(Note(codes.DUPLICATE_FIELD, field.start, field.end, message, cure))
        return Mapping(node.fields[:first], node.values[:first], node.start, node.end)
    return node


def _joined(node: Mapping, second: int, text: str, notes: list[Note]) -> Mapping:
    """A second `items:` after the first: one list of both."""
    at = [name_of(field) for field in node.fields].index("items")
    one, other, field = node.values[at], node.values[second], node.fields[second]
    if not isinstance(one, Sequence) or not isinstance(other, Sequence):
        return node
    line_end = text.find("\n", field.end) + 1
    columns = {start - text.rfind("\n", 0, start) for start in (one.start, other.start)}
    whole = second == at + 1 and len(columns) == 1 and text[field.start : line_end].strip() == "items:"
    fix = Fix("delete the second `items:`", (Edit(field.start, line_end, ""),)) if whole else None
    message = "`items:` stands here a second time; the questions above and below it are one list"
    notes.append(Note(codes.DUPLICATE_FIELD, field.start, field.end, message, "delete this line `items:`", fix))
    values = [*node.values[:second]]
    values[at] = Sequence([*one.items, *other.items], one.start, other.end)
    return Mapping(node.fields[:second], values, node.start, node.end)


def _renamed(node: Mapping, text: str, known: frozenset[str], notes: list[Note]) -> Mapping:
    have = {name_of(field) for field in node.fields}
    wanted = _deciding(have) if len(node.fields) <= MOST_FIELDS else frozenset()
    pairs: dict[str, str] = {}
    fields, edits, places = [], [], []
    for field in node.fields:
        name = name_of(field)
        plain = plain_name(name)
        ours = plain if plain in known else FOR_BANK.get(plain, "") or _slip_of(name, known, wanted)
        if name in known or ours not in known or ours in have or not isinstance(field, Scalar):
            fields.append(field)
            continue
        have.add(ours)
        pairs[name] = ours
        places.append(field)
        edits += [Edit(field.start, field.end, ours)] if text[field.start : field.end] == name else []
        fields.append(renamed(field, ours))
    if pairs and have & {"items", "bank", "topics", "curriculum"}:
        message, cure = words_of(pairs)
        fix = Fix("write it in the words of this format", tuple(edits)) if edits else None
        notes.append(Note(codes.UNKNOWN_FIELD, places[0].start, places[0].end, message, cure, fix))
        return Mapping(fields, node.values, node.start, node.end)
    return node


def _deciding(have: set[str]) -> frozenset[str]:
    """The fields that decide what is read at all, and are not there."""
    of_bank, of_curriculum = frozenset({"items", "bank"}), frozenset({"topics", "curriculum"})
    kinds = [kind for kind in (of_bank, of_curriculum) if kind & have] or [of_bank, of_curriculum]
    return frozenset({"format"}).union(*kinds) - have


def _slip_of(name: str, known: frozenset[str], wanted: frozenset[str]) -> str:
    """The one of the `wanted` that `name` is a slip of."""
    ours = meant_field(name, known) if wanted else ""
    return ours if ours in wanted else ""
