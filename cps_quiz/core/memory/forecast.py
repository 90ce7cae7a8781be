"""What an exam today would bring: of questions from here, and of new ones.

New questions are answered by understanding, or guessed. A question from here that was met is recalled as
often as FSRS says, times what the learner's own later answers make of that; recalled, it is right but for a
slip, and else answered as a new one. Later answers tell of understanding too, as far as they were not known by
heart. The interval holds what is not known of understanding and recall, what the model is off by, and the luck
of the draw. Both forecasts are tried out on simulated learners in tests/benchmarks/learning.py.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from math import exp, log, sqrt
from operator import mul
from statistics import NormalDist, fmean
from typing import NamedTuple

from cps_quiz.core.memory.cards import recall
from cps_quiz.core.memory.due import Past
from cps_quiz.core.memory.skills import Skill
from cps_quiz.core.memory.understanding import Answered, Expected, Share, Understanding
from cps_quiz.core.questions.bank import TopicId

QUESTIONS = 50
"""Questions of the exam. The official exam's length is not published; our own choice."""

FEWEST = 20
"""Questions with answers below which nothing is predicted. Our own choice."""

SLIP = 0.1
"""The chance to miss what is recalled: the usual bound of knowledge tracing (Corbett & Anderson
1995, https://doi.org/10.1007/BF01099821)."""

HOLDS = (0.25, 0.5, 0.75, 1.0, 1.25)
"""What may be recalled of what FSRS says, equally likely before a learner's later answers tell. FSRS's weights are
those of people who choose their own cards, and memories differ. Our own choice."""

MISFIT = 0.045
"""The standard deviation by which the model is off beyond what it knows of. Chosen by the simulation's coverage."""

LIKELIEST = 0.9
"""The highest chance of a guess that is reckoned with: a question with one option only tells nothing."""

LEVEL = 0.8
"""How often the interval is to hold the score."""

DAY = 86_400_000
"""Milliseconds of a day."""

HALF_A_DAY = 0.5
"""Where in a day later answers are taken to be: their time is not kept."""

EPOCH = date(1970, 1, 1).toordinal()


class Possible(NamedTuple):
    """An item that the exam may ask: what happened with it, and the chance to get it right blindly."""

    aim: Skill
    topic: TopicId
    past: Past | None
    chance: float


class Prediction(NamedTuple):
    """The expected score, and bounds that hold it four times in five; shares of all points.

    `answers` is to how many questions there are answers that it rests on.
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
    met = sum(item.past is not None and item.past.first_right is not None for item in items)
    parts = _parts(items, weights)
    if met < FEWEST or not any(parts):
        return Predictions(None, None, max(1, FEWEST - met))
    understood = Understanding(_answers(items), now.timestamp() / DAY * 1000, 1 - SLIP)
    here, new = _here(items, parts, now.date(), understood), understood.score(_shares(items, parts))
    return Predictions(_within(here, questions, met), _within(new, questions, met), 0)


def _answers(items: Iterable[Possible]) -> Iterator[Answered]:
    """What each item tells: its first answer, and those of later days as one, as only their sum is kept."""
    for aim, _, past, chance in items:
        if past is None or past.first_right is None:
            continue
        yield Answered(aim, past.first_at / DAY, float(past.first_right), chance)
        asked, right, recalled = past.reviews
        if asked and past.memory is not None:
            at = max(past.first_at / DAY, past.memory.seen.toordinal() - EPOCH + HALF_A_DAY)
            yield Answered(aim, at, right / asked, chance, min(fmean(HOLDS) * recalled / asked, 1.0))


def _parts(items: Sequence[Possible], weights: Mapping[TopicId, float]) -> list[float]:
    """How much of the exam each item stands for; 1 in all."""
    sizes = Counter(item.topic for item in items)
    total = sum(weights.get(topic, 1.0) for topic in sizes) or 1.0
    return [weights.get(item.topic, 1.0) / total / sizes[item.topic] for item in items]


def _recalled(item: Possible, today: date) -> float:
    return recall(item.past.memory, today) if item.past is not None and item.past.memory is not None else 0.0


def _shares(items: Iterable[Possible], parts: Iterable[float]) -> dict[Skill, Share]:
    """What understanding is asked for in the score."""
    sums: dict[Skill, list[float]] = {}
    for item, part in zip(items, parts, strict=True):
        found = sums.setdefault(item.aim, [0.0, 0.0])
        found[0] += part
        found[1] += part * item.chance
    return {aim: Share(*found) for aim, found in sums.items()}


def holds(items: Iterable[Possible], unaided: Callable[[Skill, float], float]) -> Expected:
    """How much is recalled of what FSRS says, by the answers of later days.

    `unaided` gives the chance to be right without recall, by the aim and the chance of a blind guess.
    """
    likely = [0.0] * len(HOLDS)
    for aim, _, past, chance in items:
        if past is not None and past.reviews.asked:
            asked, right, recalled = past.reviews
            rest = unaided(aim, chance)
            for place, hold in enumerate(HOLDS):
                known = min(hold * recalled / asked, 1.0)
                sure = known * (1 - SLIP) + (1 - known) * rest
                likely[place] += right * log(sure) + (asked - right) * log(1 - sure)
    shares = [exp(one - max(likely)) for one in likely]
    mean = sum(map(mul, shares, HOLDS)) / sum(shares)
    return Expected(mean, sum(map(mul, shares, [(hold - mean) ** 2 for hold in HOLDS])) / sum(shares))


def _here(items: Sequence[Possible], parts: Sequence[float], today: date, understood: Understanding) -> Expected:
    """The score of questions from here: what is recalled, and what is not by understanding."""
    held = holds(items, understood.right)
    left, sure, slope = [], 0.0, 0.0
    for item, part in zip(items, parts, strict=True):
        recalled = _recalled(item, today)
        known = min(held.mean * recalled, 1.0)
        left.append(part * (1 - known))
        sure += part * known * (1 - SLIP)
        slope += part * recalled * (1 - SLIP - understood.right(item.aim, item.chance))
    rest = understood.score(_shares(items, left))
    return Expected(sure + rest.mean, rest.variance + slope * slope * held.variance)


def _within(found: Expected, questions: int, answers: int) -> Prediction:
    luck = found.mean * (1 - found.mean) / questions
    half = NormalDist().inv_cdf((1 + LEVEL) / 2) * sqrt(found.variance + MISFIT**2 + luck)
    return Prediction(found.mean, max(0.0, found.mean - half), min(1.0, found.mean + half), answers)
