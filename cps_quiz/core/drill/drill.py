"""A drill: questions one by one, feedback after each, misses asked again.

A `Drill` never changes: each move gives a new one, so that undoing is keeping the old one.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item, ItemId, Level, TopicId
from cps_quiz.core.questions.interaction import (
    Arrange,
    ChooseOne,
    ChooseSome,
    Interaction,
    MisconceptionId,
    Write,
    parts,
)
from cps_quiz.core.questions.labels import exercised
from cps_quiz.core.questions.response import Response
from cps_quiz.core.questions.scoring import Score
from cps_quiz.core.questions.shuffle import permutation

GAP = 3
"""Questions between a miss and its return: enough that it is recalled, not repeated. Our own choice."""

RETURNS = 1
"""How often a missed item comes back in one drill: once, for comfort; other questions teach more than it
does a second time (tests/benchmarks/learning.py)."""


class Move(Enum):
    """What a learner can do instead of answering, or after it."""

    NEXT = "next"
    SKIP = "skip"
    ASIDE = "aside"
    FLAG = "flag"
    UNDO = "undo"
    STOP = "stop"


class Effect(Enum):
    """What came of a move that asks the same again, to be told to the learner."""

    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"
    UNDONE = "undone"
    NOTHING_TO_UNDO = "nothing to undo"
    ASIDE = "aside"


class Turn(NamedTuple):
    """One asking of an item; `again` counts its earlier askings in this drill."""

    item: Item
    again: int = 0


class Answer(NamedTuple):
    """What was handed in on one turn, and its points."""

    turn: Turn
    response: Response
    score: Score

    @property
    def self_assessed(self) -> bool:
        """Whether the learner scored it themselves."""
        return isinstance(self.turn.item.body.interaction(), Write)

    @property
    def missed(self) -> bool:
        """Whether it should be asked again: not all right, and not self-assessed."""
        return not self.score.full and not self.self_assessed


class Drill(NamedTuple):
    """Where a drill stands: the turns to come and the answers so far.

    `changed` are items whose key is another than when the learner last met them, `reason` tells in
    a sentence why an item was picked, None where chance drew them.
    """

    seed: int
    queue: tuple[Turn, ...]
    answers: tuple[Answer, ...] = ()
    flagged: frozenset[ItemId] = frozenset()
    skipped: tuple[ItemId, ...] = ()
    total: int = 0
    changed: frozenset[ItemId] = frozenset()
    reason: Callable[[Item], str] | None = None

    @classmethod
    def start(cls, items: Iterable[Item], seed: int) -> "Drill":
        """A drill of `items` in their order."""
        queue = tuple(Turn(item) for item in items)
        return cls(seed=seed, queue=queue, total=len(queue))

    @property
    def turn(self) -> Turn | None:
        """The question to ask now; None when the drill is over."""
        return self.queue[0] if self.queue else None

    @property
    def place(self) -> int:
        """Which of the `total` items is being asked, from 1; repeats do not count."""
        met = {answer.turn.item.id for answer in self.answers} | set(self.skipped)
        now = {self.queue[0].item.id} if self.queue else set()
        return len(met | now)

    def order(self) -> tuple[int, ...]:
        """Authored indices of the parts of the present question, in the order to show them."""
        turn = self.queue[0]
        interaction = turn.item.body.interaction()
        return shown_order(interaction, self.seed, f"{turn.item.id}/{turn.again}")

    def respond(self, response: Response) -> "Drill":
        """The drill after `response` to the present question; a miss comes back later."""
        turn, *rest = self.queue
        answer = Answer(turn, response, turn.item.body.score(response))
        if answer.missed and turn.again < RETURNS:
            rest.insert(min(GAP, len(rest)), Turn(turn.item, turn.again + 1))
        return self._replace(queue=tuple(rest), answers=(*self.answers, answer))

    def taken_back(self) -> "Drill":
        """The drill before its last answer, which it must have; for one that was taken up again in the middle."""
        *before, last = self.answers
        again = Turn(last.turn.item, last.turn.again + 1)
        return self._replace(queue=(last.turn, *(turn for turn in self.queue if turn != again)), answers=tuple(before))

    def skip(self) -> "Drill":
        """The drill without the present question."""
        return self._replace(queue=self.queue[1:], skipped=(*self.skipped, self.queue[0].item.id))

    def without(self, item: ItemId) -> "Drill":
        """The drill without an item, whenever it was to come; one that was not answered counts as skipped."""
        left = tuple(turn for turn in self.queue if turn.item.id != item)
        answered = any(answer.turn.item.id == item for answer in self.answers)
        return self._replace(queue=left, skipped=self.skipped if answered else (*self.skipped, item))

    def flag(self, item: ItemId) -> "Drill":
        """The drill with `item` flagged, or its flag taken away."""
        return self._replace(flagged=self.flagged ^ {item})


def shown_order(interaction: Interaction, seed: int, name: str) -> tuple[int, ...]:
    """The order in which to show options and steps; steps never stand in their right order."""
    size = parts(interaction)
    match interaction:
        case ChooseOne() | ChooseSome():
            return permutation(seed, name, size)
        case Arrange():
            order = permutation(seed, name, size)
            return order if order != tuple(range(size)) else (*order[1:], order[0])
        case Write():
            return tuple(range(size))


def shown_texts(interaction: Interaction, order: tuple[int, ...]) -> list[str]:
    """The texts of the options or steps in `order`; a `Write` has none to choose from."""
    match interaction:
        case ChooseOne(options) | ChooseSome(options):
            return [options[index].text for index in order]
        case Arrange(steps):
            return [steps[index] for index in order]
        case Write():
            return []


class Wanted(NamedTuple):
    """Which items a drill asks for; an empty field asks for any."""

    topics: frozenset[TopicId] = frozenset()
    level: Level | None = None
    misconception: MisconceptionId | None = None
    only: frozenset[ItemId] = frozenset()

    def fits(self, item: Item) -> bool:
        """Whether `item` may be asked."""
        return (
            not item.retired
            and (not self.topics or item.topic in self.topics)
            and (not self.only or item.id in self.only)
            and (self.level is None or item.level is self.level)
            and (self.misconception is None or self.misconception in exercised(item))
        )
