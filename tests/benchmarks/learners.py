"""Simulated learners for learning.py. They forget by ACT-R, not by FSRS.

Memory: base-level activation with a decay that grows with the activation at the time of practice,
which gives the spacing effect; equations, parameters and inner clock of Pavlik & Anderson 2005
(https://doi.org/10.1207/s15516709cog0000_14). Each answer with its feedback is one presentation.

Choosing: what is not recalled is chosen by attraction (the nominal response model of Bock 1972,
https://doi.org/10.1007/BF02291411). Understanding attracts to the key, a held misconception to its
distractors.

Misconceptions: feedback on a misconception that was chosen lays down a trace of its correction.
It works as far as it comes to mind, so it fades and the misconception comes back; nothing is
erased (knowledge revision: Kendeou & O'Brien 2014). In other topics a correction counts half.
"""

from math import exp, log
from random import Random
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, MisconceptionId
from cps_quiz.core.questions.response import Arranged, Chosen, Response

DECAY, SCALE, THRESHOLD, NOISE = 0.177, 0.217, -0.704, 0.255
"""Pavlik & Anderson's a, c, tau and s."""

DAY = 86_400 * 0.025
"""Inner seconds between the sessions of two days: outside of practice the clock runs at 0.025."""

PACE = 30.0
"""Seconds per answer with its feedback."""

TRANSFER = 0.5
"""How much a correction met in one topic counts in another. Our own choice."""


class Question(NamedTuple):
    """An item with what can be chosen: the key comes first; points and misconception of each choice."""

    item: Item
    choices: tuple[Response, ...]
    points: tuple[float, ...]
    shows: tuple[MisconceptionId | None, ...]


Questions = dict[ItemId, Question]


class Trace(NamedTuple):
    """One presentation: when (inner seconds), how fast it fades, where."""

    at: float
    decay: float
    topic: TopicId


class Person(NamedTuple):
    """What tells learners apart; drawn by `person`."""

    memory: float
    fading: float
    slip: float
    understanding: dict[TopicId, float]
    held: dict[MisconceptionId, float]
    ease: dict[ItemId, tuple[float, float]]


def question(item: Item) -> Question:
    """`item` as learners see it.

    In a `multiple` they take one distractor too many, in an `order` they swap two steps.
    """
    key = item.body.key()
    interaction = item.body.interaction()
    wrong: list[tuple[Response, MisconceptionId | None]] = []
    match interaction:
        case ChooseOne(options):
            wrong = [(Chosen((at,)), o.misconception) for at, o in enumerate(options) if not o.correct]
        case ChooseSome(options):
            keys = {at for at, option in enumerate(options) if option.correct}
            wrong = [
                (Chosen(tuple(sorted(keys | {at}))), o.misconception) for at, o in enumerate(options) if not o.correct
            ]
        case Arrange(steps):
            whole = tuple(range(len(steps)))
            wrong = [(Arranged((*whole[:at], at + 1, at, *whole[at + 2 :])), None) for at in whole[:-1]]
    choices = (key, *(response for response, _ in wrong))
    points = tuple(item.body.score(response).points for response in choices)
    return Question(item, choices, points, (None, *(shown for _, shown in wrong)))


def person(seed: int, questions: Questions, misconceptions: list[MisconceptionId]) -> Person:
    """A learner who gets about half of the questions right before any practice.

    `memory` is set so that after one presentation about six in ten items are recalled a day later.
    The spreads are our own choice.
    """
    random = Random(f"person/{seed}")
    understanding = random.gauss(2.0, 0.5)
    topics = sorted({question.item.topic for question in questions.values()})
    return Person(
        memory=random.gauss(0.8, 0.3),
        fading=random.lognormvariate(0.0, 0.2),
        slip=random.betavariate(2, 38),
        understanding={topic: understanding + random.gauss(0.0, 0.3) for topic in topics},
        held={m: random.gammavariate(4, 1.5 / 4) for m in misconceptions if random.random() < 0.35},
        ease={item: (random.gauss(0.0, 0.3), random.gauss(0.0, 0.5)) for item in questions},
    )


class Learner:
    """A person while studying. Times are in inner seconds."""

    def __init__(self, who: Person, seed: int) -> None:
        self.who = who
        self._random = Random(f"answers/{seed}")
        self._items: dict[ItemId, list[Trace]] = {}
        self._corrections: dict[MisconceptionId, list[Trace]] = {}

    def answer(self, question: Question, now: float) -> int:
        """Which of the choices is taken, feedback included."""
        choice = self.pick(question, now, self._random)
        topic = question.item.topic
        self._present(self._items.setdefault(question.item.id, []), now, topic)
        shown = question.shows[choice]
        if shown in self.who.held:
            self._present(self._corrections.setdefault(shown, []), now, topic)
        return choice

    def pick(self, question: Question, now: float, random: Random) -> int:
        """Which of the choices is taken, without learning from it."""
        chances = self.chances(question, now)
        return random.choices(range(len(chances)), chances)[0]

    def expected(self, question: Question, now: float) -> float:
        """The points to be expected."""
        return sum(chance * points for chance, points in zip(self.chances(question, now), question.points, strict=True))

    def chances(self, question: Question, now: float) -> list[float]:
        """The chance of each of the choices."""
        item = question.item
        memory, ease = self.who.ease[item.id]
        recalled = _recall(self._strength(self._items.get(item.id, ()), now), self.who.memory + memory)
        pulls = [exp(self.who.understanding[item.topic] + ease)]
        pulls += [exp(self._temptation(shown, item.topic, now)) for shown in question.shows[1:]]
        reasoned = (1 - recalled) / sum(pulls)
        slip = recalled * self.who.slip / (len(pulls) - 1)
        return [recalled * (1 - self.who.slip) + reasoned * pulls[0], *(slip + reasoned * pull for pull in pulls[1:])]

    def _temptation(self, shown: MisconceptionId | None, topic: TopicId, now: float) -> float:
        if shown not in self.who.held:
            return 0.0
        correction = self._strength(self._corrections.get(shown, ()), now, topic)
        return self.who.held[shown] * (1 - _recall(correction, self.who.memory))

    def _strength(self, traces: list[Trace] | tuple[()], now: float, topic: TopicId | None = None) -> float:
        """The sum of what is left of each presentation; its logarithm is the activation."""
        return sum(
            (TRANSFER if topic and trace.topic != topic else 1.0) * exp(-trace.decay * log(now - trace.at))
            for trace in traces
        )

    def _present(self, traces: list[Trace], now: float, topic: TopicId) -> None:
        decay = SCALE * self._strength(traces, now) + DECAY
        traces.append(Trace(now, self.who.fading * decay, topic))


def _recall(strength: float, bonus: float) -> float:
    """The chance that something of that strength comes to mind."""
    if not strength:
        return 0.0
    return 1 / (1 + exp((THRESHOLD - bonus - log(strength)) / NOISE))
