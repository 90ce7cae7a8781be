"""Which of thousands of texts are alike, without comparing each with each.

MinHash (Broder 1997) in bands: of each bag of words the smallest of many hashes is kept, and bags
whose smallest hashes agree in a whole band land in one bucket. Bags that share 60 % of their words
meet with a probability of 98 %, those that share 80 % practically always, strangers hardly ever.
The hashes are fixed, so the same texts give the same result on every machine.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache
from hashlib import shake_128
from struct import unpack

ROWS = 3
BANDS = 16

CROWD = 8
"""Bags kept in a bucket. Where hundreds land in one, each is compared with its first few only: they
are copies of these, or share words that thousands of texts have, and time must not grow with their
square."""

Bag = frozenset[str]


class Buckets:
    """Bags met so far, by number."""

    def __init__(self) -> None:
        self._bands: list[dict[tuple[int, ...], list[int]]] = [defaultdict(list) for _ in range(BANDS)]

    def meet(self, bag: Bag, number: int) -> set[int]:
        """Numbers of earlier bags that may be like this one; it is remembered as `number`."""
        met: set[int] = set()
        if not bag:
            return met
        smallest = tuple(map(min, zip(*map(_hashes, bag), strict=True)))
        for at, band in enumerate(self._bands):
            bucket = band[smallest[at * ROWS : (at + 1) * ROWS]]
            met.update(bucket)
            if len(bucket) < CROWD:
                bucket.append(number)
        return met


@lru_cache(maxsize=2**16)
def _hashes(word: str) -> tuple[int, ...]:
    return unpack(f"<{ROWS * BANDS}I", shake_128(word.encode("utf-8", "surrogatepass")).digest(4 * ROWS * BANDS))


def share(one: Collection[str], other: Collection[str]) -> float:
    """Words in both of all words in either (Jaccard); 0 where there are none."""
    both = len(frozenset(one) & frozenset(other))
    return both / (len(one) + len(other) - both) if both else 0.0


def weighted_share(one: Bag, other: Bag, weights: Mapping[str, float]) -> float:
    """The same where some words weigh less than 1."""
    both, either = one & other, one | other
    less_both = sum(1 - weights[word] for word in both if word in weights)
    less_either = sum(1 - weights[word] for word in either if word in weights)
    return (len(both) - less_both) / (len(either) - less_either) if both else 0.0
