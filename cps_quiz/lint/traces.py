"""What of an item is compared with other items: its words, which the cache keeps as short texts."""

from collections.abc import Callable, Collection, Sequence
from itertools import chain
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.lint.english.words import as_written, in_order, little_words, wordlist, words

FEWEST_WORDS = 4
"""Different content words of a key that can be given away."""

Bag = frozenset[str]

Passage = Sequence[str]
"""The stems of the content words of a text, in order."""


class Bags(NamedTuple):
    """Words of an item, each once in all of the first three.

    `own` and `shared` have the stems of the content words of question and situation, `little` those of the other
    words; `key` has the content words of the answers, and those in `shared` too.
    """

    own: Collection[str]
    shared: Collection[str]
    little: Collection[str]
    key: Collection[str]

    def content(self) -> Bag:
        """All content words of question and situation."""
        return frozenset(chain(self.own, self.shared))


class Passages(NamedTuple):
    """Texts of an item: `told` are stem, hint and situation; in `keys`, one that is a mere term is empty."""

    told: Sequence[Passage]
    keys: Sequence[Passage]


Found = list[tuple[int, ...]]
"""Rows of numbers."""

Memory = Callable[[str, Callable[[], Found]], Found]
"""What an earlier run found of a file that is what it was, together with something else, whose text is named;
it is worked out where there was none."""


class Traces(NamedTuple):
    """Both as texts with spaces between the words, to be kept."""

    own: str
    shared: str
    little: str
    key: str
    told: Sequence[str]
    keys: Sequence[str]

    def bags(self) -> Bags:
        """The words."""
        return Bags(self.own.split(), self.shared.split(), self.little.split(), self.key.split())

    def split_told(self) -> Sequence[Passage]:
        """What is told, word by word."""
        return [text.split() for text in self.told]

    def split_keys(self) -> Sequence[Passage]:
        """The keys, word by word."""
        return [text.split() for text in self.keys]


def traces(bags: Bags, passages: Passages) -> Traces:
    """Both, to be kept."""
    own, shared, little, key = map(" ".join, bags)
    told, keys = (tuple(map(" ".join, texts)) for texts in passages)
    return Traces(own, shared, little, key, told, keys)


def passages(item: Item, keys: Sequence[str]) -> Passages:
    """The texts of an item; `keys` are its right answers that are options."""
    told = (in_order(item.stem), in_order(item.hint or ""), in_order(_situation(item)))
    return Passages(told, tuple([in_order(key) if _says_something(key) else () for key in keys]))


def bags(item: Item, passages: Passages, answers: Sequence[str]) -> Bags:
    """The words of an item; `answers` are what its right answers say."""
    stem, _, situation = passages.told
    content = frozenset(chain(stem, situation))
    little = little_words(item.stem) | little_words(_situation(item))
    key = frozenset(chain.from_iterable(map(words, answers))) - wordlist("function-words")
    return Bags(content - key, content & key, little - content, key)


def _situation(item: Item) -> str:
    return item.scenario.text if item.scenario else ""


def _says_something(key: str) -> bool:
    """Whether a key is more than a term or a title."""
    little = wordlist("function-words")
    if len(set(in_order(key))) < FEWEST_WORDS or little.isdisjoint(words(key)):
        return False
    return any(word.islower() and word not in little for word in key.split())


def written(item: Item) -> list[str]:
    """The words of question and situation with their capitals."""
    return as_written(item.stem) + as_written(_situation(item))
