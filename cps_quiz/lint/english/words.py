"""Words of English texts: splitting, stemming, counting."""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from re import compile as pattern
from string import ascii_letters, ascii_lowercase, digits, punctuation, whitespace
from typing import Any, TypeVar

Value = TypeVar("Value")

SHORTEST = 4
"""Letters of a content word at least (SAQUET exempts shorter ones too)."""

REMEMBERED = 4_096
"""Texts whose words are kept: several rules ask for those of each stem, option and scenario, soon after each other."""

_SMALL = bytes(byte if chr(byte) in ascii_lowercase + digits else ord(" ") for byte in bytes(range(256)).lower())
_LETTERS = bytes(byte if chr(byte) in ascii_letters else ord(" ") for byte in range(256))
_WORD = pattern(r"[^\W_]+(?:['-][^\W_]+)*")
_OF_LETTERS = pattern(r"[^\W\d_]+")
_SENTENCE = pattern(r"[.!?]+[\"'\u201d\u2019)]*(?=\s|$)")
_MARKS = dict.fromkeys(map(ord, f"{punctuation}{whitespace}\u2018\u2019\u201c\u201d\u2013\u2014\u2026"))
_ASCII_MARKS = f"{punctuation}{whitespace}".encode()
_LOWER = bytes(range(256)).lower()
_WORDLISTS = Path(__file__).parent / "wordlists"


class _Known(dict[str, Value]):
    def __init__(self, work_out: Callable[[str], Value]) -> None:
        self._work_out = work_out

    def __missing__(self, word: str) -> Value:
        value = self[word] = self._work_out(word)
        return value


def remembered(work_out: Callable[[str], Value]) -> Callable[[str], Value]:
    """The function, each word worked out once: as `functools.cache`, in two thirds of its time."""
    return _Known(work_out).__getitem__


@cache
def wordlist(name: str) -> frozenset[str]:
    """The entries of `wordlists/NAME.txt`: one a line, lines that start with # tell the source."""
    lines = (_WORDLISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def letters(text: str) -> str:
    """`text` in small letters without its spaces and marks: what is the same but for them is equal."""
    if text.isascii():
        return text.encode().translate(_LOWER, _ASCII_MARKS).decode()
    return text.casefold().translate(_MARKS)


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, apostrophes and hyphens kept inside."""
    if text.isascii() and "'" not in text and "-" not in text:  # most texts, and a third of the time
        return tuple(map(the_same, text.encode().translate(_SMALL).decode().split()))
    return tuple(map(the_same, _WORD.findall(text.replace("\u2019", "'").casefold())))


@remembered
def the_same(word: str) -> str:
    """The same object for the same word: it knows its hash, and takes no more memory."""
    return word


def as_written(text: str) -> list[str]:
    """The words of letters alone, their capitals kept."""
    return text.encode().translate(_LETTERS).decode().split() if text.isascii() else _OF_LETTERS.findall(text)


@cache
def _stemmer() -> Any:  # noqa: ANN401 - the library has no types
    from snowballstemmer import stemmer

    return stemmer("english")


STEMS: dict[str, str] = _Known(lambda word: str(_stemmer().stemWord(word.removesuffix("'s"))))
"""The stems of English words in small letters (Porter's second stemmer, by Snowball), as far as they were asked for."""


def stem(word: str) -> str:
    """The stem of such a word."""
    return STEMS[word]


@lru_cache(maxsize=1024)
def in_order(text: str) -> tuple[str, ...]:
    """The words of `text` in order, as stems; function words are left out, short words are not."""
    return tuple(filter(None, map(_telling, words(text))))


@remembered
def _telling(word: str) -> str:
    return "" if word in wordlist("function-words") else stem(word)


def little_words(text: str) -> frozenset[str]:
    """Stems of the function words of `text`."""
    return frozenset(filter(None, map(_little, words(text))))


@remembered
def _little(word: str) -> str:
    return stem(word) if word in wordlist("function-words") else ""


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words of `text` that carry meaning: four letters up, no function words."""
    return frozenset(filter(None, map(_content_stem, words(text))))


@remembered
def _content_stem(word: str) -> str:
    return stem(word) if len(word) >= SHORTEST and word not in wordlist("function-words") else ""


def sentences(text: str) -> int:
    """How many sentences `text` has, at least 1."""
    return max(1, len(_SENTENCE.findall(text)))
