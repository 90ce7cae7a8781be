"""A guesser that learns which words stand in keys: Naive Bayes over the words of options.

It learns from all other items and never from the one that it guesses. Items of one `set` put the
same options under different situations, so each option is the key of one item and a distractor of
the others. Were only the item itself left out, the classifier would remember the *texts*: "this
one was wrong three times and right never, so it is not the key of its own item either", and do
worse than chance for a reason that has nothing to do with words. So the whole set is left out. What
remains measures words alone; within a set it then always chooses the same text.

Texts that return in items of no common set are left in: a guesser may well know that "all of the
above" is always right.

A word counts once per option. Its evidence is smoothed towards the share of keys among all options
as if it had been met once more, so that a word never met says nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from math import fsum, log

from cps_quiz.lint.text import stem
from cps_quiz.lint.views import ItemView, OptionView

Counts = Counter[str]


class _Seen:
    """In how many keys and in how many distractors each word stands."""

    def __init__(self) -> None:
        self.keys: Counts = Counter()
        self.distractors: Counts = Counter()

    def learn(self, item: ItemView) -> None:
        """Count the words of an item's options."""
        for option in item.options:
            (self.keys if option.correct else self.distractors).update(word_stems(option))


class Classifier:
    """Learnt from `items`; gives each option of such an item its evidence of being the key."""

    def __init__(self, items: Iterable[ItemView]) -> None:
        self._all = _Seen()
        self._groups: dict[Hashable, _Seen] = defaultdict(_Seen)
        options = keys = 0
        for item in items:
            self._all.learn(item)
            self._groups[_group(item)].learn(item)
            options += len(item.options)
            keys += 1
        self._share = keys / options if options else 0.5

    def evidence(self, item: ItemView) -> list[float]:
        """Log-odds of each option from the words of the other items; 0 where they say nothing."""
        own = self._groups[_group(item)]
        # fsum is exact whatever the order: words come out of a set, and ties must stay ties.
        return [fsum(self._weight(word, own) for word in word_stems(option)) for option in item.options]

    def _weight(self, word: str, own: _Seen) -> float:
        keys = self._all.keys[word] - own.keys[word]
        distractors = self._all.distractors[word] - own.distractors[word]
        if not keys + distractors:
            return 0.0
        share = self._share
        return log((keys / share + 1) / (distractors / (1 - share) + 1))


def word_stems(option: OptionView) -> frozenset[str]:
    """Stems of all words, function words too."""
    return frozenset(map(stem, option.words))


def _group(item: ItemView) -> Hashable:
    """What is left out together with `item`."""
    return (item.file.path, item.item.set) if item.item.set else (item.file.path, item.route)
