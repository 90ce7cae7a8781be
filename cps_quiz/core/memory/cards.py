"""When a learner is about to forget an item: FSRS (https://github.com/open-spaced-repetition).

Default weights, no fuzzing, and the day is always handed in. There are no learning steps of
minutes: a drill itself brings a miss back, and the schedule counts the learner's own days.
"""

from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from cps_quiz.core.memory.stability import Grade, begun, interval, recall_after, reviewed

GOAL = 0.7
"""Recall at which an item is due. FSRS aims at 0.9 for a lifetime; with so many answers until an
exam, coming back later leaves room for new items. Higher goals score lower in
tests/benchmarks/learning.py; 0.7 is the lowest that Anki lets its users choose.
"""


class Confidence(Enum):
    """How sure the learner says they were."""

    SURE = "sure"
    UNSURE = "unsure"
    GUESSING = "guessing"


class Memory(NamedTuple):
    """How well an item sits: FSRS's stability (days until recall falls to 90 %) and difficulty (1-10).

    `due` and `seen` are days of the learner's own. `key` is the print of the key that was learned.
    """

    stability: float
    difficulty: float
    due: date
    seen: date
    key: str


def grade(*, right: bool, confidence: Confidence | None, self_assessed: bool = False) -> Grade:
    """The grade of an answer. Right by guessing counts as not known.

    A self-assessed answer is never a miss: it is good when every point was made, else hard.
    """
    if self_assessed:
        return Grade.GOOD if right else Grade.HARD
    if not right or confidence is Confidence.GUESSING:
        return Grade.AGAIN
    return Grade.HARD if confidence is Confidence.UNSURE else Grade.GOOD


def review(memory: Memory | None, given: Grade, day: date, key: str) -> Memory:
    """The memory after an answer on `day`; one of another key is begun anew."""
    if memory is None or memory.key != key:
        stability, difficulty = begun(given)
    else:
        days = (day - memory.seen).days
        stability, difficulty = reviewed(memory.stability, memory.difficulty, days, given)
    return Memory(stability, difficulty, day + timedelta(days=interval(stability, GOAL)), day, key)


def recall(memory: Memory, day: date) -> float:
    """The chance (0 to 1) that the item is recalled on `day`."""
    return recall_after(max(0, (day - memory.seen).days), memory.stability)
