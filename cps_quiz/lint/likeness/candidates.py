"""Which of thousands of bags of words may be alike, without comparing each with each.

Bags that are alike have most of their words in common, so of the rarest words of the one most are
among the rarest of the other. Two bags meet when they have three of their eight rarest words in
common; a word that no other bag has is passed over. (Prefix filtering, as in set-similarity joins:
Chaudhuri et al. 2006, Wang et al. 2012.) The same bags always meet in the same way.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

RAREST = 8
TOGETHER = 3

CROWD = 6
"""How many that share the same three words a later bag meets. Where there are hundreds they are
copies of the first few, and time must not grow with their square."""

Bag = frozenset[str]


def candidates(bags: Sequence[Bag]) -> Iterator[set[int]]:
    """For each bag the numbers of earlier ones that may be like it."""
    counts = Counter(chain.from_iterable(bags))
    seen: dict[tuple[str, ...], list[int]] = {}
    for number, bag in enumerate(bags):
        shared = [(counts[word], word) for word in bag if counts[word] > 1]
        rarest = [word for _, word in sorted(shared)[:RAREST]]
        met: set[int] = set()
        for words in combinations(rarest, min(TOGETHER, len(rarest)) or 1):
            before = seen.get(words)
            if before is None:
                seen[words] = [number]
                continue
            met.update(before)
            if len(before) < CROWD:
                before.append(number)
        yield met
