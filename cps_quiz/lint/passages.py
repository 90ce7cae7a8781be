"""Finding short texts that stand nearly verbatim inside longer ones, among thousands of both."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil

from cps_quiz.lint.text import SHORTEST, stem, wordlist, words

SHARE = 0.8
"""Of the content words of a text, so many must stand together somewhere for it to stand there."""

SLACK = 1
"""Content words that may come in between."""

CROWD = 50
"""Texts that share a pair of neighbouring words at most: a pair that more have is a set phrase."""

Passage = tuple[str, ...]
"""The stems of the content words of a text, in order."""


@lru_cache(maxsize=1024)
def passage(text: str) -> Passage:
    """The content words of `text` in order, as stems."""
    stop = wordlist("function-words")
    return tuple([stem(word) for word in words(text) if len(word) >= SHORTEST and word not in stop])


def stands_in(short: Passage, long: Passage) -> bool:
    """Whether `short` stands in `long`, give or take a word."""
    wanted = frozenset(short)
    needed = ceil(SHARE * len(wanted))
    if not wanted or len(wanted.intersection(long)) < needed:
        return False
    width = len(short) + SLACK
    return any(len(wanted.intersection(long[at : at + width])) >= needed for at in range(len(long)))


class Index:
    """Short passages by the pairs of words that follow each other in them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._having: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, short in enumerate(passages):
            for pair in set(pairwise(short)):
                self._having[pair].append(number)

    def standing_in(self, long: Passage) -> Iterator[int]:
        """Numbers of the passages that stand in `long`, in their order."""
        near = Counter(number for pair in set(pairwise(long)) for number in self._candidates(pair))
        for number in sorted(near):
            if stands_in(self._passages[number], long):
                yield number

    def _candidates(self, pair: tuple[str, str]) -> Iterable[int]:
        found = self._having.get(pair, ())
        return found if len(found) <= CROWD else ()
