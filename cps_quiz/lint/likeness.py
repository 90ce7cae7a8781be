"""Whether two items ask the same."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from re import compile as pattern

from cps_quiz.lint.minhash import Bag
from cps_quiz.lint.text import stem, wordlist, words
from cps_quiz.lint.views import ItemView

ALIKE = 0.6
KEYS_ALIKE = 0.5
LONG = 8
"""Content words of a question that tell enough, whatever its answers are."""

FREE = 10
FREE_SHARE = 0.1
"""A word weighs fully in as many items, or in this share of all items."""

_AS_WRITTEN = pattern(r"[^\W\d_]+")


class Face:
    """What of an item is compared: `asked` without names, all of its `content`, the key."""

    def __init__(self, item: ItemView, names: frozenset[str]) -> None:
        scenario = item.item.scenario
        self.item = item
        self.scenario = scenario.text if scenario else ""
        self.stem = frozenset(words(item.item.stem))
        found = (_words(self.scenario) | self.stem) if self.scenario else self.stem
        self.asked = frozenset(map(stem, found - names))
        self.content = frozenset(map(stem, found - wordlist("function-words")))

    @property
    def key(self) -> frozenset[str]:
        """The words of the right options; of an item without options, of all that can be chosen."""
        if self.item.keys:
            return frozenset(word for key in self.item.keys for word in key.words)
        return frozenset(word for _, text in self.item.choices() for word in words(text))

    @property
    def last_sentence(self) -> frozenset[str]:
        """The words of what is finally asked."""
        text = self.item.item.stem.rstrip(" .?!:\"'\u201d\u2019")
        return frozenset(words(text[max(text.rfind(mark) for mark in ".?!\n") + 1 :]))


@lru_cache(maxsize=1024)
def _words(scenario: str) -> frozenset[str]:
    """Items next to each other often share a scenario."""
    return frozenset(words(scenario))


def faces(items: Iterable[ItemView]) -> list[Face]:
    """The items as they are compared."""
    known = tuple(items)
    names = _names(known)
    return [Face(item, names) for item in known]


def _names(items: Iterable[ItemView]) -> frozenset[str]:
    """Words with a capital that none of the items writes without it, in small letters."""
    texts = {item.item.stem for item in items} | {item.item.scenario.text for item in items if item.item.scenario}
    written = frozenset(word for text in texts for word in _AS_WRITTEN.findall(text))
    return frozenset(small for word in written if word.istitle() and (small := word.casefold()) not in written)


class Weights:
    """Words that stand in so many items that they tell little of each weigh less than 1."""

    def __init__(self, compared: Sequence[Face]) -> None:
        free = max(FREE, FREE_SHARE * len(compared))
        counts = Counter(word for face in compared for word in face.content | face.asked)
        self.light: Mapping[str, float] = {word: free / count for word, count in counts.items() if count > free}

    def share(self, one: Bag, other: Bag) -> float:
        """The weight of words in both of the weight of words in either (weighted Jaccard)."""
        both, either = one & other, one | other
        return (len(both) - self._lost(both)) / (len(either) - self._lost(either)) if both else 0.0

    def _lost(self, bag: Bag) -> float:
        return sum(1 - self.light[word] for word in bag if word in self.light)


def share(one: Bag, other: Bag) -> float:
    """Words in both of words in either (Jaccard)."""
    return len(one & other) / len(one | other) if one else 0.0


def ask_the_same(one: Face, other: Face, weights: Weights) -> bool:
    """Whether both are one question; see rule B603."""
    keys_alike = share(one.key, other.key) >= KEYS_ALIKE
    if one.scenario and one.scenario == other.scenario:
        return keys_alike and share(one.stem, other.stem) >= ALIKE
    if keys_alike:
        return weights.share(one.asked, other.asked) >= ALIKE
    return (
        min(len(one.content), len(other.content)) >= LONG
        and share(one.last_sentence, other.last_sentence) >= ALIKE
        and weights.share(one.content, other.content) >= ALIKE
    )
