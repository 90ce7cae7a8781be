"""The top of a file in other words, without a header, or twice."""

from cps_quiz.bank.mending.lost_dashes import as_list
from cps_quiz.bank.mending.note import Note, name_of, renamed, words_of
from cps_quiz.bank.mending.sections import gathered
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.field_words import FOR_BANK, FOR_ITEM, plain_name
from cps_quiz.source.misspelling import MOST_FIELDS, meant_field
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence

_OF_ITEMS = frozenset({"id", "stem", "options", "steps", "looks_for", *FOR_ITEM})
_LINES = "`format: 1`, `bank: my-bank`, `title: My bank`, `topic: goal-setting`"
_HEADER = f"write {_LINES} and `items:` above it"
_NO_HEADER = "the file begins with its questions and has no header, which says what bank it is"


def mend_top(
    node: Node, text: str, known: frozenset[str], sections: dict[str, frozenset[str]], notes: list[Note]
) -> Node:
    """What the file means; `known` are the fields of a bank and of a curriculum, `sections` those of definitions."""
    if isinstance(node, Sequence):
        return _listed(node, notes)
    if not isinstance(node, Mapping):
        return node
    node = _without_greeting(node, known, notes)
    if note := _no_header(node):
        notes.append(note)
        return Mapping([], [], node.start, CUT)
    for section, fields in sections.items():
        node, note = gathered(node, section, fields, known)
        notes += [note] if note else []
    names = [name_of(field) for field in node.fields]
    if len(set(names)) != len(names):
        node = _first_bank(node, text, notes)
    if not known.issuperset(names):
        node = _renamed(node, text, known, notes)
    return _with_list(node, text, notes)


def _without_greeting(node: Mapping, known: frozenset[str], notes: list[Note]) -> Mapping:
    """The bank without a line like "Here is your bank:" above it."""
    first = node.fields[0] if node.fields else None
    is_said = isinstance(first, Scalar) and " " in first.text and known & {name_of(field) for field in node.fields[1:]}
    if not is_said or not isinstance(first, Scalar) or first.style:
        return node
    if not isinstance(node.values[0], Scalar) or node.values[0].text:
        return node
    fix = Fix("make it a comment", (Edit(first.start, first.start, "# "),)) if "\n" not in first.text else None
    message, cure = "this line is no part of the bank", "delete it, or write # before it"
    notes.append(Note(codes.UNKNOWN_FIELD, first.start, first.end, message, cure, fix))
    return Mapping(node.fields[1:], node.values[1:], node.start, node.end)


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


def _no_header(node: Mapping) -> Note | None:
    """What to say of a file that has its questions and no line of a header, or both inside one field."""
    names = [plain_name(name_of(field)) for field in node.fields]
    ours = {FOR_BANK.get(name, name) for name in names}
    are_there = any(isinstance(value, Mapping | Sequence) for value in node.values)
    if "items" in ours and are_there and not ours & {"format", "bank", "title"}:
        return Note(codes.NOT_A_BANK, node.start, node.start + 1, _NO_HEADER, f"write {_LINES} above it")
    if len(names) == 1 and isinstance(node.values[0], Mapping):
        inner = {FOR_BANK.get(name, name) for name in (plain_name(name_of(field)) for field in node.values[0].fields)}
        if "items" in inner:
            message = (
                f"the whole bank stands below `{name_of(node.fields[0])}`, and here its fields stand at the margin"
            )
            cure = f"write {_LINES} and `items:` there, and the questions below it"
            return Note(codes.NOT_A_BANK, node.start, node.fields[0].end, message, cure)
    return None


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
    for field, value in zip(node.fields, node.values, strict=True):
        name = name_of(field)
        plain = plain_name(name)
        ours = plain if plain in known else FOR_BANK.get(plain, "") or _slip_of(name, known, wanted)
        fits = ours in known and ours not in have and (ours != "bank" or isinstance(value, Scalar))
        if name in known or not fits or not isinstance(field, Scalar):
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
