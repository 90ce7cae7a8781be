"""How well each objective is understood, judged by first answers alone: what was seen before may be known by heart.

Understanding is a sum of Gaussians: one of the learner, one of the topic, one of the objective, and
one of what practice adds to it. A first answer is right by understanding or by a guess (the three-parameter model of
Birnbaum 1968); each moves the Gaussians by one Laplace step.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log, pi, sqrt
from typing import NamedTuple

from cps_quiz.core.memory.skills import Skill
from cps_quiz.core.questions.bank import TopicId

LEARNER, TOPIC, AIM = 1.0, 0.09, 3.0
"""Variances of what learners, topics and objectives differ by, in logits. The last is fitted to the simulation:
it has to hold learners who understand an objective either well or not at all."""

GROWTH, GROWTHS, STEEPNESS = 1.4, 0.25, 2.0
"""Practice of strength S adds ln(1 + STEEPNESS x S) logits, the power law of practice, times what the learner
gains by it: its mean and variance. Fitted to the simulation."""

DRIFT = 1.5
"""Variance that an objective gains by each answer, as its feedback may or may not be understood. Fitted likewise."""

FADING, OF_A_DAY, AT_ONCE = 0.25, 0.15, 0.05
"""An answer of d days ago has the strength OF_A_DAY x (d + AT_ONCE)^-FADING, about as one presentation has in
Pavlik & Anderson 2005 (https://doi.org/10.1207/s15516709cog0000_14) with their clock between sessions."""

LATEST = 400
"""First answers that are looked at, the latest ones: older ones tell little more and take time. Our own choice."""


class FirstTry(NamedTuple):
    """A first answer: `at` in days since any start, and the chance to be right by guessing."""

    aim: Skill
    topic: TopicId
    at: float
    right: bool
    chance: float


Practice = Mapping[Skill, Sequence[float]]
"""When each objective was practiced, in days since the same start."""


class Understanding:
    """Gaussians of the learner, the topics and the objectives, by what first answers tell."""

    def __init__(self, aims: Mapping[Skill, TopicId], practice: Practice) -> None:
        """`aims` are all objectives, each with its topic."""
        self._practice = practice
        topics = sorted(set(aims.values()))
        self._places = {
            aim: (2 + topics.index(topic), 2 + len(topics) + number)
            for number, (aim, topic) in enumerate(sorted(aims.items(), key=lambda one: (one[0].kind.value, one[0].id)))
        }
        variances = [LEARNER, GROWTHS, *(TOPIC for _ in topics), *(AIM for _ in aims)]
        self._mean = [0.0, GROWTH, *(0.0 for _ in variances[2:])]
        self._covariance = [[v if x == y else 0.0 for x in range(len(variances))] for y, v in enumerate(variances)]

    def learn(self, tries: Iterable[FirstTry]) -> None:
        """Take first answers in, in the order in which they were given."""
        for one in sorted(tries, key=lambda one: one.at)[-LATEST:]:
            self._step(one)

    def right(self, aim: Skill, now: float, chance: float) -> float:
        """The chance that an unseen question of an objective is answered right on a day."""
        return right_by(self._logit(aim, now), chance, self.variance({aim: 1.0}, now))

    def variance(self, weights: Mapping[Skill, float], now: float) -> float:
        """The variance of a weighted sum of objectives on a day."""
        parts = [0.0] * len(self._mean)
        for aim, weight in weights.items():
            for place, part in self._made_of(aim, now):
                parts[place] += weight * part
        used = [(place, part) for place, part in enumerate(parts) if part]
        return sum(part * other * self._covariance[at][to] for at, part in used for to, other in used)

    def _logit(self, aim: Skill, now: float) -> float:
        return sum(part * self._mean[place] for place, part in self._made_of(aim, now))

    def _made_of(self, aim: Skill, now: float) -> tuple[tuple[int, float], ...]:
        """What an objective's understanding is the sum of: places and weights."""
        topic, own = self._places[aim]
        return ((0, 1.0), (1, log(1 + STEEPNESS * self._strength(aim, now))), (topic, 1.0), (own, 1.0))

    def _step(self, one: FirstTry) -> None:
        """One Newton step from the mean, with the information that is to be expected of the answer."""
        made_of = self._made_of(one.aim, one.at)
        known = sigmoid(sum(part * self._mean[place] for place, part in made_of))
        right = one.chance + (1 - one.chance) * known
        slope = (1 - one.chance) * known * (1 - known)
        information = slope * slope / (right * (1 - right))
        rows = [(part, self._covariance[place]) for place, part in made_of]
        shared = [sum(part * row[at] for part, row in rows) for at in range(len(self._mean))]
        spread = sum(part * shared[place] for place, part in made_of)
        gain = (slope / right if one.right else -slope / (1 - right)) / (1 + information * spread)
        self._mean = [mean + gain * share for mean, share in zip(self._mean, shared, strict=True)]
        shrink = information / (1 + information * spread)
        for row, share in zip(self._covariance, shared, strict=True):
            less = shrink * share
            row[:] = [value - less * other for value, other in zip(row, shared, strict=True)]
        own = made_of[-1][0]
        self._covariance[own][own] += DRIFT

    def _strength(self, aim: Skill, now: float) -> float:
        return sum(OF_A_DAY / float((now - at + AT_ONCE) ** FADING) for at in self._practice.get(aim, ()) if at < now)


def sigmoid(logit: float) -> float:
    """The share that a logit stands for."""
    return 1 / (1 + exp(-logit))


def right_by(logit: float, chance: float, variance: float = 0.0) -> float:
    """The chance to be right at a logit that is known up to a variance (MacKay 1992), guessing included."""
    return chance + (1 - chance) * sigmoid(logit / sqrt(1 + pi * variance / 8))
