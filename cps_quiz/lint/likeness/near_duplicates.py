"""Whether two items ask the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from cps_quiz.lint.english.words import stem, words
from cps_quiz.lint.likeness.candidates import Bag, candidates
from cps_quiz.lint.views import ItemView, lazy

ALIKE = 0.6
KEYS_ALIKE = 0.5
LONG = 8
"""Content words of a question that tell enough, whatever its answers are."""

FREE = 5
FREE_SHARE = 0.1
"""A word weighs fully in as many items, or in this share of all items."""


class Face:
    """What of an item is compared: all of its `content`, its `own` and all that is `asked` without names, and more."""

    def __init__(self, item: ItemView, names: frozenset[str]) -> None:
        scenario = item.item.scenario
        self.item = item
        self.scenario = scenario.text if scenario else ""
        self.content, little, _ = item.bags
        self.own = self.content - names if names else self.content
        self.asked = self.own.union(little - names)

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


def faces(items: Iterable[ItemView]) -> list[Face]:
    """The items as they are compared."""
    known = tuple(items)
    names = _names(known)
    return [Face(item, names) for item in known]


def _names(items: Iterable[ItemView]) -> frozenset[str]:
    """Words with a capital that none of the items writes without it, as stems."""
    written = {word for item in items for word in item.written()}
    return frozenset(stem(small) for word in written if word.istitle() and (small := word.casefold()) not in written)


class Weights:
    """Words that stand in so many items that they tell little of each weigh less than 1."""

    def __init__(self, compared: Sequence[Face]) -> None:
        free = max(FREE, FREE_SHARE * len(compared))
        counts = Counter(chain.from_iterable([face.asked for face in compared]))
        counts.update(chain.from_iterable([face.content - face.asked for face in compared]))
        self._light = {word: free / count for word, count in counts.items() if count > free}

    def candidates(self, compared: Sequence[Face]) -> Iterator[set[int]]:
        """For each the earlier ones that share telling words: its own and the key's, the light ones left out."""
        return candidates([face.own.union(face.item.bags.key) for face in compared], self._light)

    def share(self, one: Bag, other: Bag) -> float:
        """The weight of words in both of the weight of words in either (weighted Jaccard)."""
        both, either = one & other, one | other
        return (len(both) - self._lost(both)) / (len(either) - self._lost(either)) if both else 0.0

    def _lost(self, bag: Bag) -> float:
        light = self._light
        return sum([1 - light[word] for word in bag if word in light])


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
    compared = faces(items)
    weights = Weights(compared)
    same: dict[tuple[Bag, Bag], int] = {}
    times = Counter(face.asked for face in compared)
    for at, (face, met) in enumerate(zip(compared, weights.candidates(compared), strict=True)):
        if times[face.asked] > 1:
            met.add(same.setdefault((face.asked, face.key), at))  # where all are copies, no word tells anything
        for other in (compared[number] for number in sorted(met - {at})):
            if ask_the_same(face, other, weights):
                yield face.item, other.item
                break
