"""Points for a response, by the rules of the bank format."""

from collections.abc import Collection, Sequence
from itertools import combinations
from typing import NamedTuple


class Score(NamedTuple):
    """Points of one response: 0.0 (nothing) to 1.0 (all that the item asks)."""

    points: float

    @property
    def full(self) -> bool:
        """Whether every point was made."""
        return self.points == 1.0


def choice_score(chosen: Collection[int], key: Collection[int]) -> Score:
    """Right choices minus wrong ones over the number of right ones, never below 0.

    With a key of one option this is 1 or 0 for a single choice.
    """
    right = sum(index in key for index in chosen)
    return Score(max(0, right - (len(chosen) - right)) / len(key))


def order_score(steps: Sequence[int]) -> Score:
    """Share of the pairs of steps that stand in the right order (Kendall's concordant pairs).

    `steps` is a permutation of 0…n-1, or empty when no order was given.
    """
    pairs = list(combinations(steps, 2))
    return Score(sum(a < b for a, b in pairs) / len(pairs) if pairs else 0.0)


def points_score(made: Collection[int], of: int) -> Score:
    """Share of the points made."""
    return Score(len(made) / of)
