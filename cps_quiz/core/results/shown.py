"""Shares as they may be shown."""

from typing import NamedTuple

from cps_quiz.core.statistics.disclosure import EXTREME, is_extreme
from cps_quiz.core.statistics.proportion import Interval, wilson


class ShownShare(NamedTuple):
    """A share with its 95 % interval; where `value` is None, `low` and `high` are all that is told of it."""

    value: float | None
    low: float
    high: float

    @property
    def told(self) -> str:
        """In words and numbers."""
        if self.value is not None:
            return f"{self.value:.0%}"
        if self.high <= EXTREME:
            return f"{EXTREME:.0%} or less"
        return f"{1 - EXTREME:.0%} or more" if self.low >= 1 - EXTREME else "not told"


NONE_TOLD = ShownShare(None, 0.0, 1.0)
LITTLE, MUCH = ShownShare(None, 0.0, EXTREME), ShownShare(None, 1 - EXTREME, 1.0)


def share(count: int, n: int) -> ShownShare:
    """`count` of `n` as it may be shown: shares near 0 and 1 of few people are only told to be so."""
    if is_extreme(count, n):
        return LITTLE if count <= EXTREME * n else MUCH
    return ShownShare(count / n, *wilson(count, n))


def veiled_share(count: int, n: int) -> ShownShare:
    """A share that is not told, as another one could be worked out from it."""
    return share(count, n) if is_extreme(count, n) else NONE_TOLD


def mean_share(shares: list[tuple[float, int]]) -> ShownShare:
    """The mean over people of their own shares, from (share, people): normal interval, within 0 and 1."""
    n = sum(count for _, count in shares)
    mean = sum(value * count for value, count in shares) / n
    if is_extreme(round(mean * n), n):
        return LITTLE if mean <= 1 / 2 else MUCH
    variance = sum(count * (value - mean) ** 2 for value, count in shares) / (n - 1)
    spread = 1.96 * (variance / n) ** 0.5
    interval = Interval(max(0.0, mean - spread), min(1.0, mean + spread))
    return ShownShare(mean, *interval)
