"""Which of "a" and "an" goes before a word."""

from re import compile as pattern
from typing import NamedTuple

_END = pattern(r"(?:\S+\s+)?\b(an?)\s*(?:\.{3}|\u2026|[:_]+)?\s*$")
_BLANK = pattern(r"(?:\S+\s+)?\b([Aa]n?)\s+_{2,}")
_FIRST = pattern(r"[\"'\u201c\u2018(*_\s]*(\w[\w'\u2019-]*)")
_CONSONANT = pattern(r"eu|ew|one\b|once\b|u(?:ni(?![nm])|s[aeiu]|t[ei]|ra|ri|bi|ku)")
_SILENT_H = pattern(r"h(?:eir|onest|ono|our)")
_VOWEL_NUMBER = pattern(r"8|1[18]\b")
_ARTICLES = frozenset({"a", "an", "the"})


class Asked(NamedTuple):
    """An article that waits for an option, and the words of the stem to point at."""

    article: str
    phrase: str


def asked_article(stem: str) -> Asked | None:
    """The "a" or "an" that ends `stem` or stands before its blank."""
    found = _END.search(stem) or _BLANK.search(stem)
    return Asked(found[1].lower(), found[0].strip()) if found else None


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
