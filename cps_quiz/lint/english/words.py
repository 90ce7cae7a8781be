"""Words of English texts: splitting, stemming, counting."""

from functools import cache, lru_cache
from pathlib import Path
from re import compile as pattern
from string import ascii_letters, ascii_lowercase, digits, punctuation, whitespace
from typing import Any

SHORTEST = 4
"""Letters of a content word at least (SAQUET exempts shorter ones too)."""

REMEMBERED = 65_536
"""Texts whose words are kept: several rules ask for those of each stem, option and scenario."""

_SMALL = bytes(byte if chr(byte) in ascii_lowercase + digits else ord(" ") for byte in bytes(range(256)).lower())
_LETTERS = bytes(byte if chr(byte) in ascii_letters else ord(" ") for byte in range(256))
_WORD = pattern(r"[^\W_]+(?:['-][^\W_]+)*")
_OF_LETTERS = pattern(r"[^\W\d_]+")
_SENTENCE = pattern(r"[.!?]+[\"'\u201d\u2019)]*(?=\s|$)")
_MARKS = dict.fromkeys(map(ord, f"{punctuation}{whitespace}\u2018\u2019\u201c\u201d\u2013\u2014\u2026"))
_WORDLISTS = Path(__file__).parent / "wordlists"


@cache
def wordlist(name: str) -> frozenset[str]:
    """The entries of `wordlists/NAME.txt`: one a line, lines that start with # tell the source."""
    lines = (_WORDLISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def letters(text: str) -> str:
    """`text` in small letters without its spaces and marks: what is the same but for them is equal."""
    return text.casefold().translate(_MARKS)


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, apostrophes and hyphens kept inside."""
    if text.isascii() and "'" not in text and "-" not in text:  # most texts, and a third of the time
        return tuple(text.encode().translate(_SMALL).decode().split())
    return tuple(_WORD.findall(text.replace("\u2019", "'").casefold()))


def as_written(text: str) -> list[str]:
    """The words of letters alone, their capitals kept."""
    return text.encode().translate(_LETTERS).decode().split() if text.isascii() else _OF_LETTERS.findall(text)


@cache
def stem(word: str) -> str:
    """The stem of an English word in small letters (Porter's second stemmer, by Snowball)."""
    return str(_stemmer().stemWord(word.removesuffix("'s")))


@lru_cache(maxsize=1024)
def in_order(text: str) -> tuple[str, ...]:
    """The words of `text` in order, as stems; function words are left out, short words are not."""
    return tuple(filter(None, map(_telling, words(text))))


@cache
def _telling(word: str) -> str:
    return "" if word in wordlist("function-words") else stem(word)


@cache
def _stemmer() -> Any:  # noqa: ANN401 - the library has no types
    from snowballstemmer import stemmer

    return stemmer("english")


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words of `text` that carry meaning: four letters up, no function words."""
    return frozenset(map(_content_stem, words(text))) - {""}


@cache
def _content_stem(word: str) -> str:
    return stem(word) if len(word) >= SHORTEST and word not in wordlist("function-words") else ""


def sentences(text: str) -> int:
    """How many sentences `text` has, at least 1."""
    return max(1, len(_SENTENCE.findall(text)))
