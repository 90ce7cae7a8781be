"""Options that are numbers: what they amount to, whatever unit or sign stands with them."""

from re import IGNORECASE, Match
from re import compile as pattern
from typing import NamedTuple

_TO_NINETEEN = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SPELLED = {
    **{word: value for value, word in enumerate(_TO_NINETEEN)},
    **{word: 20 + 10 * index for index, word in enumerate(_TENS)},
}
_FACTORS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_WORD = "|".join(sorted(SPELLED, key=len, reverse=True))
_NUMBER = pattern(
    r"(?<![\w.,/:^*=])(?:(?P<sign>[-\u2212+])(?=[$\u00a3\u20ac]?\d))?(?P<currency>[$\u00a3\u20ac])?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)|(?P<word>{_WORD})(?:-(?P<unit>{_WORD}))?)"
    rf"(?:\s+(?P<factor>{'|'.join(_FACTORS)}))?(?![\w/:^*=]|[.,]\d)",
    IGNORECASE,
)
_RANGE = pattern(r"# ?(?:-|\u2013|\u2014|to) ?#")
_SHAPE = pattern(r"[a-z%\u00b0$\u00a3\u20ac# ]*")
LONGEST = 60
MOST_WORDS = 4
"""Characters of a number with its unit, and words of its shape; what has more is more than a number."""

MOST_PARTS = MOST_WORDS + 4
"""Parts of such a text, at most: a range of two numbers with their factors ("2 million to 3 million") is one word."""


class Quantity(NamedTuple):
    """What an option amounts to (the two ends of a range), and the words around its number."""

    amounts: tuple[float, ...]
    shape: str


def quantity(text: str) -> Quantity | None:
    """The quantity that `text` is; None when it is more than one, or something else."""
    if len(text) > LONGEST or len(text.split()) > MOST_PARTS:
        return None
    amounts: list[float] = []

    def note(found: Match[str]) -> str:
        amounts.append(_amount(found))
        return f"{found['currency'] or ''}#"

    shape = " ".join(_NUMBER.sub(note, text.rstrip(" .")).lower().split())
    shape = " ".join(word.removesuffix("s") for word in _RANGE.sub("#", shape).split())
    if not amounts or shape.count("#") != 1 or not _SHAPE.fullmatch(shape) or len(shape.split()) > MOST_WORDS:
        return None
    return Quantity(tuple(amounts), shape)


def _amount(found: Match[str]) -> float:
    if found["digits"]:
        value = float(found["digits"].replace(",", ""))
    else:
        value = SPELLED[found["word"].lower()] + SPELLED.get((found["unit"] or "").lower(), 0)
    sign = -1.0 if found["sign"] in ("-", "\u2212") else 1.0
    return sign * value * _FACTORS.get((found["factor"] or "").lower(), 1.0)
