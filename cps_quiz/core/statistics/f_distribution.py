"""Quantiles of the F distribution, by the regularised incomplete beta function.

The continued fraction is that of Abramowitz & Stegun 26.5.8, evaluated by Lentz's method (Thompson &
Barnett 1986, https://doi.org/10.1016/0021-9991(86)90046-0).
"""

from math import exp, lgamma, log, log1p

_TINY, _CLOSE = 1e-300, 1e-15
_MOST_STEPS = 10_000


def f_quantile(share: float, first: float, second: float) -> float:
    """The value below which a `share` (0 to 1) of F(first, second) lies; both degrees of freedom above 0."""
    low, high = 0.0, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        if incomplete_beta(middle, first / 2, second / 2) < share:
            low = middle
        else:
            high = middle
    return second * low / (first * (1 - low))


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), x from 0 to 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _apart(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = 1 / _apart(1 + step * d)
            c = _apart(1 + step / c)
            value *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return value


def _apart(value: float) -> float:
    """A value that may be divided by."""
    return value if abs(value) > _TINY else _TINY
