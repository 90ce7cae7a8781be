"""What a misspelt name was meant to be."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from itertools import islice
from re import compile as pattern

from cps_quiz.source.field_words import EVERY, FOR_BANK, FOR_ITEM, FOR_OPTION, NOT_HERE, plain_name

MOST_NAMES = 200
MOST_FIELDS = 100
"""Fields of a mapping whose unknown ones may be slips: comparing is slow, and nobody means more of them."""

SLIP = 0.78
"""Letters that two spellings share, of all their letters, for one to be a slip of the other: our own choice."""

CLOSE = 0.66
"""The same for a guess that people decide on."""

_OTHER_WORDS = FOR_BANK.keys() | FOR_ITEM.keys() | FOR_OPTION.keys()

_VERDICTS = frozenset({"correct", "wrong"})
_WORD = pattern("[a-z]+")
_VERDICT = pattern(r"[a-z]+(?:_?[0-9]+)?")
_AROUND = ":;.,*`\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
"""Signs around a word that say nothing of it."""

_SPARE = 1
"""Letters that a slip of a verdict may have besides the whole word: `correctno` is none."""
_UNSURE = "write `correct:` where the option is right, `wrong:` where it is not"


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
    return found[0] if found and found[0] in ours and _is_sure(plain, found[0], found[0]) else ""


def _is_sure(plain: str, word: str, ours: str) -> bool:
    """Whether `plain`, a slip of `word`, surely means `ours`: `correct no` and `right?` may say the opposite."""
    plain = plain.strip(_AROUND)
    if ours not in _VERDICTS or plain == word:
        return True
    return bool(_VERDICT.fullmatch(plain)) and not (
        word in plain and len(plain.rstrip("_0123456789")) > len(word) + _SPARE
    )


def other_word(plain: str, table: Mapping[str, str], known: Collection[str]) -> str:
    """What another program's word means by `table`, misspelt words included; "" where it is none."""
    if plain in table:
        return table[plain]
    if plain in EVERY:
        return ""
    close = get_close_matches(plain[:80], sorted({*table, *known}), n=1, cutoff=SLIP)
    ours = table.get(close[0], "") if close and close[0] not in known else ""
    return ours if ours and _is_sure(plain, close[0], ours) else ""


def instead_of(name: str, known: Collection[str]) -> str:
    """The help for a field that is none of the `known`: another program's word for one, a near one, or all of them."""
    plain = plain_name(name)[:80]
    if plain.replace("_", "") in NOT_HERE:
        return "delete it: it is not used here"
    ours = next((table[plain] for table in (FOR_OPTION, FOR_ITEM, FOR_BANK) if table.get(plain) in known), "")
    ours = ours or (other_word(plain, FOR_OPTION, known) if _VERDICTS.issubset(known) else "")
    if ours:
        return f"did you mean `{ours}`?"
    near = guess(name, known)
    said = {FOR_OPTION.get(word, word) for word in _WORD.findall(plain)}
    verdict = next((word for word in _VERDICTS if word in known and (word in said or f"`{word}`?" in near)), "")
    return _UNSURE if verdict and not _is_sure(plain, verdict, verdict) else near


def guess(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """What `name` was meant to be; failing that `otherwise`, or the names there are.

    Of very many names only the first are looked at: comparing is slow.
    """
    names = sorted(islice(known, MOST_NAMES))
    close = get_close_matches(name[:80], names, n=1, cutoff=CLOSE)
    return f"did you mean `{close[0]}`?" if close else otherwise or f"use one of: {', '.join(names)}"
