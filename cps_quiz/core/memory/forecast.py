"""What an exam today would bring: of questions from here, and of new ones.

New questions are answered by understanding, or guessed. A question from here that was met is recalled as
often as FSRS says, times what the learner's own later answers make of that; recalled, it is right but for a
slip, and else answered as a new one. The interval holds
what is not known of understanding, what the model is off by, and the luck of the draw. Both forecasts are
tried out on simulated learners in tests/benchmarks/learning.py.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from cps_quiz.core.memory.cards import recall
from cps_quiz.core.memory.due import Past
from cps_quiz.core.memory.skills import Skill
from cps_quiz.core.memory.understanding import FirstTry, Understanding
from cps_quiz.core.questions.bank import TopicId

QUESTIONS = 50
"""Questions of the exam. The official exam's length is not published; our own choice."""

FEWEST = 20
"""First answers below which nothing is predicted. Our own choice."""

SLIP = 0.1
"""The chance to miss what is recalled: the usual bound of knowledge tracing (Corbett & Anderson
1995, https://doi.org/10.1007/BF01099821)."""

HOLDS, TRUST = 0.45, 10.0
"""What is recalled of what FSRS says, before a learner's own reviews tell, and what that weighs against them, in
reviews. FSRS's weights are those of people who choose their own cards; fitted to the simulation."""

MISFIT = 0.03
"""The standard deviation by which the recall of questions from here is off beyond chance. Fitted to the
simulation's coverage."""

LIKELIEST = 0.9
"""The highest chance of a guess that is reckoned with: a question with one option only tells nothing."""

LEVEL = 0.8
"""How often the interval is to hold the score."""

DAY = 86_400_000
"""Milliseconds of a day."""

EPOCH = date(1970, 1, 1).toordinal()


class Possible(NamedTuple):
    """An item that the exam may ask: what happened with it, and the chance to get it right blindly."""

    aim: Skill
    topic: TopicId
    past: Past | None
    chance: float


class Prediction(NamedTuple):
    """The expected score, and bounds that hold it four times in five; shares of all points.

    `answers` is how many it rests on.
    """

    score: float
    low: float
    high: float
    answers: int


class Predictions(NamedTuple):
    """What `questions_from_here` and `new_questions` like them would bring; None where `missing` answers are."""

    questions_from_here: Prediction | None
    new_questions: Prediction | None
    missing: int


def predict(
    items: Sequence[Possible], weights: Mapping[TopicId, float], now: datetime, questions: int = QUESTIONS
) -> Predictions:
    """The scores of exams `now`, in the learner's time zone.

    `weights` are the topics' shares of the exam in any unit, 1 for a topic that is not named.
    """
    items = [item if item.chance < LIKELIEST else item._replace(chance=LIKELIEST) for item in items]
    tries = [one for item in items if (one := _first_try(item)) is not None]
    parts = _parts(items, weights)
    if len(tries) < FEWEST or not any(parts):
        return Predictions(None, None, max(1, FEWEST - len(tries)))
    understood = Understanding({item.aim: item.topic for item in items}, _practice(items))
    understood.learn(tries)
    at = now.timestamp() / DAY * 1000
    unaided = {kind: understood.right(kind[0], at, kind[1]) for kind in {(item.aim, item.chance) for item in items}}
    holds = _holds(items, unaided)
    new, here = (
        _sum(items, parts, recalled, unaided)
        for recalled in ([0.0] * len(items), [holds * _recalled(item, now.date()) for item in items])
    )
    return Predictions(
        _within(here, understood.variance(here.slopes, at) + MISFIT**2, questions, len(tries)),
        _within(new, understood.variance(new.slopes, at), questions, len(tries)),
        0,
    )


class _Sum(NamedTuple):
    """An expected score, and how much it moves with a logit of each objective."""

    score: float
    slopes: Mapping[Skill, float]


def _first_try(item: Possible) -> FirstTry | None:
    if item.past is None or item.past.first_right is None:
        return None
    return FirstTry(item.aim, item.topic, item.past.first_at / DAY, item.past.first_right, item.chance)


def _practice(items: Sequence[Possible]) -> dict[Skill, list[float]]:
    """When each objective was practiced: the first and the last answer to each of its items."""
    found: dict[Skill, list[float]] = {}
    for item in items:
        if item.past is not None:
            first = item.past.first_at / DAY
            found.setdefault(item.aim, []).append(first)
            last = item.past.memory.seen.toordinal() - EPOCH if item.past.memory else 0
            if last > first:
                found[item.aim].append(last)
    return found


def _parts(items: Sequence[Possible], weights: Mapping[TopicId, float]) -> list[float]:
    """How much of the exam each item stands for; 1 in all."""
    sizes = Counter(item.topic for item in items)
    total = sum(weights.get(topic, 1.0) for topic in sizes) or 1.0
    return [weights.get(item.topic, 1.0) / total / sizes[item.topic] for item in items]


def _recalled(item: Possible, today: date) -> float:
    return recall(item.past.memory, today) if item.past is not None and item.past.memory is not None else 0.0


def _holds(items: Sequence[Possible], unaided: Mapping[tuple[Skill, float], float]) -> float:
    """What is recalled of what FSRS says: later answers less those that understanding gave, by the recalls foretold."""
    more = expected = 0.0
    for item in items:
        if item.past is not None and item.past.reviews.asked:
            asked, right, recalled = item.past.reviews
            by_recall = 1 - SLIP - unaided[item.aim, item.chance]
            more += right - asked * unaided[item.aim, item.chance]
            expected += recalled * by_recall
    prior = TRUST * (1 - SLIP) / 2
    return min(max((more + HOLDS * prior) / (max(expected, 0.0) + prior), 0.0), 1.0)


def _sum(
    items: Sequence[Possible],
    parts: Sequence[float],
    recalled: Sequence[float],
    unaided: Mapping[tuple[Skill, float], float],
) -> _Sum:
    score, slopes = 0.0, dict[Skill, float]()
    for item, part, known in zip(items, parts, recalled, strict=True):
        right = unaided[item.aim, item.chance]
        score += part * (known * (1 - SLIP) + (1 - known) * right)
        slopes[item.aim] = slopes.get(item.aim, 0.0) + part * (1 - known) * (right - item.chance) * (1 - right) / (
            1 - item.chance
        )
    return _Sum(score, slopes)


def _within(found: _Sum, variance: float, questions: int, answers: int) -> Prediction:
    luck = found.score * (1 - found.score) / questions
    half = NormalDist().inv_cdf((1 + LEVEL) / 2) * sqrt(variance + luck)
    return Prediction(found.score, max(0.0, found.score - half), min(1.0, found.score + half), answers)
