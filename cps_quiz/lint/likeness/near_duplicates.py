"""Whether two items ask the same."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, filterfalse
from math import fsum

from cps_quiz.lint.english.words import stem, words
from cps_quiz.lint.likeness.candidates import candidates
from cps_quiz.lint.traces import Bag, Bags, KeptBags
from cps_quiz.lint.views import ItemView, lazy

ALIKE = 0.6
KEYS_ALIKE = 0.5
LONG = 8
"""Content words of a question that tell enough, whatever its answers are."""

FREE = 5
FREE_SHARE = 0.1
"""A word weighs fully in as many items, or in this share of all items."""


class Face:
    """What of an item is compared: all of its `content`, all that is `asked` without names, and more."""

    def __init__(self, item: ItemView, names: Bag) -> None:
        scenario = item.item.scenario
        self.item = item
        self.scenario = scenario.text if scenario else ""
        bags = item.bags
        self.content = frozenset(chain(bags.own, bags.shared))
        self.asked = self.content.union(bags.little) - names

    @lazy
    def stem(self) -> Bag:
        """The words of the stem."""
        return frozenset(words(self.item.item.stem))

    @lazy
    def key(self) -> Bag:
        """The words of the right options; of an item without options, of all that can be chosen."""
        if self.item.keys:
            return frozenset(chain.from_iterable([key.words for key in self.item.keys]))
        return frozenset(word for _, text in self.item.choices for word in words(text))

    @lazy
    def last_sentence(self) -> Bag:
        """The words of what is finally asked."""
        text = self.item.item.stem.rstrip(" .?!:\"'\u201d\u2019")
        return frozenset(words(text[max(text.rfind(mark) for mark in ".?!\n") + 1 :]))


def _names(items: Iterable[ItemView]) -> Bag:
    """Words with a capital that none of the items writes without it, as stems."""
    written = {word for item in items for word in item.written()}
    return frozenset(stem(small) for word in written if word.istitle() and (small := word.casefold()) not in written)


class Weights:
    """Words that stand in so many items that they tell little of each weigh less than 1."""

    def __init__(self, bags: Sequence[Bags | KeptBags], names: Bag) -> None:
        free = max(FREE, FREE_SHARE * len(bags))
        counts = Counter(chain.from_iterable(bag.little for bag in bags))
        for name in names:
            del counts[name]  # as a little word it is not asked
        counts.update(chain.from_iterable(bag.own for bag in bags))
        counts.update(chain.from_iterable(bag.shared for bag in bags))
        self.light = {word: free / count for word, count in counts.items() if count > free}

    def share(self, one: Bag, other: Bag) -> float:
        """The weight of words in both of the weight of words in either (weighted Jaccard)."""
        both, either = one & other, one | other
        return (len(both) - self._lost(both)) / (len(either) - self._lost(either)) if both else 0.0

    def _lost(self, bag: Bag) -> float:
        light = self.light
        return fsum([1 - light[word] for word in bag if word in light])  # the same in any order


def share(one: Bag, other: Bag) -> float:
    """Words in both of words in either (Jaccard)."""
    return len(one & other) / len(one | other) if one else 0.0


def ask_the_same(one: Face, other: Face, weights: Weights) -> bool:
    """Whether both are one question; see rule B603."""
    if one.scenario and one.scenario == other.scenario:
        return share(one.key, other.key) >= KEYS_ALIKE and share(one.stem, other.stem) >= ALIKE
    if weights.share(one.asked, other.asked) < ALIKE:
        return False
    return share(one.key, other.key) >= KEYS_ALIKE or (
        min(len(one.content), len(other.content)) >= LONG
        and share(one.last_sentence, other.last_sentence) >= ALIKE
        and weights.share(one.content, other.content) >= ALIKE
    )


def near_duplicates(items: Sequence[ItemView]) -> Iterator[tuple[ItemView, ItemView]]:
    """Items that ask nearly the same as an earlier one, each with the earliest."""
    names = _names(items)
    bags = [item.bags for item in items]
    weights = Weights(bags, names)
    face = cache(lambda at: Face(items[at], names))
    for at, met in enumerate(_met(bags, face, weights, names)):
        for other in sorted(met):
            if ask_the_same(face(at), face(other), weights):
                yield items[at], items[other]
                break


def _met(
    bags: Sequence[Bags | KeptBags], face: Callable[[int], Face], weights: Weights, names: Bag
) -> Iterator[set[int]]:
    """For each the earlier ones that share telling words: those of question and key, the light ones left out.

    Where all are copies, no word tells anything: of those that are equal, each meets the first.
    """
    first: dict[tuple[Bag, Bag], int] = {}
    keys = [hash(frozenset(bag.key)) for bag in bags]
    times = Counter(keys)
    for at, met in enumerate(candidates(_Telling(bags, names), weights.light)):
        if times[keys[at]] > 1:
            met.add(first.setdefault((face(at).asked, face(at).key), at))
        yield met - {at}


class _Telling:
    """The words of each by which it is found: those of the question without names, and of the key.

    They are put together whenever they are walked through: to hold them all takes longer.
    """

    def __init__(self, bags: Sequence[Bags | KeptBags], names: Bag) -> None:
        self._bags = bags
        self._names = names

    def __iter__(self) -> Iterator[list[str]]:
        if self._names:
            return ([*filterfalse(self._names.__contains__, bag.own), *bag.key] for bag in self._bags)
        return ([*bag.own, *bag.key] for bag in self._bags)
