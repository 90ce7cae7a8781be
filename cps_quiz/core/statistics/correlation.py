"""How an item goes with the rest: correlations from sums, their intervals, and their shrinking."""

from collections.abc import Iterable, Sequence
from math import atanh, nan, sqrt, tanh
from statistics import NormalDist, fmean
from typing import NamedTuple

from cps_quiz.core.statistics.proportion import Interval

FEWEST = 10
"""People below which no correlation is told."""


class Sums(NamedTuple):
    """Of `n` people: sums of x, the points of one item (0 to 1), of r, the share of points on the others, and more."""

    n: int = 0
    x: float = 0.0
    xx: float = 0.0
    r: float = 0.0
    rr: float = 0.0
    xr: float = 0.0

    def plus(self, other: "Sums") -> "Sums":
        """The sums of both groups together."""
        return Sums(*(mine + its for mine, its in zip(self, other, strict=True)))  # type: ignore[arg-type]


def total(parts: Iterable[Sums]) -> Sums:
    """The sums of all groups together."""
    whole = Sums()
    for part in parts:
        whole = whole.plus(part)
    return whole


def correlation(sums: Sums) -> float | None:
    """Pearson's r of item and rest; None where one of the two does not vary."""
    n, x, xx, r, rr, xr = sums
    spread_x, spread_r = n * xx - x * x, n * rr - r * r
    if n < FEWEST or spread_x <= 1e-9 * n * n or spread_r <= 1e-12 * n * n:
        return None
    return max(-1.0, min(1.0, (n * xr - x * r) / sqrt(spread_x * spread_r)))


def fisher_interval(r: float, n: int, level: float = 0.95) -> Interval:
    """Fisher's interval of a correlation (1921): z = atanh r has a standard error of 1/sqrt(n - 3)."""
    z = atanh(max(-0.999999, min(0.999999, r)))
    spread = NormalDist().inv_cdf((1 + level) / 2) / sqrt(n - 3)
    return Interval(tanh(z - spread), tanh(z + spread))


def shrunk_correlations(found: Sequence[tuple[float, int]]) -> list[float]:
    """Correlations, each with its n, drawn towards their mean as far as chance alone would scatter them.

    Empirical Bayes on Fisher's z; the true spread is estimated by moments (DerSimonian & Laird 1986).
    """
    if not found:
        return []
    z = [atanh(max(-0.999999, min(0.999999, r))) for r, _ in found]
    weights = [n - 3.0 for _, n in found]
    whole = sum(weights)
    mean = sum(w * value for w, value in zip(weights, z, strict=True)) / whole
    scatter = sum(w * (value - mean) ** 2 for w, value in zip(weights, z, strict=True))
    scale = whole - sum(w * w for w in weights) / whole
    spread = max(0.0, (scatter - (len(z) - 1)) / scale) if scale > 0 else 0.0
    keep = [spread / (spread + 1 / w) if spread else 0.0 for w in weights]
    centre = fmean(z) if not spread else sum(k * value for k, value in zip(keep, z, strict=True)) / (sum(keep) or nan)
    return [tanh(centre + k * (value - centre)) for k, value in zip(keep, z, strict=True)]
