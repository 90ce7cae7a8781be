"""When a learner is about to forget an item: FSRS (https://github.com/open-spaced-repetition).

Default weights, no fuzzing, and the day is always handed in. There are no learning steps of
minutes: a drill itself brings a miss back, and the schedule counts the learner's own days.
"""

from datetime import UTC, date, datetime, time
from enum import Enum, IntEnum
from functools import cache
from typing import Any, NamedTuple

GOAL = 0.7
"""Recall at which an item is due. FSRS aims at 0.9 for a lifetime; with so many answers until an
exam, coming back later leaves room for new items. Higher goals score lower in
tests/benchmarks/learning.py; 0.7 is the lowest that Anki lets its users choose.
"""

DECAY = -0.1542
"""The last of FSRS-6's default weights, negative."""

FACTOR = 0.9 ** (1 / DECAY) - 1
"""Makes recall 90 % after as many days as the stability says."""


class Confidence(Enum):
    """How sure the learner says they were."""

    SURE = "sure"
    UNSURE = "unsure"
    GUESSING = "guessing"


class Grade(IntEnum):
    """FSRS's words for how an answer went; Easy is never given."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


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
    import fsrs

    before = memory if memory is not None and memory.key == key else None
    card, _ = _scheduler().review_card(_card(before, day), fsrs.Rating(int(given)), _noon(day))
    return Memory(card.stability or 0.0, card.difficulty or 0.0, card.due.date(), day, key)


def recall(memory: Memory, day: date) -> float:
    """The chance (0 to 1) that the item is recalled on `day`.

    FSRS-6's forgetting curve with the default decay; a test holds it equal to fsrs, which takes
    too long to import for a screen that only looks.
    """
    days = max(0, (day - memory.seen).days)
    return float((1 + FACTOR * days / memory.stability) ** DECAY)


def _card(memory: Memory | None, day: date) -> Any:  # noqa: ANN401 - fsrs is imported late
    import fsrs

    if memory is None:
        return fsrs.Card(card_id=0, due=_noon(day))
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due),
        last_review=_noon(memory.seen),
    )


def _noon(day: date) -> datetime:
    """A time for fsrs, which counts a day only when 24 hours are full: practice an hour earlier is a day too."""
    return datetime.combine(day, time(12), UTC)


@cache
def _scheduler() -> Any:  # noqa: ANN401 - fsrs is imported late
    import fsrs

    return fsrs.Scheduler(desired_retention=GOAL, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
