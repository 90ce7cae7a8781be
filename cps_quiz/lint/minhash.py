"""Which of thousands of bags of words may be alike, without comparing each with each.

MinHash (Broder 1997) in bands: of each bag the smallest of many hashes is kept, and bags whose
smallest hashes agree in a whole band land in one bucket. Bags that share 60 % of their words meet
with a probability of 98 %, those that share 80 % practically always, strangers hardly ever. The
hashes are fixed, so the same texts give the same result on every machine.
"""

from functools import lru_cache
from hashlib import shake_128
from struct import unpack

ROWS = 3
BANDS = 16

CROWD = 6
"""Bags kept in a bucket. Where hundreds land in one, each is compared with its first few only: they
are copies of these, or share words that thousands have, and time must not grow with their square."""

Bag = frozenset[str]


class Buckets:
    """Bags met so far, by number."""

    def __init__(self) -> None:
        self._bands: list[dict[tuple[int, ...], list[int]]] = [{} for _ in range(BANDS)]

    def meet(self, bag: Bag, number: int) -> set[int]:
        """Numbers of earlier bags that may be like this one; it is remembered as `number`."""
        met: set[int] = set()
        if not bag:
            return met
        smallest = tuple(map(min, *map(_hashes, bag))) if len(bag) > 1 else _hashes(*bag)
        for at, band in enumerate(self._bands):
            bucket = band.setdefault(smallest[at * ROWS : (at + 1) * ROWS], [])
            met.update(bucket)
            if len(bucket) < CROWD:
                bucket.append(number)
        return met


@lru_cache(maxsize=2**16)
def _hashes(word: str) -> tuple[int, ...]:
    return unpack(f"<{ROWS * BANDS}I", shake_128(word.encode("utf-8", "surrogatepass")).digest(4 * ROWS * BANDS))
