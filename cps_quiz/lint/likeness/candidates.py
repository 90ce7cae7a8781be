"""Which of thousands of bags of words may be alike, without comparing each with each.

Bags that are alike have most of their words in common, so of the rarest words of the one most are
among the rarest of the other. Two bags meet when they have three of their eight rarest words in
common; a word that no other bag has is passed over. (Prefix filtering, as in set-similarity joins:
Chaudhuri et al. 2006, Wang et al. 2012.) The same bags always meet in the same way.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, combinations

RAREST = 8
TOGETHER = 3

CROWD = 6
"""How many that share the same three words a later bag meets. Where there are hundreds they are
copies of the first few, and time must not grow with their square."""

Bag = frozenset[str]


def candidates(bags: Sequence[Bag], without: Container[str] = ()) -> Iterator[set[int]]:
    """For each bag the numbers of earlier ones that may be like it; some words are looked through `without`."""
    seen: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, groups in enumerate(_groups(_rarest(bags, without))):
        met: set[int] = set()
        for group in groups:
            before = seen[group]
            met.update(before)
            if len(before) < CROWD:
                before.append(number)
        met.discard(number)
        yield met


def _rarest(bags: Sequence[Bag], without: Container[str]) -> list[list[int]]:
    """The rarest words of each bag by their rank, the rarest of all first."""
    counts = Counter(chain.from_iterable(bags))
    shared = sorted((count, word) for word, count in counts.items() if count > 1 and word not in without)
    ranks = {word: rank for rank, (_, word) in enumerate(shared, 1)}
    return [sorted(filter(None, map(ranks.get, bag)))[:RAREST] for bag in bags]


def _groups(rarest: list[list[int]]) -> Iterator[Iterable[tuple[int, ...]]]:
    """The words of each bag three by three, or all of them where they are fewer.

    Three that stand together twice are three pairs that do: those are fewer, and quicker to count.
    """
    pairs = Counter(chain.from_iterable([combinations(words, 2) for words in rarest]))
    repeated = {pair for pair, count in pairs.items() if count > 1}
    for words in rarest:
        if len(words) < TOGETHER:
            yield (tuple(words),) if words else ()
        else:
            yield _triangles(filter(repeated.__contains__, combinations(words, 2)))


def _triangles(pairs: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int, int]]:
    after: dict[int, list[int]] = {}
    for first, second in pairs:
        if first in after:
            after[first].append(second)
        else:
            after[first] = [second]
    return [
        (first, second, third)
        for first, others in after.items()
        if len(others) > 1
        for second in others
        if second in after
        for third in after[second]
        if third in others
    ]
