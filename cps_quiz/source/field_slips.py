"""What is said of fields that are unknown, there twice, or hold something else than they should."""

from collections.abc import Collection

from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Code, Edit, Fix
from cps_quiz.source.identifiers import IDENTIFIER
from cps_quiz.source.misspelling import MOST_FIELDS, instead_of, meant_field
from cps_quiz.source.node import Mapping, Node, Scalar
from cps_quiz.source.problems import Problems
from cps_quiz.source.slips.slip import quoted, written

_LOST = {"an option": "`- correct:` or `- wrong:`", "an item": "`- id:`"}
"""What begins an entry, and may be lost where one has a field twice."""

_ID_LISTS = frozenset({"references", "confused_with"})
_SHORT_LISTS = _ID_LISTS | {"tags", "authors"}
"""Lists that are usually written on one line, and those of them that hold ids."""


def note_strangers(
    node: Mapping, values: dict[str, Node], known: frozenset[str], noun: str, problems: Problems
) -> bool:
    """Note fields that are not known, and tell whether nobody knows what one means.

    What a slip is of goes to `values` under its right name.
    """
    few = len(node.fields) <= MOST_FIELDS
    absent = {name for name in known if few and name not in values}
    found = False
    for field, value in zip(node.fields, node.values, strict=False):
        if type(field) is not Scalar or field.text in known:
            continue
        ours = meant_field(field.text, absent) if absent and not problems.full else ""
        help_ = f"did you mean `{ours}`?" if ours else "" if problems.full else instead_of(field.text, known)
        if ours:
            values[ours], absent = value, absent - {ours}
        found = found or not ours
        note_meant(codes.UNKNOWN_FIELD, field, (f"`{field.text}` is not a field of {noun}", help_), ours, problems)
    return found


def note_twins(node: Mapping, noun: str, problems: Problems) -> None:
    """Note the first field that stands there more than once: others may follow from the same lost line."""
    first: dict[str, Node] = {}
    doubled = ""
    for field, value in zip(node.fields, node.values, strict=False):
        if type(field) is not Scalar:
            continue
        if field.text in first and doubled in {"", field.text}:
            doubled = field.text
            said = f"{noun} has `{doubled}` twice", _cure_of_twins(noun, first[doubled], value)
            note_meant(codes.DUPLICATE_FIELD, field, said, "", problems)
        first.setdefault(field.text, value)


def _cure_of_twins(noun: str, one: Node, other: Node) -> str:
    """Never to delete what says something else."""
    if type(one) is Scalar and type(other) is Scalar and one.text.strip() == other.text.strip():
        return "delete one of the two"
    if noun in _LOST:
        return f"a line {_LOST[noun]} may be missing above it; or make one of the two"
    return "make one of the two"


def note_no_list(name: str, node: Node, problems: Problems) -> None:
    """Note that a field that holds a list holds something else."""
    text = node.text.strip() if type(node) is Scalar else ""
    message, cure, instead = f"`{name}` must be a list", "begin each entry with `- ` on a line of its own", ""
    behind = problems.text[node.start :].partition("\n")[0].strip()
    if type(node) is Scalar and not text and behind.startswith("#") and not node.style:
        message = f"`{name}` is empty: what stands behind # is a comment, and lost"
        words = ", ".join(behind.replace("#", " ").replace(",", " ").split())
        cure = f"write [{words}]" if name in _SHORT_LISTS else "put it in quotes, behind a dash on a line of its own"
    elif type(node) is Scalar and not text:
        cure = f"nothing stands below `{name}:`; begin each entry with `- `"
    elif type(node) is Scalar and name in _SHORT_LISTS and "\n" not in text:
        message = f"{message}, and a text stands here"
        one, several = _as_list(name, text)
        cure = f"write {one}" if one == several else f"write {one} for one, {several} for several"
        instead = one if one == several else ""
    note_meant(codes.WRONG_TYPE, node, (message, cure), instead, problems)


def _as_list(name: str, text: str) -> tuple[str, str]:
    """The text as a list of one entry, and of as many as its commas part; the same where there is no doubt."""
    entries = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    several = f"[{', '.join(map(_in_a_row, entries))}]"
    if name not in _ID_LISTS:
        sure = name == "tags" or entries == [text]
        return several if sure else f"[{quoted(text)}]", several
    if all(IDENTIFIER.fullmatch(entry) for entry in entries):
        return several, several
    return "[its-id]", "[its-id, other-id]"


def _in_a_row(entry: str) -> str:
    """An entry as it stands between brackets."""
    return quoted(entry) if set(entry) & set("[]{}") else written(entry)


def note_no_word(name: str, node: Node, text: str, words: Collection[str], problems: Problems) -> None:
    """Note that a field holds none of its words; in other letters it is the word itself."""
    meant = text.casefold() if text.casefold() in words else ""
    cure = f"write {meant}" if meant else f"use one of: {', '.join(words)}"
    note_meant(codes.BAD_VALUE, node, (f'`{name}` cannot be "{text}"', cure), meant, problems)


def note_no_truth(name: str, node: Node, text: str, problems: Problems) -> None:
    """Note that a field holds neither true nor false, and which of them it means."""
    meant = {"yes": "true", "no": "false"}.get(text.casefold(), "")
    cure = f"write {meant}" if meant else "use true or false"
    note_meant(codes.BAD_VALUE, node, (f'`{name}` cannot be "{text}"', cure), meant, problems)


def note_no_tag(node: Node, text: str, meant: str, problems: Problems) -> None:
    """Note that no tag of a language stands there, and which one is meant."""
    cure = f"write {meant}" if meant else "write a tag of BCP 47: en, es, pt-BR"
    note_meant(codes.BAD_VALUE, node, (f'"{text}" is no language tag', cure), meant, problems)


def note_no_id(node: Scalar, meant: str, problems: Problems) -> None:
    """Note that a definition has no id before it, and which id is `meant`, if that is plain."""
    cure = f"write `{meant}` here and wherever it is named" if meant else "use small letters, digits and hyphens"
    note_meant(codes.BAD_VALUE, node, (f'"{node.text}" must be an id like `break-it-down`', cure), meant, problems)


def note_meant(code: Code, node: Node, said: tuple[str, str], instead: str, problems: Problems) -> None:
    """Note a problem with its message and help; the fix writes what is meant `instead` of a text as it stands."""
    typed = instead and type(node) is Scalar and not node.style and problems.text[node.start : node.end] == node.text
    fix = Fix(f"write {instead}", (Edit(node.start, node.end, instead),)) if typed else None
    problems.add(code, (node.start, node.end), *said, fix)
