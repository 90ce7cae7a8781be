"""What the benchmarks share: alternating runs, medians, and how a result is told.

A benchmark reports and judges nothing: other work on the machine moves the times of both sides,
so that only the ratio of runs made in turn says much.
"""

import os
from collections.abc import Callable
from statistics import median
from typing import NamedTuple, TypeVar

Run = TypeVar("Run")


class Result(NamedTuple):
    """One thing measured on both sides; `bound` is the highest ratio allowed, None where none was set."""

    name: str
    ours: str
    peer: str
    ratio: float
    bound: float | None = None

    @property
    def verdict(self) -> str:
        if self.bound is None:
            return "no bound"
        return "ok" if self.ratio <= self.bound else "over the bound"


def in_turn(ours: Callable[[], Run], peer: Callable[[], Run], runs: int) -> list[tuple[Run, Run]]:
    """Pairs of runs, one of each side after one warm-up; every second pair the other way round."""
    ours(), peer()
    pairs = []
    for number in range(runs):
        if number % 2:
            second = peer()
            pairs.append((ours(), second))
        else:
            pairs.append((ours(), peer()))
    return pairs


def compared(name: str, pairs: list[tuple[float, float]], unit: str, bound: float | None = None) -> Result:
    """Both medians and the median of the pairwise ratios."""
    ours, peer = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    ratio = median(pair[0] / pair[1] for pair in pairs)
    return Result(name, f"{ours:.3g} {unit}", f"{peer:.3g} {unit}", ratio, bound)


def spread(values: list[float]) -> str:
    """The lowest and the highest, to see how quiet the machine was."""
    return f"{min(values):.3g} to {max(values):.3g}"


def environment(**more: str) -> dict[str, str]:
    """The environment of a user: byte code is kept, and nothing but `more` shapes the output."""
    shaping = {"PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES", "NO_COLOR"}
    return {name: value for name, value in os.environ.items() if name not in shaping} | more


def table(results: list[Result]) -> str:
    """The results as aligned columns."""
    rows = [("name", "ours", "peer or floor", "ratio", "bound", "ok")]
    for result in results:
        bound = "-" if result.bound is None else f"{result.bound:g}"
        rows.append((result.name, result.ours, result.peer, f"{result.ratio:.2f}", bound, result.verdict))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
