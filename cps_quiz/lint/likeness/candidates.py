"""Which of thousands of bags of words may be alike, without comparing each with each.

Bags that are alike have most of their words in common, so of the rarest words of the one most are
among the rarest of the other. Two bags meet when they have three of their eight rarest words in
common; a word that no other bag has is passed over. (Prefix filtering, as in set-similarity joins:
Chaudhuri et al. 2006, Wang et al. 2012.) The same bags always meet in the same way.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator
from itertools import chain, combinations

RAREST = 8
TOGETHER = 3

CROWD = 6
"""How many that share the same three words a later bag meets. Where there are hundreds they are
copies of the first few, and time must not grow with their square."""


def candidates(bags: Iterable[Collection[str]], without: Container[str] = ()) -> Iterator[set[int]]:
    """For each bag the numbers of earlier ones that may be like it; some words are looked through `without`.

    A bag has each of its words once. The bags are walked through twice.
    """
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


def _rarest(bags: Iterable[Collection[str]], without: Container[str]) -> list[list[int]]:
    """The rarest words of each bag by their rank, the rarest of all first."""
    counts = Counter(chain.from_iterable(bags))
    shared = sorted((count, word) for word, count in counts.items() if count > 1 and word not in without)
    ranks = {word: rank for rank, (_, word) in enumerate(shared, 1)}
    return [sorted(filter(None, map(ranks.get, bag)))[:RAREST] for bag in bags]


def _groups(rarest: list[list[int]]) -> Iterator[list[tuple[int, ...]]]:
    """The words of each bag three by three, or all of them where they are fewer.

    Three that stand together twice are three pairs that do: those are fewer, and quicker to count.
    """
    repeated = _repeated(rarest)
    for words in rarest:
        if len(words) < TOGETHER:
            yield [tuple(words)] if words else []
        else:
            yield _triangles(words, repeated)


def _repeated(rarest: list[list[int]]) -> dict[int, set[int]]:
    """For each word those that stand behind it in several bags."""
    behind: dict[int, list[int]] = defaultdict(list)
    for words in rarest:
        for at, word in enumerate(words, 1):
            behind[word] += words[at:]
    return {word: {other for other, times in Counter(others).items() if times > 1} for word, others in behind.items()}


def _triangles(words: list[int], repeated: dict[int, set[int]]) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    for at, first in enumerate(words[:-2], 1):
        others = list(filter(repeated[first].__contains__, words[at:]))
        if len(others) > 1:
            found += [(first, second, third) for second, third in combinations(others, 2) if third in repeated[second]]
    return found
