"""Ways to choose the questions of a day, for learning.py, and what a program knows about a learner."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from typing import NamedTuple

from learners import PACE, Questions

from cps_quiz.core.drill.drill import Answer
from cps_quiz.core.memory.cards import grade, recall, review
from cps_quiz.core.memory.due import RECENT, History, Past, Temptation, pick
from cps_quiz.core.memory.forecast import Evidence, Reviews, Tries
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.shuffle import shuffled

START = datetime(2026, 3, 1, 18, tzinfo=UTC)
BOXES = (1, 2, 4, 8, 16)
"""Days that an item rests in each Leitner box."""


class Box(NamedTuple):
    """Where an item stands in the Leitner boxes, and on which day it is due."""

    at: int
    due: int


class Notes:
    """What the program knows about one learner."""

    def __init__(self, questions: Questions, seed: int) -> None:
        self.questions = questions
        self.items = [question.item for question in questions.values()]
        self.seed = seed
        self.past: dict[ItemId, Past] = {}
        self.boxes: dict[ItemId, Box] = {}
        self.hits: Counter[tuple[int, MisconceptionId, TopicId]] = Counter()
        self.asked: Counter[TopicId] = Counter()
        self.right: Counter[TopicId] = Counter()
        self.reviews = Reviews(0, 0, 0.0)

    def seed_of(self, day: int) -> int:
        """A seed that no other learner or day has."""
        return 1000 * self.seed + day

    def record(self, answer: Answer, choice: int, day: int, at: datetime) -> None:
        """Take in an answer, as the store does."""
        item = answer.turn.item
        right = answer.score.full
        before = self.past.get(item.id)
        if not answer.turn.again:
            self._count(answer, choice, day, before)
            self._move(item.id, day, right=right)
        given = grade(right=right, confidence=None)
        memory = review(before.memory if before else None, given, date_of(day), "the same key")
        self.past[item.id] = Past(memory, right, None, at)

    def _count(self, answer: Answer, choice: int, day: int, before: Past | None) -> None:
        item, right = answer.turn.item, answer.score.full
        shown = self.questions[item.id].shows[choice]
        if shown:
            self.hits[day, shown, item.topic] += 1
        if before is None or before.memory is None:
            self.asked[item.topic] += 1
            self.right[item.topic] += right
        else:
            asked, so_far, recalled = self.reviews
            self.reviews = Reviews(asked + 1, so_far + right, recalled + recall(before.memory, date_of(day)))

    def _move(self, item: ItemId, day: int, *, right: bool) -> None:
        old = self.boxes.get(item)
        box = 0 if not right else min(old.at + 1 if old else 0, len(BOXES) - 1)
        self.boxes[item] = Box(box, day + BOXES[box])

    def evidence(self) -> Evidence:
        """What its answers tell of the learner."""
        return Evidence({topic: Tries(asked, self.right[topic]) for topic, asked in self.asked.items()}, self.reviews)


Policy = Callable[[Notes, int, int], list[ItemId]]
"""What is known, the day (from 1), how many: the items to ask, in order."""


def moment(day: int, answers: float = 0) -> datetime:
    """When an answer of a day is given."""
    return START + timedelta(days=day, seconds=PACE * answers)


def date_of(day: int) -> date:
    """The learner's own day; practice is over long before it ends."""
    return moment(day).date()


def ours(notes: Notes, day: int, count: int) -> list[ItemId]:
    """core.due.pick."""
    recent: Counter[tuple[MisconceptionId, TopicId]] = Counter()
    for (then, misconception, topic), hits in notes.hits.items():
        if then > day - RECENT.days:
            recent[misconception, topic] += hits
    temptations = tuple(Temptation(m, topic, hits) for (m, topic), hits in recent.items())
    history = History(notes.past, temptations, moment(day), date_of(day))
    return [item.id for item in pick(notes.items, history, count, notes.seed_of(day))]


def at_random(notes: Notes, day: int, count: int) -> list[ItemId]:
    """Any items."""
    return _mixed(notes, day)[:count]


def leitner(notes: Notes, day: int, count: int) -> list[ItemId]:
    """What its box says is due, longest due first; then new; then what is due next."""
    boxes = notes.boxes

    def rank(item: ItemId) -> tuple[int, int]:
        box = boxes.get(item)
        return (1, 0) if box is None else (0 if box.due <= day else 2, box.due)

    return sorted(_mixed(notes, day), key=rank)[:count]


def plain_fsrs(notes: Notes, day: int, count: int) -> list[ItemId]:
    """What FSRS with its default goal (90 %) says is due, longest due first; then new; then what is due next."""
    today = date_of(day)

    def rank(item: ItemId) -> tuple[int, date]:
        memory = notes.past[item].memory if item in notes.past else None
        if memory is None:
            return (1, today)
        due = memory.seen + timedelta(days=max(1, round(memory.stability)))
        return (0 if due <= today else 2, due)

    return sorted(_mixed(notes, day), key=rank)[:count]


def fsrs_with_our_goal(notes: Notes, day: int, count: int) -> list[ItemId]:
    """What FSRS with our goal says is due, least recalled first; then new; then the rest, least recalled first."""
    today = date_of(day)

    def rank(item: ItemId) -> tuple[int, float]:
        memory = notes.past[item].memory if item in notes.past else None
        if memory is None:
            return (1, 0.0)
        return (0 if memory.due <= today else 2, recall(memory, today))

    return sorted(_mixed(notes, day), key=rank)[:count]


def by_turns(notes: Notes, day: int, count: int) -> list[ItemId]:
    """As the page to practice on chooses: nextItems in its script, choosing.js."""
    past = notes.past

    def seen(item: Item) -> datetime:
        return past[item.id].at if item.id in past else START

    def rank(item: Item) -> tuple[int, datetime]:
        return (0 if item.id not in past else 1 + past[item.id].right, seen(item))

    aims: dict[tuple[str, str | None], list[Item]] = {}
    for item in sorted(shuffled(notes.items, notes.seed_of(day)), key=rank):
        aims.setdefault((item.topic, item.objective), []).append(item)
    topics: dict[str, list[list[Item]]] = {}
    for aim in sorted(aims.values(), key=lambda aim: max(map(seen, aim))):
        topics.setdefault(aim[0].topic, []).append(aim)
    turns = [aim for found in zip_longest(*topics.values()) for aim in found if aim]
    return [item.id for found in zip_longest(*turns) for item in found if item][:count]


def _mixed(notes: Notes, day: int) -> list[ItemId]:
    return [item.id for item in shuffled(notes.items, notes.seed_of(day))]


POLICIES: dict[str, Policy] = {
    "ours": ours,
    "the page": by_turns,
    "random order": at_random,
    "Leitner boxes": leitner,
    "plain FSRS": plain_fsrs,
    "FSRS, our goal": fsrs_with_our_goal,
}
