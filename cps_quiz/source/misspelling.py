"""What a misspelt name was meant to be."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from itertools import islice

from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.field_words import EVERY, FOR_BANK, FOR_ITEM, FOR_OPTION, plain_name
from cps_quiz.source.node import Node, Scalar
from cps_quiz.source.problems import Problems

MOST_NAMES = 200
MOST_FIELDS = 100
"""Fields of a mapping whose unknown ones may be slips: comparing is slow, and nobody means more of them."""

SLIP = 0.78
"""Letters that two spellings share, of all their letters, for one to be a slip of the other: our own choice."""

CLOSE = 0.66
"""The same for a guess that people decide on."""

_OTHER_WORDS = FOR_BANK.keys() | FOR_ITEM.keys() | FOR_OPTION.keys()


def meant_field(name: str, known: Iterable[str]) -> str:
    """The one of the `known` fields that `name` is a slip of; "" where it may be something else.

    A slip of another program's word is none of ours: `incorect` is not `correct`.
    """
    plain = plain_name(name)[:80]
    ours = frozenset(known)
    if plain in _OTHER_WORDS:
        return ""
    turned = [word for word in ours if sorted(word) == sorted(plain)]
    close = get_close_matches(plain, sorted(ours | _OTHER_WORDS), n=1, cutoff=SLIP)
    found = turned if len(turned) == 1 else close
    return found[0] if found and found[0] in ours else ""


def other_word(plain: str, table: Mapping[str, str], known: Collection[str]) -> str:
    """What another program's word means by `table`, misspelt words included; "" where it is none."""
    if plain in table:
        return table[plain]
    if plain in EVERY:
        return ""
    close = get_close_matches(plain[:80], sorted({*table, *known}), n=1, cutoff=SLIP)
    return table.get(close[0], "") if close and close[0] not in known else ""


def written_right(field: Scalar, ours: str, problems: Problems) -> tuple[str, Fix | None]:
    """The help and the fix for a slip."""
    typed = problems.text[field.start : field.end] == field.text
    return f"did you mean `{ours}`?", Fix(f"write `{ours}:`", (Edit(field.start, field.end, ours),)) if typed else None


def note_no_truth(problems: Problems, name: str, text: str, node: Node) -> None:
    """Note that a field holds neither true nor false, and which of them it means."""
    meant = {"yes": "true", "no": "false"}.get(text.casefold(), "")
    typed = meant and problems.text[node.start : node.end] == text
    fix = Fix(f"write {meant}", (Edit(node.start, node.end, meant),)) if typed else None
    message, cure = f'`{name}` cannot be "{text}"', f"write {meant}" if meant else "use true or false"
    problems.add(codes.BAD_VALUE, (node.start, node.end), message, cure, fix)


def guess(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """What `name` was meant to be; failing that `otherwise`, or the names there are.

    Of very many names only the first are looked at: comparing is slow.
    """
    names = sorted(islice(known, MOST_NAMES))
    close = get_close_matches(name[:80], names, n=1, cutoff=CLOSE)
    return f"did you mean `{close[0]}`?" if close else otherwise or f"use one of: {', '.join(names)}"
