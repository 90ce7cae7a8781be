"""Simulated learners who come to understand objectives, so that practice helps with questions that they never met.

PowerLearner: understanding grows by the power law of practice of its objective, with the forgetting
of learners.py. TracingLearner: an objective is understood or not (knowledge tracing: Corbett & Anderson
1995, https://doi.org/10.1007/BF01099821), and lost again with time; so is a misconception's correction.
Items are remembered beside that, as in learners.py, and an item that comes to mind by itself is answered from
memory and exercises no understanding (BY_HEART). Parameters are our own choice: set so that about half of
the questions are right before any practice, and practice of objectives in turn gains some 15 points.
"""

from collections.abc import Sequence
from math import exp, log
from random import Random
from typing import NamedTuple

from learners import DAY, DECAY, SCALE, Learner, Person, Question, Trace

from cps_quiz.core.memory.skills import Skill
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.interaction import MisconceptionId

BY_HEART = 0.0
"""What an answer counts for understanding whose item was known by heart. Our own choice; `--by-heart` tries another."""


class Exercise(NamedTuple):
    """Practice of an objective: its trace, and how much it counts."""

    trace: Trace
    weight: float


def exercised(recalled: float) -> float:
    """How much an answer counts for understanding, by the chance that its item came to mind by itself."""
    return 1 - (1 - BY_HEART) * recalled


class PowerLearner(Learner):
    """Understands an objective the better, the more and the later it was practiced."""

    GROWTH, STEEPNESS = 0.5, 2.0

    def __init__(self, who: Person, seed: int) -> None:
        super().__init__(who, seed)
        self.aims: dict[Skill, list[Exercise]] = {}

    def learn(self, question: Question, choice: int, now: float) -> None:
        """The objective is practiced too."""
        weight = exercised(self.recalled(question, now))
        super().learn(question, choice, now)
        self.exercise(self.aims.setdefault(question.aim, []), now, weight)

    def exercise(self, done: list[Exercise], now: float, weight: float) -> None:
        """Add to what was done for an objective; it fades the faster, the fresher the rest is."""
        decay = SCALE * self.exercise_strength(done, now) + DECAY
        done.append(Exercise(Trace(now, self.who.fading * decay, TopicId("")), weight))

    def exercise_strength(self, done: Sequence[Exercise], now: float) -> float:
        """What is left of the exercises of an objective."""
        return sum(one.weight * self.strength((one.trace,), now) for one in done)

    def understood(self, question: Question, now: float) -> float:
        """Understanding of the topic, the objective, and what practice added."""
        strength = self.exercise_strength(self.aims.get(question.aim, ()), now)
        own = super().understood(question, now) + self.who.grasp[question.aim]
        return own + self.GROWTH * log(1 + self.STEEPNESS * strength)


class TracingLearner(Learner):
    """Understands an objective or does not."""

    FIRST, LEARNS, LOSES, SLIPS = 0.35, 0.08, 0.02, 0.08
    """The chance to understand before practice, to get there by an answer, to lose it in a day, to miss anyway."""

    CORRECTED, RELAPSES = 0.4, 0.05
    """The chance that feedback corrects a misconception, and that it is back after a day."""

    LESS = 1.0
    """How much less the key attracts those who do not understand."""

    def __init__(self, who: Person, seed: int) -> None:
        super().__init__(who, seed)
        chance = Random(f"tracing/{seed}")
        self.known: dict[Skill, tuple[bool, float]] = {
            aim: (chance.random() < self.FIRST + 0.15 * grasp, 0.0) for aim, grasp in who.grasp.items()
        }
        self.corrected: dict[MisconceptionId, tuple[bool, float]] = {}

    def knows(self, aim: Skill, now: float) -> float:
        """The chance that an objective is understood by now."""
        known, since = self.known[aim]
        return exp(-self.LOSES * (now - since) / DAY) if known else 0.0

    def learn(self, question: Question, choice: int, now: float) -> None:
        """The objective may be understood from here on, and a misconception that was chosen corrected."""
        weight = exercised(self.recalled(question, now))
        super().learn(question, choice, now)
        chance = self._random.random
        known = chance() < self.knows(question.aim, now)
        self.known[question.aim] = (known or chance() < self.LEARNS * weight, now)
        shown = question.shows[choice]
        if shown in self.who.held:
            self.corrected[shown] = (chance() < self.CORRECTED, now)

    def reasoned(self, question: Question, now: float) -> list[float]:
        """As one who understands, or as one who does not."""
        known = self.knows(question.aim, now)
        guessed = super().reasoned(question, now)
        slip = self.SLIPS / (len(guessed) - 1)
        return [known * (slip if at else 1 - self.SLIPS) + (1 - known) * chance for at, chance in enumerate(guessed)]

    def understood(self, question: Question, now: float) -> float:
        """What attracts those to the key who do not understand."""
        return super().understood(question, now) - self.LESS

    def temptation(self, shown: MisconceptionId | None, topic: TopicId, now: float) -> float:  # noqa: ARG002
        """A misconception that is not corrected tempts in full."""
        if shown not in self.who.held:
            return 0.0
        corrected, since = self.corrected.get(shown, (False, 0.0))
        return self.who.held[shown] * (1 - exp(-self.RELAPSES * (now - since) / DAY) * corrected)


MODELS: dict[str, type[Learner]] = {"items": Learner, "power law": PowerLearner, "tracing": TracingLearner}
"""The learner models. In the first practice helps with the same items alone, but for corrected misconceptions."""
