"""Guessers who never read the question: each has one trick, and chooses by it alone.

A guesser looks at an item and names the options that its trick finds best, several when they tie.
Source of the tricks: the flaw families of the NBME (length, position, clang, convergence,
absolutes); hedging, tone and the classifier are ours.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from cps_quiz.lint.english.negation import negation
from cps_quiz.lint.english.words import content_stems, remembered, wordlist
from cps_quiz.lint.guessing.classifier import LUCK, Classifier
from cps_quiz.lint.views import ItemView, OptionView


class Guesser(NamedTuple):
    """A trick with a name, and how to spoil it.

    `choose` gives the tied best options of an item, at least one. `reads` is false for tricks that
    look only at where an option stands. `luck` says how much wider luck spreads than if each item
    were guessed by itself.
    """

    name: str
    choose: Callable[[ItemView], tuple[OptionView, ...]]
    cure: str
    reads: bool = True
    luck: Fraction = Fraction(1)


def guessers(items: Sequence[ItemView]) -> list[Guesser]:
    """All guessers, ready to guess `items`; one for each position that the items have."""
    places = range(max((len(item.options) for item in items), default=0))
    return [
        Guesser("longest option", longest, "shorten keys, or say as much in distractors"),
        Guesser("shortest option", shortest, "say as much in keys as in distractors"),
        *(
            Guesser(f"position {place + 1}", _at(place), "store the options in another order", False)
            for place in places
        ),
        Guesser("echo of the question", most_of_the_question, "let distractors take up words of the question too"),
        Guesser("most like the others", most_like_the_others, "let distractors be more than variations of the key"),
        Guesser("fewest absolutes", fewest_absolutes, 'take words like "always" out of distractors'),
        Guesser("most hedged", most_hedged, 'take words like "may" out of keys'),
        Guesser("kindest tone", kindest, "make distractors as kind as keys"),
        Guesser("words of other keys", _learnt(items), "let distractors use the words that keys use", luck=LUCK),
    ]


def longest(item: ItemView) -> tuple[OptionView, ...]:
    """By characters."""
    return _top(item, (len(option.text) for option in item.options))


def shortest(item: ItemView) -> tuple[OptionView, ...]:
    """By characters."""
    return _top(item, (-len(option.text) for option in item.options))


def most_of_the_question(item: ItemView) -> tuple[OptionView, ...]:
    """By content words that stand in the stem too, or in the scenario: some write both as one stem."""
    scenario = item.item.scenario
    asked = item.stem_stems | _stems(scenario.text) if scenario else item.stem_stems
    return _top(item, (len(option.stems & asked) for option in item.options))


def most_like_the_others(item: ItemView) -> tuple[OptionView, ...]:
    """By content words shared with each of the other options, added up."""
    bags = [option.stems for option in item.options]
    # With itself each option shares all its words, which is taken off again.
    return _top(item, (sum([len(bag & other) for other in bags]) - len(bag) for bag in bags))


def fewest_absolutes(item: ItemView) -> tuple[OptionView, ...]:
    """By words like "always"."""
    return _top(item, (-_count(option, "absolutes") for option in item.options))


def most_hedged(item: ItemView) -> tuple[OptionView, ...]:
    """By words like "may"."""
    return _top(item, (_count(option, "hedges") for option in item.options))


def kindest(item: ItemView) -> tuple[OptionView, ...]:
    """By kind words less controlling ones; the other way round where the stem asks what is wrong."""
    scores = [sum(map(_tone, option.words)) for option in item.options]
    if any(scores) and (item.item.negative or negation(item.item.stem)):
        scores = [-score for score in scores]
    return _top(item, scores)


def _at(place: int) -> Callable[[ItemView], tuple[OptionView, ...]]:
    """Always the same place; where an item has no such place, any option."""
    return lambda item: item.options[place : place + 1] or item.options


def _learnt(items: Iterable[ItemView]) -> Callable[[ItemView], tuple[OptionView, ...]]:
    classifier = Classifier(items)
    return lambda item: _top(item, classifier.evidence(item))


def _top(item: ItemView, scores: Iterable[float]) -> tuple[OptionView, ...]:
    found = list(scores)
    best = max(found)
    return tuple([option for option, score in zip(item.options, found, strict=True) if score == best])


def _count(option: OptionView, listed: str) -> int:
    entries = wordlist(listed)
    return 0 if entries.isdisjoint(option.words) else sum(word in entries for word in option.words)


@lru_cache(maxsize=1024)
def _stems(scenario: str) -> frozenset[str]:
    """Items next to each other often share a scenario."""
    return content_stems(scenario)


@remembered
def _tone(word: str) -> int:
    return word.startswith(_beginnings("tone-support")) - word.startswith(_beginnings("tone-control"))


@cache
def _beginnings(listed: str) -> tuple[str, ...]:
    return tuple(wordlist(listed))
