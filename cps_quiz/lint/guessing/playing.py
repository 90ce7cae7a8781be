"""Letting the guessers play, and judging whether luck explains how far they get."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property

from cps_quiz.lint.guessing.chance import Draw, chance, draw, limit
from cps_quiz.lint.guessing.guessers import Guesser, guessers
from cps_quiz.lint.views import ItemView

FEWEST_OPTIONS = 3
"""Between two options a guesser is right every other time: such items say little and are left out."""

FEWEST_ITEMS = 20
"""Items needed for a verdict on a bank: our own choice; with fewer, luck explains nearly everything."""

SAMPLE = 1_000
"""Items of a large bank that rules look at; `cps-quiz audit` takes them all. Our own choice: among
four options, a share three points above chance is seen."""

RISK = 0.05
"""How often all guessers together may be called better than chance where they are not."""


class Result:
    """How one `guesser` did: its `draws` and whether the key was among the tied, item by item."""

    def __init__(self, guesser: Guesser, items: Sequence[ItemView], risk: float) -> None:
        self.guesser = guesser
        chosen = [guesser.choose(item) for item in items]
        self.draws = [draw(len(tied), len(item.options)) for tied, item in zip(chosen, items, strict=True)]
        self.found = [any(option.correct for option in tied) for tied in chosen]
        self._risk = risk

    @cached_property
    def points(self) -> Fraction:
        """Items right, where an item with ties counts as the share of the key in them."""
        return total(draw for draw, found in zip(self.draws, self.found, strict=True) if found)

    @cached_property
    def chance(self) -> Fraction:
        """Points that luck is expected to earn."""
        return chance(self.draws)

    @cached_property
    def limit(self) -> Fraction:
        """The most points that luck explains."""
        exact = limit(self.draws, self._risk)
        return min(self.chance + self.guesser.luck * (exact - self.chance), Fraction(len(self.draws)))

    @property
    def beats_chance(self) -> bool:
        """Whether luck does not explain the points; the limit is worked out only where it matters."""
        return self.points > self.chance and self.points > self.limit

    def gain(self, place: int) -> float:
        """Points above chance at the item at `place`."""
        draw = self.draws[place]
        return self.found[place] / draw.tied - 1 / draw.options

    def names_key(self, place: int) -> bool:
        """Whether the guesser takes the key, and nothing else, of the item at `place`."""
        return self.found[place] and self.draws[place].tied == 1


def total(draws: Iterable[Draw]) -> Fraction:
    """Points of draws whose key was found, ties shared equally."""
    counts = Counter(draw.tied for draw in draws)
    return sum((Fraction(times, tied) for tied, times in counts.items()), Fraction())


def countable(items: Iterable[ItemView]) -> tuple[ItemView, ...]:
    """The items that guessers play with: one right option among at least three."""
    return tuple(item for item in items if item.is_single and len(item.bare_options()) >= FEWEST_OPTIONS)


def sample(items: Sequence[ItemView]) -> Sequence[ItemView]:
    """All items, or SAMPLE of them at most, spread evenly: enough to see a cue, and a check is to be quick."""
    return items[:: -(-len(items) // SAMPLE)] if items else items


def play(items: Sequence[ItemView]) -> list[Result]:
    """Each guesser's result over countable items.

    The risk is shared among the guessers (Bonferroni), whether or not their tricks are related.
    """
    players = guessers(items)
    return [Result(player, items, RISK / len(players)) for player in players]
