"""Simulated learners for learning.py who remember items. They forget by ACT-R, not by FSRS.

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

from collections.abc import Sequence
from math import exp, log
from random import Random
from typing import NamedTuple

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.skills import Skill, SkillEvidence, aim
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, MisconceptionId, ObjectiveId
from cps_quiz.core.questions.labels import LabelKind, named, shown_labels, temptation, tempting
from cps_quiz.core.questions.response import Arranged, Chosen, Response

DECAY, SCALE, THRESHOLD, NOISE = 0.177, 0.217, -0.704, 0.255
"""Pavlik & Anderson's a, c, tau and s."""

DAY = 86_400 * 0.025
"""Inner seconds between the sessions of two days: outside of practice the clock runs at 0.025."""

PACE = 30.0
"""Seconds per answer with its feedback."""

RECALLING, REASONING, READING, READING_A_MISS = 12.0, 30.0, 8.0, 25.0
"""Seconds (medians) to answer what is recalled and what is not, and to read what stands behind. Our own choice."""

FELT, FEELING = {Confidence.SURE: 0.75, Confidence.UNSURE: 0.45, Confidence.GUESSING: float("-inf")}, 0.15
"""The chance to be right from which on learners say how sure they are, and how roughly they feel it. Our own choice."""

TRANSFER = 0.5
"""How much a correction met in one topic counts in another. Our own choice."""


class Question(NamedTuple):
    """An item with what can be chosen: the key comes first; of each choice the points, the misconception, and all
    that it tells of skills."""

    item: Item
    aim: Skill
    choices: tuple[Response, ...]
    points: tuple[float, ...]
    shows: tuple[MisconceptionId | None, ...]
    evidence: tuple[SkillEvidence, ...]


class Reaction(NamedTuple):
    """Which choice was taken, how sure the learner was, and the seconds with the feedback."""

    choice: int
    confidence: Confidence
    seconds: float


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
    grasp: dict[Skill, float]
    frankness: float
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
            wrong = [(Chosen((at,)), temptation(item, o)) for at, o in enumerate(options) if not o.correct]
        case ChooseSome(options):
            keys = {at for at, option in enumerate(options) if option.correct}
            wrong = [
                (Chosen(tuple(sorted(keys | {at}))), temptation(item, o))
                for at, o in enumerate(options)
                if not o.correct
            ]
        case Arrange(steps):
            whole = tuple(range(len(steps)))
            wrong = [(Arranged((*whole[:at], at + 1, at, *whole[at + 2 :])), None) for at in whole[:-1]]
    choices = (key, *(response for response, _ in wrong))
    points = tuple(item.body.score(response).points for response in choices)
    evidence = tuple(_evidence(item, response) for response in choices)
    return Question(item, aim(item), choices, points, (None, *(shown for _, shown in wrong)), evidence)


def _evidence(item: Item, response: Response) -> SkillEvidence:
    labels = shown_labels(item, response)
    return SkillEvidence(
        topic=item.topic,
        objective=item.objective,
        right=item.body.score(response).full,
        offered=tempting(item),
        tempted=[MisconceptionId(label.id) for label in labels if label.kind is LabelKind.MISCONCEPTION],
        names=[*named(item)[:1], *(label.id for label in labels if label.kind is LabelKind.NAMES)],
        other_aims=[ObjectiveId(label.id) for label in labels if label.kind is LabelKind.OBJECTIVE],
    )


def person(seed: int, questions: Questions, misconceptions: list[MisconceptionId]) -> Person:
    """A learner who gets about half of the questions right before any practice.

    `memory` is set so that after one presentation about six in ten items are recalled a day later.
    The spreads are our own choice.
    """
    random = Random(f"person/{seed}")
    understanding = random.gauss(1.5, 0.5)
    topics = sorted({question.item.topic for question in questions.values()})
    return Person(
        memory=random.gauss(0.8, 0.3),
        fading=random.lognormvariate(0.0, 0.2),
        slip=random.betavariate(2, 38),
        understanding={topic: understanding + random.gauss(0.0, 0.3) for topic in topics},
        grasp={of: random.gauss(0.0, 0.5) for of in sorted({q.aim for q in questions.values()}, key=lambda of: of.id)},
        frankness=random.gauss(0.0, 0.1),
        held={m: random.gammavariate(4, 1.5 / 4) for m in misconceptions if random.random() < 0.35},
        ease={item: (random.gauss(0.0, 0.3), random.gauss(0.0, 0.5)) for item in questions},
    )


