"""Whether a key that was edited still says what was learned: a slip was mended, or it says something else by now."""

from collections.abc import Sequence
from re import compile as pattern

ALIKE = 0.9
"""`difflib`'s ratio (twice the letters in common, by both lengths) from which two texts are nearly alike.

Chosen on the 320 shipped items: of 1,332 keys (28 to 94 letters) with two slips put in by chance, the lowest ratio
was 0.931; of 1,936 pairs of options of one item, the highest was 0.746. Letters do not tell what turns a key
around, as a "not" more gives 0.933 to 0.979: so words of weight are looked at one by one. Of 194 keys that their
authors edited since, those over 0.9 say the same in one or two other words.
"""

_WORD = pattern(r"\w+(?:'\w+)*")
_NEGATIONS = ("not no never none nobody nothing nowhere neither nor without cannot hardly unless except", "n't")
_BOUNDS = (
    "must may only always all every each both either any some most many few more less least first last before after"
)
_NUMBERS = """zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
hundred thousand half twice once"""
_WEIGHTY = frozenset(f"{_NEGATIONS[0]} {_BOUNDS} {_NUMBERS}".split())
"""Words that turn what is said around or set its bounds: none of them may come, go or change. Our own choice."""

_TURNING = ("un", "in", "im", "ir", "il", "dis", "non", "mis")
_TURNED = "less"


def nearly_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether each text of a key differs from the one before by no more than mended slips."""
    return len(old) == len(new) and all(map(_alike, old, new))


def _alike(old: str, new: str) -> bool:
    from difflib import SequenceMatcher

    old, new = (text.casefold().replace("’", "'") for text in (old, new))  # noqa: RUF001 - as typed
    before, after = _WORD.findall(old), _WORD.findall(new)
    if list(filter(_is_weighty, before)) != list(filter(_is_weighty, after)):
        return False
    gone, come = set(before) - set(after), set(after) - set(before)
    if any(_turns(one, other) for one in gone for other in come):
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE


def _is_weighty(word: str) -> bool:
    return word in _WEIGHTY or word.endswith(_NEGATIONS[1]) or any(letter.isdigit() for letter in word)


def _turns(one: str, other: str) -> bool:
    """Whether one of two words is the other one turned around: able, unable; careful is not careless."""
    short, long = sorted((one, other), key=len)
    if short.removesuffix("ful") + _TURNED in {one, other}:
        return True
    return any(front + short == long for front in _TURNING)
