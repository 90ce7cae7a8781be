"""Whether an exam's scores can be trusted: KR-20, KR-21, their intervals, and the error of a score."""

from collections.abc import Mapping
from math import sqrt
from random import Random
from typing import NamedTuple

from cps_quiz.core.statistics.f_distribution import f_quantile
from cps_quiz.core.statistics.proportion import Interval

FEWEST = 20
"""People below which nothing is said: the interval would span nearly the whole scale."""

RESAMPLES = 1000


class Scores(NamedTuple):
    """How many people reached each number of right answers, of `items`."""

    items: int
    people: Mapping[int, int]

    @property
    def n(self) -> int:
        """How many people there are."""
        return sum(self.people.values())

    @property
    def mean(self) -> float:
        """The mean score."""
        return sum(score * count for score, count in self.people.items()) / self.n

    @property
    def variance(self) -> float:
        """The variance of the scores, with n - 1."""
        mean = self.mean
        return sum(count * (score - mean) ** 2 for score, count in self.people.items()) / (self.n - 1)


def kr20(scores: Scores, rights: Mapping[str, int]) -> float | None:
    """Kuder & Richardson's formula 20 (1937): alpha of items that are right or not; `rights` counts by item.

    None where scores do not vary.
    """
    n, k = scores.n, scores.items
    if n < 2 or k < 2 or scores.variance <= 0:  # noqa: PLR2004 - what has no spread
        return None
    within = sum(right / n * (1 - right / n) for right in rights.values()) * n / (n - 1)
    return k / (k - 1) * (1 - within / scores.variance)


def kr21(scores: Scores) -> float | None:
    """Formula 21, for people who each had other items of one bank: Lord (1955) on randomly parallel forms."""
    n, k = scores.n, scores.items
    if n < 2 or k < 2 or scores.variance <= 0:  # noqa: PLR2004
        return None
    return k / (k - 1) * (1 - scores.mean * (k - scores.mean) / (k * scores.variance))


def feldt_interval(alpha: float, n: int, k: int, level: float = 0.95) -> Interval:
    """Feldt's interval (1965), https://doi.org/10.1007/BF02289499, of alpha from n people and k items."""
    first, second, tail = n - 1, (n - 1) * (k - 1), (1 - level) / 2
    return Interval(
        1 - (1 - alpha) * f_quantile(1 - tail, first, second), 1 - (1 - alpha) * f_quantile(tail, first, second)
    )


def bootstrap_interval(scores: Scores, seed: int = 1, level: float = 0.95) -> Interval | None:
    """The percentiles of formula 21 over people drawn again; the same seed gives the same. None where most fail."""
    random = Random(seed)  # noqa: S311 - no secret
    values, weights = list(scores.people), list(scores.people.values())
    found = []
    for _ in range(RESAMPLES):
        drawn: dict[int, int] = {}
        for score in random.choices(values, weights, k=min(scores.n, 2000)):
            drawn[score] = drawn.get(score, 0) + 1
        again = kr21(Scores(scores.items, drawn))
        if again is not None:
            found.append(again)
    if len(found) < RESAMPLES / 2:
        return None
    found.sort()
    middle, shrink = found[len(found) // 2], sqrt(min(scores.n, 2000) / scores.n)
    low, high = (found[round(tail * (len(found) - 1))] for tail in ((1 - level) / 2, (1 + level) / 2))
    return Interval(middle + (low - middle) * shrink, middle + (high - middle) * shrink)


def standard_error(scores: Scores, reliability: float) -> float:
    """The standard error of measurement of the group, in right answers."""
    return sqrt(scores.variance * max(0.0, 1 - reliability))


def person_error(score: float, items: int) -> float:
    """The standard error of one person's score, in right answers: Lord's binomial one (1955)."""
    return sqrt(score * (items - score) / (items - 1))
