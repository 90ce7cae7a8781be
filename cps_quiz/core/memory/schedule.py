"""How much to do each day until an exam, so that every aim is met in time and brought back before it is forgotten."""

from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import NamedTuple

from cps_quiz.core.memory.cards import GOAL
from cps_quiz.core.memory.skills import SkillMemory
from cps_quiz.core.memory.stability import interval

MEETINGS = 3
"""Questions of a new aim until the exam: what is right at first comes back twice in three weeks. Our own choice."""

LAST_DAYS = 2
"""Days before the exam on which no new aim is met, so that all is fresh and nothing is raw."""

COMFORTABLE = 60
"""Answers a day that still fit beside a day's work: about an hour. Our own choice."""


class Schedule(NamedTuple):
    """What to do each day; `days` are those left, today included.

    Of `aims`, `unmet` are to be met first, at `new_per_day`; `back_per_day` questions bring others back.
    """

    exam: date
    days: int
    aims: int
    unmet: int
    new_per_day: int
    back_per_day: int

    @property
    def per_day(self) -> int:
        """Answers a day."""
        return self.new_per_day + self.back_per_day

    @property
    def fits(self) -> bool:
        """Whether it can be done beside a day's work."""
        return self.per_day <= COMFORTABLE

    @property
    def in_time(self) -> int:
        """Of the aims that were never met, those that can be met in time beside a day's work."""
        return min(self.unmet, COMFORTABLE * max(1, self.days - LAST_DAYS))


def schedule(exam: date, today: date, unmet: int, met: Iterable[SkillMemory]) -> Schedule:
    """Spread the aims that were never met over the days that are left, and bring back each as it fades.

    `met` are the memories of the others. An exam of today or earlier has no days left.
    """
    known = list(met)
    days = max(0, (exam - today).days)
    if not days:
        return Schedule(exam, 0, unmet + len(known), unmet, 0, 0)
    returns = sum(days / max(1, interval(memory.stability, GOAL)) for memory in known)
    returns += (MEETINGS - 1) * unmet
    return Schedule(exam, days, unmet + len(known), unmet, ceil(unmet / max(1, days - LAST_DAYS)), ceil(returns / days))
