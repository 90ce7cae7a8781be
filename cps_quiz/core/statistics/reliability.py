"""Whether an exam's scores can be trusted: KR-20, KR-21, their intervals, and the error of a score."""

from collections.abc import Mapping
from math import log, sqrt
from random import Random
from typing import NamedTuple

from cps_quiz.core.statistics.f_distribution import f_quantile
from cps_quiz.core.statistics.proportion import Interval

FEWEST = 20
"""People below which nothing is said: the interval would span nearly the whole scale."""

RESAMPLES = 1000

FEW_EXPECTED = 30


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
    again = (kr21(Scores(scores.items, _drawn_again(scores.people, random))) for _ in range(RESAMPLES))
    found = sorted(value for value in again if value is not None)
    if len(found) < RESAMPLES / 2:
        return None
    low, high = (found[round(tail * (len(found) - 1))] for tail in ((1 - level) / 2, (1 + level) / 2))
    return Interval(low, high)


def _drawn_again(people: Mapping[int, int], random: Random) -> dict[int, int]:
    """As many people drawn with replacement, told by how many reached each score: one score after the other."""
    drawn = {}
    left = among = sum(people.values())
    for score, count in people.items():
        drawn[score] = _successes(left, count / among, random)
        left -= drawn[score]
        among -= count
    return drawn


def _successes(n: int, p: float, random: Random) -> int:
    """How many of n draws succeed. Where 30 or more of each kind are expected, a rounded normal draw stands for it."""
    if p > 1 / 2:
        return n - _successes(n, 1 - p, random)
    if n * p >= FEW_EXPECTED:
        return min(n, max(0, round(random.gauss(n * p, sqrt(n * p * (1 - p))))))
    if p <= 0:
        return 0
    count = at = 0
    while (at := at + 1 + int(log(1 - random.random()) / log(1 - p))) <= n:  # failures before the next success
        count += 1
    return count


def standard_error(scores: Scores, reliability: float) -> float:
    """The standard error of measurement of the group, in right answers."""
    return sqrt(scores.variance * max(0.0, 1 - reliability))


def person_error(score: float, items: int) -> float:
    """The standard error of one person's score, in right answers: Lord's binomial one (1955)."""
    return sqrt(score * (items - score) / (items - 1))
