"""How much to do each day until an exam."""

from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import NamedTuple

REVIEWS_PER_NEW = 1.5
"""Reviews that a new item brings until the exam: one after three weeks when it was right, more often
when it was missed, as half of the first answers are."""

LAST_DAYS = 2
"""Days before the exam on which nothing new is met, so that all is fresh and nothing is raw."""

COMFORTABLE = 60
"""Answers a day that still fit beside a day's work: about an hour. Our own choice."""


class Schedule(NamedTuple):
    """What to do each day: new items and reviews; `days` are those left, today included."""

    exam: date
    days: int
    new_left: int
    new_per_day: int
    reviews_per_day: int

    @property
    def per_day(self) -> int:
        """Answers a day."""
        return self.new_per_day + self.reviews_per_day

    @property
    def fits(self) -> bool:
        """Whether it can be done beside a day's work."""
        return self.per_day <= COMFORTABLE


def schedule(exam: date, today: date, new_left: int, due_ahead: Iterable[int]) -> Schedule:
    """Spread the new items over the days that are left, with the reviews that they and the old bring.

    `due_ahead` are the numbers of items that come due on the coming days; the days after them are
    taken to be like them. An exam of today or earlier has no days left.
    """
    days = max(0, (exam - today).days)
    if not days:
        return Schedule(exam, 0, new_left, 0, 0)
    learning_days = max(1, days - LAST_DAYS)
    new_per_day = ceil(new_left / learning_days)
    ahead = list(due_ahead)[:days]
    old = sum(ahead) / max(1, len(ahead))
    reviews = ceil(old + min(REVIEWS_PER_NEW, days / LAST_DAYS) * new_left / days)
    return Schedule(exam, days, new_left, new_per_day, reviews)
