"""How easy items are, beside what is known of the bank as a whole."""

from collections.abc import Sequence
from statistics import fmean


def prior(found: Sequence[tuple[int, int]]) -> tuple[float, float] | None:
    """The beta distribution of the bank's facilities from right answers of n, by moments; None for one or no item.

    Kleinman (1973), https://doi.org/10.1080/01621459.1973.10481332, with equal weights. What chance alone
    would scatter is taken out of the variance; a bank whose items do not differ more than that gets a
    prior of a thousand answers.
    """
    if len(found) < 2:  # noqa: PLR2004 - one item has no spread
        return None
    shares = [right / n for right, n in found]
    mean = fmean(shares)
    if not 0 < mean < 1:
        return None
    variance = sum((share - mean) ** 2 for share in shares) / (len(shares) - 1)
    by_chance = fmean(1 / n for _, n in found)
    true = (variance - mean * (1 - mean) * by_chance) / (1 - by_chance)
    strength = mean * (1 - mean) / true - 1 if true > 0 else 1000.0
    strength = min(1000.0, max(strength, 0.01))
    return mean * strength, (1 - mean) * strength


def shrunk_facility(right: int, n: int, known: tuple[float, float]) -> float:
    """The mean of what an item's own answers and the bank together say of it."""
    a, b = known
    return (right + a) / (n + a + b)
