"""What is known of a learner's past when items are chosen, and which of them a mode asks for."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from cps_quiz.core.memory.cards import Memory, recall
from cps_quiz.core.memory.skills import Skills
from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId

RECENT = timedelta(days=14)
"""How far back misses and temptations count: two weeks of practice. Our own choice."""


class Reviews(NamedTuple):
    """Answers to an item on later days than the one before: how many, the right ones, the recalls foretold by FSRS."""

    asked: int = 0
    right: int = 0
    recalled: float = 0.0

    def after(self, memory: Memory | None, day: date, *, right: bool) -> "Reviews":
        """With an answer on `day`, to an item of this memory."""
        if memory is None or day <= memory.seen:
            return self
        return Reviews(self.asked + 1, self.right + right, self.recalled + recall(memory, day))


class Past(NamedTuple):
    """What happened with an item: its memory, and whether its last answer was right.

    `first_right` and `first_at` (milliseconds) tell of the first answer ever, None where the learner scored
    it; `sure_miss` is whether it was missed with confidence when it was asked last, returns within the drill
    left aside.
    """

    memory: Memory | None
    right: bool
    first_right: bool | None = None
    first_at: int = 0
    sure_miss: bool = False
    reviews: Reviews = Reviews()


class Temptation(NamedTuple):
    """A misconception that was chosen in some topic within RECENT, and how often."""

    misconception: MisconceptionId
    topic: TopicId
    hits: int


class Mode(Enum):
    """What the learner asked for."""

    USUAL = "usual"
    DUE = "due"
    MISSED = "missed"
    NEW = "new"


class History(NamedTuple):
    """All that picking looks at: `now` in UTC, and the learner's own day."""

    past: Mapping[ItemId, Past]
    temptations: tuple[Temptation, ...]
    now: datetime
    today: date
    skills: Skills = MappingProxyType({})


def is_due(past: Past | None, history: History) -> bool:
    """Whether an item is to be asked again today."""
    return past is not None and past.memory is not None and past.memory.due <= history.today


def fits(past: Past | None, history: History, mode: Mode) -> bool:
    """Whether an item of this past is what `mode` asks for."""
    match mode:
        case Mode.USUAL:
            return True
        case Mode.DUE:
            return is_due(past, history)
        case Mode.MISSED:
            return past is not None and not past.right
        case Mode.NEW:
            return past is None
