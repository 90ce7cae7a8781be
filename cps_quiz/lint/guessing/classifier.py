"""A guesser that learns which words stand in keys: Naive Bayes over the words of options.

It learns from all other items and never from the one that it guesses. Items of one `set` put the
same options under different situations, so each option is the key of one item and a distractor of
the others. Were only the item itself left out, the classifier would remember the *texts*: "this
one was wrong three times and right never, so it is not the key of its own item either", and do
worse than chance for a reason that has nothing to do with words. So the whole set is left out. What
remains measures words alone; within a set it then always chooses the same text.

Texts that return in items of no common set are left in: a guesser may well know that "all of the
above" is always right.

A word counts once per option. Its evidence is smoothed towards the share of keys among all options,
as if it had been met once more there, so that a word never met says nothing.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from fractions import Fraction
from math import fsum, log

from cps_quiz.lint.views import ItemView

LUCK = Fraction(5, 4)
"""How much wider luck spreads for this guesser. Items that share words teach each other, so they are
often both right or both wrong. With keys dealt out at random, over and over, on real banks of 40 to
435 items the spread was 1.1 to 1.3 times that of items guessed one by one."""

DIGITS = 9
"""Digits of evidence that count: the others are noise of the arithmetic."""


class _Seen:
    """In how many keys and in how many options at all each word stands."""

    def __init__(self, items: Iterable[ItemView]) -> None:
        bags = [(set(option.words), option.correct) for item in items for option in item.options]
        self.options = Counter(word for bag, _ in bags for word in bag)
        self.keys = Counter(word for bag, correct in bags if correct for word in bag)


class Classifier:
    """Learnt from `items`; gives each option of such an item its evidence of being the key."""

    def __init__(self, items: Iterable[ItemView]) -> None:
        known = tuple(items)
        self._all = _Seen(known)
        self._sets = {group: _Seen(members) for group, members in _sets(known).items()}
        keys, options = len(known), sum(len(item.options) for item in known)
        self._key_share = keys / options if options else 0.5

    def evidence(self, item: ItemView) -> list[float]:
        """Log-odds of each option from the words of the other items; 0 where they say nothing."""
        own = self._sets.get(_group(item)) or _Seen([item])
        # Exact sums and rounding: words come out of a set in any order, and ties must stay ties.
        return [round(fsum(self._weights(set(option.words), own)), DIGITS) for option in item.options]

    def _weights(self, words: set[str], own: _Seen) -> Iterator[float]:
        known, share = self._all, self._key_share
        for word in words:
            options = known.options[word] - own.options[word]
            if options:
                keys = known.keys.get(word, 0) - own.keys.get(word, 0)
                yield log((keys / share + 1) / ((options - keys) / (1 - share) + 1))


def _sets(items: Iterable[ItemView]) -> dict[Hashable, list[ItemView]]:
    found: dict[Hashable, list[ItemView]] = {}
    for item in items:
        if item.item.set:
            found.setdefault(_group(item), []).append(item)
    return found


def _group(item: ItemView) -> Hashable:
    """The set of an item; sets of other files may have the same name."""
    return item.file.path, item.item.set
