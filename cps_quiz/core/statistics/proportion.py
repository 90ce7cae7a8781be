"""How far a share found in a few tries may lie from the true one."""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

FEW = 12
"""Tries below which a share is marked as resting on few: its interval can then span more than half of the scale."""


class Interval(NamedTuple):
    """Bounds of a share, 0 to 1."""

    low: float
    high: float


def wilson(right: int, asked: int, level: float = 0.95) -> Interval:
    """Wilson's score interval for `right` of `asked`; (0, 1) when nothing was asked.

    Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953; it holds up for few tries and
    for shares near 0 and 1 (Brown, Cai & DasGupta 2001, https://doi.org/10.1214/ss/1009213286).
    """
    if not asked:
        return Interval(0.0, 1.0)
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, weight = right / asked, z * z / asked
    middle = share + weight / 2
    spread = z * sqrt(share * (1 - share) / asked + weight / (4 * asked))
    low = (middle - spread) / (1 + weight) if right else 0.0
    high = (middle + spread) / (1 + weight) if right < asked else 1.0
    return Interval(low, high)
