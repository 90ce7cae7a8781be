"""Finding texts by words, also half-remembered or misspelled ones."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from math import log
from re import compile as pattern
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

LEAST = 3
"""Letters from which on a word may stand for the longer ones that begin with it."""

NEAR = 0.75
"""How like two spellings must be (Ratcliff/Obershelp ratio) to be taken for one word. Our own choice."""

SPELLINGS = 5
"""Spellings at most that a word may stand for where none begins with it."""

_WORD = pattern(r"[^\W_]+(?:'[^\W_]+)?")


class Text(NamedTuple, Generic[T]):
    """Something to be found, and its words."""

    thing: T
    words: str


def find(query: str, texts: Iterable[Text[T]], most: int) -> list[T]:
    """Up to `most` things whose texts have words of `query`, those first that have more and rarer ones.

    A rare word weighs more (inverse document frequency); a text needs half of the query's words.
    """
    everything = [(text.thing, frozenset(words_of(text.words))) for text in texts]
    counts = Counter(word for _, words in everything for word in words)
    asked = list(dict.fromkeys(words_of(query)))
    meant = [meanings(word, counts) for word in asked]
    weights = [log(1 + len(everything) / max(1, sum(counts[word] for word in one))) for one in meant]
    scored = []
    for at, (thing, words) in enumerate(everything):
        hits = [weight for one, weight in zip(meant, weights, strict=True) if one & words]
        if hits and 2 * len(hits) >= len(asked):
            scored.append((-sum(hits), at, thing))
    return [thing for _, _, thing in sorted(scored, key=lambda one: one[:2])[:most]]


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(text.casefold().replace("\u2019", "'"))


def meanings(word: str, known: Counter[str]) -> frozenset[str]:
    """The known words that a word of a query stands for: itself and longer ones, else those spelled alike."""
    found = {word} if word in known else set()
    if len(word) >= LEAST:
        found |= {one for one in known if one.startswith(word)}
    return frozenset(found or _alike(word, list(known)))


def _alike(word: str, known: Sequence[str]) -> list[str]:
    return get_close_matches(word, known, n=SPELLINGS, cutoff=NEAR)
