"""What of an item is compared with other items: its words, which the cache keeps as short texts."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
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
    """Both of all items of a file, to be kept: of each kind a text with a line for each item.

    Spaces stand between words, and `;` between the texts of an item.
    """

    own: str
    shared: str
    little: str
    key: str
    told: str
    keys: str

    def of_so_many(self, items: int) -> bool:
        """Whether they are of so many items."""
        return all(text.count("\n") == items - 1 for text in self)


class Kept:
    """Traces that an earlier run found, in lines: they are split where they are asked for, so that little is held."""

    def __init__(self, traces: Traces) -> None:
        self.traces = traces

    @cached_property
    def lines(self) -> list[list[str]]:
        """The lines of each text."""
        return [text.split("\n") for text in self.traces]


class KeptBags:
    """The same as `Bags`, of the item `at` this place."""

    __slots__ = ("_at", "_lines")

    def __init__(self, kept: Kept, at: int) -> None:
        self._lines = kept.lines
        self._at = at

    @property
    def own(self) -> list[str]:
        """As in `Bags`."""
        return self._lines[0][self._at].split()

    @property
    def shared(self) -> list[str]:
        """As in `Bags`."""
        return self._lines[1][self._at].split()

    @property
    def little(self) -> list[str]:
        """As in `Bags`."""
        return self._lines[2][self._at].split()

    @property
    def key(self) -> list[str]:
        """As in `Bags`."""
        return self._lines[3][self._at].split()


def told(kept: Kept, at: int) -> list[Passage]:
    """What was told by the item `at` this place."""
    return [text.split() for text in kept.lines[4][at].split(";")]


def told_keys(kept: Kept, at: int) -> list[Passage]:
    """The keys of the item `at` this place; none for an item without options that are right."""
    line = kept.lines[5][at]
    return [text.split() for text in line.split(";")] if line else []


def traces(items: Iterable[tuple[Bags | KeptBags, Passages]]) -> Traces:
    """Those of items, to be kept."""
    rows = [
        (*(" ".join(bag) for bag in (bags.own, bags.shared, bags.little, bags.key)), *map(_line, passages))
        for bags, passages in items
    ]
    return Traces(*map("\n".join, zip(*rows, strict=True)))


def _line(texts: Sequence[Passage]) -> str:
    return ";".join(map(" ".join, texts))


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