class Learner:
    """A person while studying. Times are in inner seconds."""

    def __init__(self, who: Person, seed: int) -> None:
        self.who = who
        self._random = Random(f"answers/{seed}")
        self.items: dict[ItemId, list[Trace]] = {}
        self.corrections: dict[MisconceptionId, list[Trace]] = {}

    def answer(self, question: Question, now: float) -> Reaction:
        """The learner's answer, feedback included."""
        chances = self.chances(question, now)
        choice = self._random.choices(range(len(chances)), chances)[0]
        recalled = self.recalled(question, now)
        self.learn(question, choice, now)
        return Reaction(choice, self._confidence(chances[choice]), self._seconds(recalled, right=not choice))

    def learn(self, question: Question, choice: int, now: float) -> None:
        """What an answer and its feedback leave behind."""
        topic = question.item.topic
        self.present(self.items.setdefault(question.item.id, []), now, topic)
        shown = question.shows[choice]
        if shown in self.who.held:
            self.present(self.corrections.setdefault(shown, []), now, topic)

    def pick(self, question: Question, now: float, random: Random) -> int:
        """Which of the choices is taken, without learning from it."""
        chances = self.chances(question, now)
        return random.choices(range(len(chances)), chances)[0]

    def expected(self, question: Question, now: float) -> float:
        """The points to be expected."""
        return sum(chance * points for chance, points in zip(self.chances(question, now), question.points, strict=True))

    def chances(self, question: Question, now: float) -> list[float]:
        """The chance of each of the choices."""
        recalled = self.recalled(question, now)
        reasoned = self.reasoned(question, now)
        slip = recalled * self.who.slip / (len(reasoned) - 1)
        known = [recalled * (1 - self.who.slip), *(slip for _ in reasoned[1:])]
        return [one + (1 - recalled) * other for one, other in zip(known, reasoned, strict=True)]

    def recalled(self, question: Question, now: float) -> float:
        """The chance that the item itself comes to mind; nothing of one that was never met."""
        traces = self.items.get(question.item.id)
        if not traces:
            return 0.0
        return recall(self.strength(traces, now), self.who.memory + self.who.ease[question.item.id][0])

    def reasoned(self, question: Question, now: float) -> list[float]:
        """The chance of each of the choices where the item does not come to mind."""
        pulls = [exp(self.understood(question, now) + self.who.ease[question.item.id][1])]
        pulls += [exp(self.temptation(shown, question.item.topic, now)) for shown in question.shows[1:]]
        whole = sum(pulls)
        return [pull / whole for pull in pulls]

    def understood(self, question: Question, now: float) -> float:  # noqa: ARG002 - it grows in other models
        """What attracts to the key."""
        return self.who.understanding[question.item.topic]

    def temptation(self, shown: MisconceptionId | None, topic: TopicId, now: float) -> float:
        """What attracts to a distractor."""
        if shown not in self.who.held:
            return 0.0
        correction = self.strength(self.corrections.get(shown, ()), now, topic)
        return self.who.held[shown] * (1 - recall(correction, self.who.memory))

    def strength(self, traces: Sequence[Trace], now: float, topic: TopicId | None = None) -> float:
        """The sum of what is left of each presentation; its logarithm is the activation."""
        return sum(
            (TRANSFER if topic and trace.topic != topic else 1.0) * exp(-trace.decay * log(now - trace.at))
            for trace in traces
        )

    def present(self, traces: list[Trace], now: float, topic: TopicId) -> None:
        """Lay down a trace."""
        decay = SCALE * self.strength(traces, now) + DECAY
        traces.append(Trace(now, self.who.fading * decay, topic))

    def _confidence(self, chance: float) -> Confidence:
        felt = chance + self.who.frankness + self._random.gauss(0.0, FEELING)
        return next(word for word, least in FELT.items() if felt >= least)

    def _seconds(self, recalled: float, *, right: bool) -> float:
        """Recalling is faster than reasoning, and what stands behind a miss takes longer to read."""
        middle = RECALLING if self._random.random() < recalled else REASONING
        return middle * self._random.lognormvariate(0.0, 0.4) + (READING if right else READING_A_MISS)


def recall(strength: float, bonus: float) -> float:
    """The chance that something of that strength comes to mind."""
    if not strength:
        return 0.0
    return 1 / (1 + exp((THRESHOLD - bonus - log(strength)) / NOISE))
