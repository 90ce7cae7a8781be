"""What a mock exam today would bring.

Items that were met are answered right as often as FSRS says they are recalled, moved by how
answers so far differ from what it said; new ones as often as first answers were right, each topic
leaning on all. The exam is then a draw of that chance, question by question. The interval holds
what is not known of both rates and the luck of the draw.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import sqrt
from statistics import NormalDist, fmean
from typing import NamedTuple

from cps_quiz.core.bank import TopicId
from cps_quiz.core.due import Past
from cps_quiz.core.memory import recall

QUESTIONS = 50
"""Questions of the exam. The official exam's length is not published; our own choice."""

FEWEST = 20
"""First answers and reviews below which nothing is predicted. Our own choice."""

TRUST = 15
"""What FSRS's word on recall weighs, in answers: it misses a learner's true rate by about 0.09
(standard deviation) in tests/benchmarks/learning.py, as a Beta of 15 answers at 0.85 does."""

LEANING = 10
"""What all topics together weigh in the rate of one topic, in answers. Our own choice."""

SPREAD = 1.0
"""Factor on the standard deviation, fitted in tests/benchmarks/learning.py."""

LEVEL = 0.8
"""How often the interval should hold the score."""


class Possible(NamedTuple):
    """An item that an exam may ask: what happened with it, and the chance to get it right blindly."""

    topic: TopicId
    past: Past | None
    chance: float


class Tries(NamedTuple):
    """Answers that were the first to their items, and how many of them were right."""

    asked: int
    right: int


class Reviews(NamedTuple):
    """Later answers, how many were right, and how many FSRS expected to be (a sum of recalls)."""

    asked: int
    right: int
    expected: float


class Prediction(NamedTuple):
    """The expected score, and the bounds that hold it four times in five; shares of all points."""

    score: float
    low: float
    high: float


class _Rate(NamedTuple):
    mean: float
    variance: float


def predict(
    items: Sequence[Possible],
    weights: Mapping[TopicId, float],
    tries: Mapping[TopicId, Tries],
    reviews: Reviews,
    now: datetime,
    questions: int = QUESTIONS,
) -> Prediction | None:
    """The score of a mock exam at `now` (UTC); None when too little is known.

    `weights` are the topics' shares of the exam, in any unit.
    """
    asked = sum(tried.asked for tried in tries.values())
    if not items or asked + reviews.asked < FEWEST:
        return None
    first = Tries(asked, sum(tried.right for tried in tries.values()))
    raise NotImplementedError
