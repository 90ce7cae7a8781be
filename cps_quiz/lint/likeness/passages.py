"""Finding short texts that stand nearly verbatim inside longer ones, among thousands of both."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from math import ceil

SHARE = 0.8
"""Of the content words of a text, so many must stand together somewhere for it to stand there."""

SLACK = 1
"""Other content words that may stand in between."""

CROWD = 20
"""Texts that have the same two words in a row at most: a pair that more have is a set phrase."""

Passage = Sequence[str]
"""The stems of the content words of a text, in order."""


def stands_in(short: Passage, long: Passage) -> bool:
    """Whether `short` stands in `long`, in this order, give or take a word."""
    wanted = frozenset(short)
    needed = ceil(SHARE * len(short))
    if not short or len(wanted.intersection(long)) < ceil(SHARE * len(wanted)):
        return False
    width = len(short) + SLACK
    starts = (at for at, word in enumerate(long) if word in wanted)
    return any(_in_order(short, long[at : at + width]) >= needed for at in starts)


def _in_order(one: Passage, other: Passage) -> int:
    """The most words that both have in the same order (longest common subsequence)."""
    best = [0] * (len(other) + 1)
    for word in one:
        above = best[:]
        for at, here in enumerate(other):
            best[at + 1] = above[at] + 1 if here == word else max(above[at + 1], best[at])
    return best[-1]


class Index:
    """Short passages by the pairs of words that follow each other in them; half of these must be met."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        having: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, short in enumerate(passages):
            for pair in set(pairwise(short)):
                having[pair].append(number)
        self._having = {pair: numbers for pair, numbers in having.items() if len(numbers) <= CROWD}
        self._pairs = Counter(chain.from_iterable(self._having.values()))
        self._fewest = {pair: min(map(self._pairs.__getitem__, numbers)) for pair, numbers in self._having.items()}

    def text(self) -> str:
        """All passages as one text, which decides what stands where."""
        return "\n".join(map(" ".join, self._passages))

    def standing_in(self, long: Passage) -> Iterator[int]:
        """Numbers of the passages that stand in `long`, in their order."""
        pairs = set(filter(self._having.__contains__, pairwise(long)))
        if not pairs or 2 * len(pairs) < min(map(self._fewest.__getitem__, pairs)):
            return
        met = Counter(chain.from_iterable([self._having[pair] for pair in pairs]))
        for number in sorted([number for number, times in met.items() if 2 * times >= self._pairs[number]]):
            if stands_in(self._passages[number], long):
                yield number
