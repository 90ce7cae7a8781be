"""How far luck alone gets somebody who answers items blindly: exact, with ties.

A blind guesser finds `tied` of the `options` of an item equally good and takes one of them. Where
the key is independent of what the guesser looks at, it is among them with probability
tied/options, and then earns 1/tied point: ties are shared equally. The sum over many items is
spread over multiples of a small fraction, and that spread is worked out term by term, as a
convolution of binomials. (Without ties it is the Poisson-binomial distribution.)
"""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from math import exp, lcm, lgamma, log
from typing import NamedTuple

NEGLIGIBLE = 1e-13
"""Terms below this are dropped: all together they are far from any limit that is asked for."""


class Draw(NamedTuple):
    """A blind choice of one item: among `tied` of its `options`."""

    tied: int
    options: int


@cache
def draw(tied: int, options: int) -> Draw:
    """A `Draw`; there are only a few different ones, and big banks need a hundred thousand."""
    return Draw(tied, options)


Spread = dict[int, float]
"""Probabilities of sums of points; the points count in units of a fraction."""


def chance(draws: Iterable[Draw]) -> Fraction:
    """Points that luck is expected to earn: 1/options for each item, whatever the ties."""
    counts = Counter(draw.options for draw in draws)
    return sum((Fraction(times, options) for options, times in counts.items()), Fraction())


def limit(draws: Iterable[Draw], risk: float) -> Fraction:
    """The most points that can be put down to luck: more come up with probability `risk` at most."""
    return _limit(tuple(sorted(Counter(draws).items())), risk)


@cache
def _limit(counts: tuple[tuple[Draw, int], ...], risk: float) -> Fraction:
    unit = lcm(*(draw.tied for draw, _ in counts))
    spread = {0: 1.0}
    for draw, times in counts:
        spread = _sum(spread, _hits(times, draw.tied / draw.options), unit // draw.tied)
    tail = 0.0
    for points in sorted(spread, reverse=True):
        tail += spread[points]
        if tail > risk:
            return Fraction(points, unit)
    return Fraction()


def tail(draws: Iterable[Draw], found: int) -> float:
    """How probable it is that the key is among the tied in at least `found` of the draws."""
    spread = {0: 1.0}
    for draw, times in sorted(Counter(draws).items()):
        spread = _sum(spread, _hits(times, draw.tied / draw.options), 1)
    return sum(likely for hits, likely in spread.items() if hits >= found)


def _hits(times: int, probability: float) -> Spread:
    """The binomial distribution, by logarithms so that thousands of items do not overflow."""
    if probability >= 1:
        return {times: 1.0}
    whole, right, wrong = lgamma(times + 1), log(probability), log(1 - probability)
    logs = (
        whole - lgamma(hits + 1) - lgamma(times - hits + 1) + hits * right + (times - hits) * wrong
        for hits in range(times + 1)
    )
    return {hits: term for hits, term in enumerate(map(exp, logs)) if term > NEGLIGIBLE}


def _sum(spread: Spread, hits: Spread, worth: int) -> Spread:
    """The distribution of points when `hits`, each `worth` so many units, are added."""
    total: Spread = {}
    for number, likely in hits.items():
        step = number * worth
        for points, already in spread.items():
            total[points + step] = total.get(points + step, 0.0) + already * likely
    return {points: term for points, term in total.items() if term > NEGLIGIBLE}
