"""FSRS-6's update of a memory, written out: a log of years is replayed in seconds.

py-fsrs (https://github.com/open-spaced-repetition/py-fsrs) takes ten times as long for a review,
and one answer moves up to six memories. A test holds both equal. Formulas:
https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm.
"""

from enum import IntEnum
from math import e

WEIGHTS = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""FSRS-6's default weights, w0 to w20."""

DECAY = -WEIGHTS[20]

FACTOR = 0.9 ** (1 / DECAY) - 1
"""Makes recall 90 % after as many days as the stability says."""

LOWEST = 0.001
"""The least stability, in days."""

LONGEST = 36500
"""The most days until an item is due."""


class Grade(IntEnum):
    """FSRS's words for how an answer went; Easy is never given."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


def begun(given: Grade) -> tuple[float, float]:
    """Stability (days) and difficulty (1 to 10) after the first answer."""
    return max(WEIGHTS[given - 1], LOWEST), _within(_first_difficulty(given))


def reviewed(stability: float, difficulty: float, days: int, given: Grade) -> tuple[float, float]:
    """Both after one more answer, whole `days` after the last."""
    if days < 1:
        after = _same_day(stability, given)
    elif given is Grade.AGAIN:
        after = _forgotten(stability, difficulty, recall_after(days, stability))
    else:
        after = _recalled(stability, difficulty, recall_after(days, stability), given)
    return max(after, LOWEST), _next_difficulty(difficulty, given)


def recall_after(days: float, stability: float) -> float:
    """The chance of recall: FSRS-6's forgetting curve."""
    return float((1 + FACTOR * days / stability) ** DECAY)


def interval(stability: float, goal: float) -> int:
    """Days until recall falls to `goal`, at least one."""
    days = round(float(stability / FACTOR * (goal ** (1 / DECAY) - 1)))
    return min(max(days, 1), LONGEST)


def _same_day(stability: float, given: Grade) -> float:
    growth = e ** (WEIGHTS[17] * (given - 3 + WEIGHTS[18])) * stability ** -WEIGHTS[19]
    return float(stability * (growth if given is Grade.AGAIN else max(growth, 1.0)))


def _forgotten(stability: float, difficulty: float, recall: float) -> float:
    lasting = (
        WEIGHTS[11]
        * difficulty ** -WEIGHTS[12]
        * ((stability + 1) ** WEIGHTS[13] - 1)
        * e ** ((1 - recall) * WEIGHTS[14])
    )
    return float(min(lasting, stability / e ** (WEIGHTS[17] * WEIGHTS[18])))


def _recalled(stability: float, difficulty: float, recall: float, given: Grade) -> float:
    growth = e ** WEIGHTS[8] * (11 - difficulty) * stability ** -WEIGHTS[9] * (e ** ((1 - recall) * WEIGHTS[10]) - 1)
    return float(stability * (1 + growth * (WEIGHTS[15] if given is Grade.HARD else 1)))


def _first_difficulty(given: int) -> float:
    return float(WEIGHTS[4] - e ** (WEIGHTS[5] * (given - 1)) + 1)


def _next_difficulty(difficulty: float, given: Grade) -> float:
    damped = difficulty + (10 - difficulty) * -(WEIGHTS[6] * (given - 3)) / 9
    return _within(WEIGHTS[7] * _first_difficulty(4) + (1 - WEIGHTS[7]) * damped)


def _within(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)
