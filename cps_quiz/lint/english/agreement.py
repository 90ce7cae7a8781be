"""Whether an option agrees with the words that the stem ends in: "a" or "an", "is the" or "are the"."""

from re import compile as pattern
from typing import NamedTuple

_END = pattern(r"(?:\S{1,40}\s+)?\b(an?)\s*(?:\.{3}|\u2026|[:_]+)?\s*$")
_BLANK = pattern(r"(?:\S{1,40}\s+)?\b([Aa]n?)\s+_{2,}")
_FIRST = pattern(r"[\"'\u201c\u2018(*_\s]*(\w[\w'\u2019-]*)")
_CONSONANT = pattern(r"eu|ew|one\b|once\b|u(?:ni(?![nm])|s[aeiu]|t[ei]|ra|ri|bi|ku|nanim)")
_SILENT_H = pattern(r"h(?:eir|onest|ono|our)")
_VOWEL_NUMBER = pattern(r"8|1[18]\b")
_ARTICLES = frozenset({"a", "an", "the"})

_VERB = pattern(r"\b(is|was|are|were) (?:the|called|known as)(?: the)?\s*(?:\.{3}|\u2026|[:_]+)?\s*$")
_PLURAL = pattern(r".{2,}[^suiao']s")
_UNSURE = pattern(r".*(?:s|a|i|ae|men|people|children|feet|teeth|mice)")
TAIL = 40
"""Characters at the end of a stem that are looked at: patterns that end in $ are slow on long texts."""

MOST_WORDS = 3
"""Words of an option whose last one is likely its noun."""


class Asked(NamedTuple):
    """A word that waits for an option, and the words of the stem to point at."""

    word: str
    phrase: str


def asked_article(stem: str) -> Asked | None:
    """The "a" or "an" that ends `stem` or stands before its blank."""
    found = _END.search(stem[-TAIL:]) if _ends_with(stem, ("a", "an")) else None
    found = found or (_BLANK.search(stem) if "__" in stem else None)
    return Asked(found[1].lower(), found[0].strip()) if found else None


def _ends_with(stem: str, endings: tuple[str, ...]) -> bool:
    """Whether `stem` ends so before the signs that wait for an option: most end otherwise, and need no search."""
    return stem.rstrip().rstrip(".\u2026:_").rstrip().endswith(endings)


def fits(article: str, text: str) -> bool:
    """Whether `article` can go before `text`; also where that cannot be told."""
    found = _FIRST.match(text)
    if found is None or found[1].casefold() in _ARTICLES or sum(map(str.isupper, found[1])) > 1:
        return True
    return (article == "an") == _sounds_like_vowel(found[1].casefold())


def _sounds_like_vowel(word: str) -> bool:
    if word[0].isdigit():
        return bool(_VOWEL_NUMBER.match(word))
    if word[0] == "h":
        return bool(_SILENT_H.match(word))
    return word[0] in "aeiou" and not _CONSONANT.match(word)


def asked_number(stem: str) -> Asked | None:
    """The "is" or "are" that ends `stem` and waits for a noun."""
    found = _VERB.search(stem[-TAIL:]) if _ends_with(stem, ("the", "called", "as")) else None
    return Asked(found[1], found[0].strip()) if found else None


def is_plural(words: tuple[str, ...]) -> bool | None:
    """Whether a brief option is a noun in the plural; None when that cannot be told."""
    if not 1 <= len(words) <= MOST_WORDS:
        return None
    if _PLURAL.fullmatch(words[-1]):
        return True
    return None if _UNSURE.fullmatch(words[-1]) else False
