"""Labels for people in the author's own words, and what to say instead."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from re import IGNORECASE, Pattern
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.lint.english.questions import own_words
from cps_quiz.lint.english.words import wordlist
from cps_quiz.source.node import Route


class Label(NamedTuple):
    """The words that label a person, what is wrong with them, what to say instead."""

    phrase: str
    problem: str
    instead: str


class _Entry(NamedTuple):
    """A line of a word list; a text without `letters` need not be searched."""

    letters: str
    expression: str
    problem: str
    instead: str


@cache
def _entries(name: str) -> tuple[_Entry, ...]:
    return tuple(_Entry(*line.split("\t")) for line in sorted(wordlist(name), key=lambda line: line.split("\t")))


@cache
def _pattern(expression: str) -> Pattern[str]:
    """Made when a text has the letters: most texts have none, and all take as long as checking hundreds of items."""
    return pattern(rf"(?<![\w-]){expression}", IGNORECASE)


@cache
def _letters(name: str) -> tuple[str, ...]:
    """What a text must have one of."""
    return tuple({entry.letters: None for entry in _entries(name)})


def labels(
    texts: Sequence[tuple[Route, str]], small: str, is_of_the_field: Callable[[], bool]
) -> Iterator[tuple[Route, Label]]:
    """Labels in `texts`, which are `small` when joined and in small letters.

    Those of roles count only where they are of the field, which is asked when it matters.
    """
    if any(map(small.__contains__, _letters("labels"))):
        yield from _found("labels", texts, small)
    if any(map(small.__contains__, _letters("role-labels"))):
        roles = list(_found("role-labels", texts, _without_titles(small)))
        if roles and is_of_the_field():
            yield from roles


def _without_titles(small: str) -> str:
    """Most texts of the field speak of a peer specialist, which is no label: they need not be searched."""
    return small.replace("peer specialist", "").replace("peer support", "")


def _found(name: str, texts: Sequence[tuple[Route, str]], small: str) -> Iterator[tuple[Route, Label]]:
    for entry in [entry for entry in _entries(name) if entry.letters in small]:
        for route, text in texts:
            if entry.letters not in _without_titles(text.lower()):
                continue
            if found := _pattern(entry.expression).search(own_words(text)):
                yield route, Label(" ".join(found[0].split()), entry.problem, entry.instead)
