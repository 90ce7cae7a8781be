"""When a learner is about to forget an item: FSRS (https://github.com/open-spaced-repetition).

Default weights, no fuzzing, and the time is always handed in. There are no learning steps of
minutes: a drill itself brings a miss back, and the schedule counts days.
"""

from datetime import datetime
from enum import Enum, IntEnum
from functools import cache
from typing import Any, NamedTuple

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

    `due` and `seen` are in UTC. `key` is the print of the key that was learned.
    """

    stability: float
    difficulty: float
    due: datetime
    seen: datetime
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


def review(memory: Memory | None, given: Grade, at: datetime, key: str) -> Memory:
    """The memory after an answer at `at` (UTC); one of another key is begun anew."""
    import fsrs

    before = memory if memory is not None and memory.key == key else None
    card, _ = _scheduler().review_card(_card(before, at), fsrs.Rating(int(given)), at)
    return Memory(card.stability or 0.0, card.difficulty or 0.0, card.due, at, key)


def recall(memory: Memory, at: datetime) -> float:
    """The chance (0 to 1) that the item is recalled at `at` (UTC).

    FSRS-6's forgetting curve with the default decay, in whole days as fsrs counts them; a test
    holds it equal to fsrs, which takes too long to import for a screen that only looks.
    """
    days = max(0, (at - memory.seen).days)
    return float((1 + FACTOR * days / memory.stability) ** DECAY)


def _card(memory: Memory | None, at: datetime) -> Any:  # noqa: ANN401 - fsrs is imported late
    import fsrs

    if memory is None:
        return fsrs.Card(card_id=0, due=at)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.seen,
    )


@cache
def _scheduler() -> Any:  # noqa: ANN401 - fsrs is imported late
    import fsrs

    return fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
