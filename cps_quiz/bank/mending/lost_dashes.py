"""Entries of a list that ran into one because a dash was lost."""

from cps_quiz.bank.mending.note import Note, name_of, stands_alone
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.field_words import plain_name
from cps_quiz.source.node import CUT, Mapping, Node, Sequence
from cps_quiz.source.slips.missing import no_entry

WIDTH = 2
"""Columns of a dash with its space."""

KINDS = frozenset({"correct", "wrong"})


def split(group: Mapping, begins: frozenset[str], text: str, notes: "list[Note]") -> list[Mapping]:
    """The entries of which `group` is made: each field of `begins` after the first one begins another."""
    starts = [index for index, field in enumerate(group.fields) if plain_name(name_of(field)) in begins]
    cuts = [0, *starts[1:]]
    if len(cuts) == 1:
        return [group]
    notes += [_note(group.fields[index], text, inside=True) for index in cuts[1:]]
    ends = [*cuts[1:], len(group.fields)]
    return [_part(group, one, other) for one, other in zip(cuts, ends, strict=True)]


def _part(group: Mapping, start: int, end: int) -> Mapping:
    fields, values = group.fields[start:end], group.values[start:end]
    last = group.end if end == len(group.fields) else group.fields[end].start
    return Mapping(fields, values, fields[0].start, last if group.end != CUT else CUT)


def _note(field: Node, text: str, *, inside: bool) -> Note:
    name = name_of(field)
    message = f"a dash is missing before `{name}`, which begins a new entry"
    cure = f"write `- {name}:`, with the dash below the dashes above it"
    before = text[field.start - WIDTH : field.start]
    fix = None
    if inside and stands_alone(text, field) and before == " " * WIDTH:
        fix = Fix(f"write `- {name}:`", (Edit(field.start - WIDTH, field.start, "- "),))
    return Note(codes.WRONG_TYPE, field.start, field.end, message, cure, fix)


def as_list(node: Node, begins: frozenset[str], text: str, notes: "list[Note]") -> Node:
    """A group of fields that should be a list of entries, as that list."""
    if not isinstance(node, Mapping):
        return node
    starts = [index for index, field in enumerate(node.fields) if plain_name(name_of(field)) in begins]
    if not starts or starts[0] != 0:
        return node
    first = node.fields[0]
    edits = _dashes(node, starts, text)
    name = name_of(first)
    count = f" (and before {len(starts) - 1} more)" if len(starts) > 1 else ""
    message = f"a dash is missing before `{name}`{count}: each entry of a list begins with one"
    fix = Fix("write the dashes", edits) if edits else None
    cure = f"write `- {name}:`, and indent the lines that belong to it"
    notes.append(Note(codes.WRONG_TYPE, first.start, first.end, message, cure, fix))
    ends = [*starts[1:], len(node.fields)]
    return Sequence([_part(node, one, other) for one, other in zip(starts, ends, strict=True)], node.start, node.end)


def _dashes(node: Mapping, starts: list[int], text: str) -> tuple[Edit, ...]:
    """A dash before each entry, and all other lines of the group moved in by its width."""
    if not all(stands_alone(text, field) for field in node.fields):
        return ()
    dashes = {node.fields[index].start for index in starts}
    edits = [Edit(start, start, "- ") for start in dashes]
    at = text.find("\n", node.start) + 1
    end = max(value.end for value in node.values)
    while 0 < at < end:
        line_end = text.find("\n", at)
        line = text[at : line_end if line_end >= 0 else len(text)]
        first = at + len(line) - len(line.lstrip())
        if line.strip() and first not in dashes and first < end:
            edits.append(Edit(at, at, " " * WIDTH))
        if line_end < 0:
            break
        at = line_end + 1
    return tuple(sorted(edits))


def joined(entries: list[Node], text: str, notes: "list[Note]") -> list[Node]:
    """The options, each with the `why` and the like that stand behind a dash of their own below it."""
    made: list[Node] = []
    for entry in entries:
        above = made[-1] if made else None
        if isinstance(entry, Mapping) and isinstance(above, Mapping) and _belongs_to(entry, above):
            message, cure = no_entry(name_of(entry.fields[0]))
            start = entry.start - WIDTH
            known = text[start : entry.start] == "- "
            fix = Fix(cure, (Edit(start, entry.start, " " * WIDTH),)) if known else None
            notes.append(Note(codes.WRONG_TYPE, start, start + 1, message, cure, fix))
            fields, values = [*above.fields, *entry.fields], [*above.values, *entry.values]
            made[-1] = Mapping(fields, values, above.start, entry.end)
        else:
            made.append(entry)
    return made


def _belongs_to(entry: Mapping, above: Mapping) -> bool:
    names, others = {name_of(field) for field in entry.fields}, {name_of(field) for field in above.fields}
    are_of_option = bool(names) and names <= {"why", "misconception", "names", "objective"}
    return are_of_option and not names & others and bool(others & KINDS)
