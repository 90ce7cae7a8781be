"""What is understood, not which items are known: a memory of each objective and of each misconception.

The official exam asks other questions than ours, so that practice is chosen by the skills behind
them (choose the skill, then the item: Choffin et al. 2019, https://arxiv.org/abs/1905.06873).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cps_quiz.core.memory.cards import Confidence, grade
from cps_quiz.core.memory.stability import Grade, begun, recall_after, reviewed
from cps_quiz.core.questions.bank import Item, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId

WITHIN_A_DAY = 0.05
"""Days added to those since a skill was met, so that one met today is not yet beyond all doubt. Our own choice."""


class SkillKind(StrEnum):
    """What a skill is: to do what an objective says, or not to fall for a misconception.

    TOPIC stands for the items of a topic that name no objective.
    """

    OBJECTIVE = "objective"
    TOPIC = "topic"
    MISCONCEPTION = "misconception"


class Skill(NamedTuple):
    """An objective, a topic or a misconception, by its id."""

    kind: SkillKind
    id: str


class SkillMemory(NamedTuple):
    """FSRS's stability (days) and difficulty (1 to 10) of a skill, and the learner's day on which it was met last."""

    stability: float
    difficulty: float
    seen: date


Skills = Mapping[Skill, SkillMemory]


class SkillEvidence(NamedTuple):
    """What an answer tells of skills.

    `offered` are the misconceptions that the item's wrong options commit, `tempted` those that were chosen;
    `names` the approaches that were to be told apart and were named, `other_aims` objectives whose practice
    was chosen at the wrong moment.
    """

    topic: TopicId
    objective: ObjectiveId | None
    right: bool
    confidence: Confidence | None = None
    offered: Sequence[MisconceptionId] = ()
    tempted: Sequence[MisconceptionId] = ()
    names: Sequence[str] = ()
    other_aims: Sequence[ObjectiveId] = ()


def aim_of(topic: TopicId, objective: ObjectiveId | None) -> Skill:
    """The skill that an item of this topic and objective asks for."""
    return Skill(SkillKind.OBJECTIVE, objective) if objective is not None else Skill(SkillKind.TOPIC, topic)


def aim(item: Item) -> Skill:
    """The skill that `item` asks for."""
    return aim_of(item.topic, item.objective)


def moved(answer: SkillEvidence) -> dict[Skill, Grade]:
    """The skills that an answer moves, each with its grade.

    The item's objective: as the answer. A misconception: chosen, Again; resisted by a right answer,
    as that; neither where another distractor was taken. An approach that was to be named: right, the
    one that is meant; wrong, that and the one it was taken for. An objective whose practice was chosen
    at the wrong moment: Hard.
    """
    given = grade(right=answer.right, confidence=answer.confidence)
    found = {Skill(SkillKind.OBJECTIVE, other): Grade.HARD for other in answer.other_aims}
    found |= {Skill(SkillKind.MISCONCEPTION, id_): Grade.AGAIN for id_ in answer.tempted}
    if answer.right:
        found |= {Skill(SkillKind.MISCONCEPTION, id_): given for id_ in answer.offered}
    found |= {Skill(SkillKind.MISCONCEPTION, id_): given for id_ in answer.names}
    found[aim_of(answer.topic, answer.objective)] = given
    return found


def met(memory: SkillMemory | None, given: Grade, day: date) -> SkillMemory:
    """The memory of a skill after an answer on `day`."""
    if memory is None:
        return SkillMemory(*begun(given), day)
    return SkillMemory(*reviewed(memory.stability, memory.difficulty, (day - memory.seen).days, given), day)


def held(memory: SkillMemory, day: date) -> float:
    """How far a skill is held in memory on `day`: 0 to 1, by FSRS's curve."""
    return recall_after(max(0, (day - memory.seen).days) + WITHIN_A_DAY, memory.stability)
