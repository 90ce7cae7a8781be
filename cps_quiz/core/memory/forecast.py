"""What a mock exam today would bring.

An item that was met is recalled as often as FSRS says. What is recalled is right but for a slip;
what is not recalled, or was never met, is answered as first answers were, each topic leaning on
all. Answers to items met before tell how far FSRS is off for this learner. The interval holds what
is not known of these rates and the luck of the draw. It is tried out on simulated learners in
tests/benchmarks/learning.py.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from math import sqrt
from statistics import NormalDist, fmean
from typing import NamedTuple

from cps_quiz.core.memory.cards import recall
from cps_quiz.core.memory.due import Past
from cps_quiz.core.questions.bank import TopicId

QUESTIONS = 50
"""Questions of the exam. The official exam's length is not published; our own choice."""

FEWEST = 20
"""Answers below which nothing is predicted. Our own choice."""

SLIP = 0.1
"""The chance to miss what is recalled: the usual bound of knowledge tracing (Corbett & Anderson
1995, https://doi.org/10.1007/BF01099821)."""

TRUST = 25
"""What FSRS's word weighs against a learner's own reviews, in answers: for simulated learners it is
off by about 0.08 (standard deviation), as a Beta of 25 answers is at 0.8."""

LEANING = 10
"""What all topics together weigh in the rate of one, in answers. Our own choice."""

NEW_MISFIT, MET_MISFIT = 0.05, 0.04
"""Standard deviations by which the rates of new and of met items are off beyond chance, such as new
items growing easier while others are learned. Fitted to the simulation's coverage."""

LEVEL = 0.8
"""How often the interval is to hold the score."""


class Possible(NamedTuple):
    """An item that the exam may ask: what happened with it, and the chance to get it right blindly."""

    topic: TopicId
    past: Past | None
    chance: float


class Tries(NamedTuple):
    """Answers that were the first to their items, and how many were right."""

    asked: int
    right: int


class Reviews(NamedTuple):
    """Later answers (no repeats within a drill), the right ones, and the sum of the recalls before them."""

    asked: int
    right: int
    recalled: float


class Evidence(NamedTuple):
    """What answers so far tell."""

    tries: Mapping[TopicId, Tries]
    reviews: Reviews = Reviews(0, 0, 0.0)

    @property
    def first(self) -> Tries:
        """The tries of all topics together."""
        return Tries(sum(one.asked for one in self.tries.values()), sum(one.right for one in self.tries.values()))

    @property
    def rate(self) -> float:
        """The chance that a first answer is right: the mean of a Beta that begins flat."""
        return (self.first.right + 1) / (self.first.asked + 2)


class Prediction(NamedTuple):
    """The expected score, and bounds that hold it four times in five; shares of all points."""

    score: float
    low: float
    high: float


def predict(
    items: Sequence[Possible],
    weights: Mapping[TopicId, float],
    evidence: Evidence,
    today: date,
    questions: int = QUESTIONS,
) -> Prediction | None:
    """The score of a mock exam `today`; None when too little is known.

    `weights` are the topics' shares of the exam in any unit, 1 for a topic that is not named.
    """
    parts = _parts(items, weights)
    if evidence.first.asked + evidence.reviews.asked < FEWEST or not any(parts):
        return None
    share = met = new = 0.0
    for item, part, unaided in zip(items, parts, _unaided(items, evidence), strict=True):
        if item.past is not None and item.past.memory is not None:
            share += part
            met += part * _right(recall(item.past.memory, today), unaided)
        else:
            new += part * unaided
    rate = _within(met / share + _shift(evidence)) if share else 0.0
    score = _within(share * rate + new)
    variance = _variance(share, rate, evidence) + score * (1 - score) / questions
    half = NormalDist().inv_cdf((1 + LEVEL) / 2) * sqrt(variance)
    return Prediction(score, _within(score - half), _within(score + half))


def _parts(items: Sequence[Possible], weights: Mapping[TopicId, float]) -> list[float]:
    """How much of the exam each item stands for; 1 in all."""
    sizes = Counter(item.topic for item in items)
    total = sum(weights.get(topic, 1.0) for topic in sizes) or 1.0
    return [weights.get(item.topic, 1.0) / total / sizes[item.topic] for item in items]


def _unaided(items: Sequence[Possible], evidence: Evidence) -> list[float]:
    """The chance of each item to be answered right without having met it.

    What is not known is guessed (Abbott's correction): the rate of its topic tells how much is known.
    """
    known: dict[TopicId, float] = {}
    for topic in {item.topic for item in items}:
        asked, right = evidence.tries.get(topic, Tries(0, 0))
        rate = (right + LEANING * evidence.rate) / (asked + LEANING)
        chance = fmean(item.chance for item in items if item.topic == topic)
        known[topic] = (rate - chance) / (1 - chance)
    return [_within(item.chance + (1 - item.chance) * known[item.topic]) for item in items]


def _right(recalled: float, unaided: float) -> float:
    return recalled * (1 - SLIP) + (1 - recalled) * unaided


def _shift(evidence: Evidence) -> float:
    """How far reviews went better or worse than memory and slips let expect, as far as they weigh."""
    asked, right, recalled = evidence.reviews
    expected = asked * _right(recalled / asked, evidence.rate) if asked else 0.0
    return (right - expected) / (asked + TRUST)


def _variance(share: float, rate: float, evidence: Evidence) -> float:
    """What is not known of both rates: Beta variances and the misfit, `share` being that of met items."""
    met = rate * (1 - rate) / (evidence.reviews.asked + TRUST + 1) + MET_MISFIT**2
    new = evidence.rate * (1 - evidence.rate) / (evidence.first.asked + 3) + NEW_MISFIT**2
    return share**2 * met + (1 - share) ** 2 * new


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
