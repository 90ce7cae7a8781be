"""Whether wrong answers do their work."""

from enum import Enum
from typing import NamedTuple

from cps_quiz.core.statistics.correlation import fisher_interval
from cps_quiz.core.statistics.proportion import wilson

CHOSEN = 0.05
"""A distractor that fewer choose does not function: Tarrant, Ware & Mohammed (2009), doi 10.1186/1472-6920-9-40."""

WEAK = 0.10
"""An item is weak when its discrimination lies below this with its whole interval."""


class Verdict(Enum):
    """What answers say of a distractor."""

    WORKS = "works"
    DOES_NOT = "does not"
    CANNOT_TELL = "cannot tell"


class Taken(NamedTuple):
    """An option that `chosen` of `n` people took; `r` is its correlation with the rest, of `based` people."""

    chosen: int
    n: int
    r: float | None
    based: int


def functions(taken: Taken) -> bool:
    """The point rule: chosen by 5 % or more, by those who know less."""
    return taken.chosen >= CHOSEN * taken.n and taken.r is not None and taken.r < 0


def is_idle(taken: Taken) -> bool:
    """Whether surely fewer than 5 % take it: even nobody at all says so only from 73 people on."""
    return wilson(taken.chosen, taken.n).high < CHOSEN


def verdict(taken: Taken) -> Verdict:
    """The same, as far as both intervals leave no doubt."""
    if is_idle(taken):
        return Verdict.DOES_NOT
    if taken.r is None:
        return Verdict.CANNOT_TELL
    low, high = fisher_interval(taken.r, taken.based)
    if low > 0:
        return Verdict.DOES_NOT
    sure = high < 0 and wilson(taken.chosen, taken.n).low >= CHOSEN
    return Verdict.WORKS if sure else Verdict.CANNOT_TELL


def is_weak(r: float, based: int) -> bool:
    """Whether right and wrong answers surely do not go with the rest."""
    return fisher_interval(r, based).high < WEAK
