"""Ways to choose the questions of a day, for learning.py, and what a program knows about a learner."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from typing import NamedTuple

import old_policy
from learners import PACE, Learner, Questions, Reaction
from oracle import at_best

from cps_quiz.core.drill.drill import RETURNS, Answer
from cps_quiz.core.memory.cards import Confidence, grade, recall, review
from cps_quiz.core.memory.due import RECENT, History, Past, Reviews, Temptation
from cps_quiz.core.memory.picking import Pool, pick
from cps_quiz.core.memory.skills import Skill, SkillMemory, met, moved
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
    """What the program knows about one learner, who says how sure they were if `asks`."""

    def __init__(self, questions: Questions, seed: int, *, asks: bool) -> None:
        self.questions = questions
        self.items = [question.item for question in questions.values()]
        self.pool = Pool(self.items)
        self.seed = seed
        self.asks = asks
        self.past: dict[ItemId, Past] = {}
        self.lately: dict[ItemId, tuple[datetime, Confidence | None]] = {}
        self.skills: dict[Skill, SkillMemory] = {}
        self.boxes: dict[ItemId, Box] = {}
        self.hits: Counter[tuple[int, MisconceptionId, TopicId]] = Counter()

    def seed_of(self, day: int) -> int:
        """A seed that no other learner or day has."""
        return 1000 * self.seed + day

    def record(self, answer: Answer, reaction: Reaction, day: int, at: datetime) -> None:
        """Take in an answer, as the store does."""
        item, right = answer.turn.item, answer.score.full
        confidence = reaction.confidence if self.asks else None
        before = self.past.get(item.id)
        sure_miss = not right and confidence is Confidence.SURE
        if not answer.turn.again:
            self._count(answer, reaction.choice, day)
            self._move(item.id, day, right=right)
            self._understand(answer, reaction.choice, confidence, day)
        elif before:
            sure_miss = before.sure_miss
        reviews = before.reviews.after(before.memory, date_of(day), right=right) if before else Reviews()
        memory = review(
            before.memory if before else None, grade(right=right, confidence=confidence), date_of(day), "key"
        )
        first = (before.first_right, before.first_at) if before else (right, round(at.timestamp() * 1000))
        self.past[item.id] = Past(memory, right, *first, sure_miss, reviews)
        self.lately[item.id] = at, confidence

    def history(self, day: int) -> History:
        """What picking looks at."""
        recent: Counter[tuple[MisconceptionId, TopicId]] = Counter()
        for (then, misconception, topic), hits in self.hits.items():
            if then > day - RECENT.days:
                recent[misconception, topic] += hits
        temptations = tuple(Temptation(m, topic, hits) for (m, topic), hits in recent.items())
        return History(self.past, temptations, moment(day), date_of(day), self.skills)

    def _count(self, answer: Answer, choice: int, day: int) -> None:
        item = answer.turn.item
        shown = self.questions[item.id].shows[choice]
        if shown:
            self.hits[day, shown, item.topic] += 1

    def _understand(self, answer: Answer, choice: int, confidence: Confidence | None, day: int) -> None:
        shown = self.questions[answer.turn.item.id].evidence[choice]
        for skill, given in moved(shown._replace(confidence=confidence)).items():
            self.skills[skill] = met(self.skills.get(skill), given, date_of(day))

    def _move(self, item: ItemId, day: int, *, right: bool) -> None:
        old = self.boxes.get(item)
        box = 0 if not right else min(old.at + 1 if old else 0, len(BOXES) - 1)
        self.boxes[item] = Box(box, day + BOXES[box])


Choose = Callable[[Notes, Learner, int, int], list[ItemId]]
"""What is known, the learner, the day (from 1), how many: the items to ask, in order. Only the oracle looks inside."""


class Policy(NamedTuple):
    """How items are chosen, and how often a miss comes back in the same drill."""

    choose: Choose
    returns: int = RETURNS


def moment(day: int, answers: float = 0) -> datetime:
    """When an answer of a day is given."""
    return START + timedelta(days=day, seconds=PACE * answers)


def date_of(day: int) -> date:
    """The learner's own day; practice is over long before it ends."""
    return moment(day).date()


def ours(notes: Notes, _learner: Learner, day: int, count: int) -> list[ItemId]:
    """The program's."""
    return [item.id for item in pick(notes.pool, notes.history(day), count, notes.seed_of(day))]


def before(notes: Notes, _learner: Learner, day: int, count: int) -> list[ItemId]:
    """The program's before it looked at skills."""
    picked = old_policy.pick(notes.items, notes.history(day), notes.lately, count, notes.seed_of(day))
    return [item.id for item in picked]


def aims_in_turn(notes: Notes, _learner: Learner, day: int, count: int) -> list[ItemId]:
    """Objectives take turns, those met least first; of each the item that was met longest ago, or never."""
    asked = Counter(notes.questions[item].aim for item in notes.past)
    left, found = _mixed(notes, day), list[ItemId]()
    while left and len(found) < count:
        item = min(left, key=lambda item: (asked[notes.questions[item].aim], _last(notes, item)))
        asked[notes.questions[item].aim] += 1
        left.remove(item)
        found.append(item)
    return found


def _last(notes: Notes, item: ItemId) -> datetime:
    return notes.lately[item][0] if item in notes.lately else START


def oracle(notes: Notes, learner: Learner, day: int, count: int) -> list[ItemId]:
    """What helps most by the learner's true state."""
    return at_best(learner, notes.questions, _mixed(notes, day), day, count)


def at_random(notes: Notes, _learner: Learner, day: int, count: int) -> list[ItemId]:
    """Any items."""
    return _mixed(notes, day)[:count]


def leitner(notes: Notes, _learner: Learner, day: int, count: int) -> list[ItemId]:
    """What its box says is due, longest due first; then new; then what is due next."""
    boxes = notes.boxes

    def rank(item: ItemId) -> tuple[int, int]:
        box = boxes.get(item)
        return (1, 0) if box is None else (0 if box.due <= day else 2, box.due)

    return sorted(_mixed(notes, day), key=rank)[:count]


def plain_fsrs(notes: Notes, _learner: Learner, day: int, count: int) -> list[ItemId]:
    """What FSRS with its default goal (90 %) says is due, longest due first; then new; then what is due next."""
    today = date_of(day)

    def rank(item: ItemId) -> tuple[int, date]:
        memory = notes.past[item].memory if item in notes.past else None
        if memory is None:
            return (1, today)
        due = memory.seen + timedelta(days=max(1, round(memory.stability)))
        return (0 if due <= today else 2, due)

    return sorted(_mixed(notes, day), key=rank)[:count]


def fsrs_with_our_goal(notes: Notes, _learner: Learner, day: int, count: int) -> list[ItemId]:
    """What FSRS with our goal says is due, least recalled first; then new; then the rest, least recalled first."""
    today = date_of(day)

    def rank(item: ItemId) -> tuple[int, float]:
        memory = notes.past[item].memory if item in notes.past else None
        if memory is None:
            return (1, 0.0)
        return (0 if memory.due <= today else 2, recall(memory, today))

    return sorted(_mixed(notes, day), key=rank)[:count]


def by_turns(notes: Notes, _learner: Learner, day: int, count: int) -> list[ItemId]:
    """As the page to practice on chooses: nextItems in its script, choosing.js."""
    past = notes.past

    def seen(item: Item) -> datetime:
        return _last(notes, item.id)

    def rank(item: Item) -> tuple[int, datetime]:
        known = past.get(item.id)
        urgency = 1 if known is None else 3 if known.right else 2 - 2 * known.sure_miss
        return (urgency, seen(item))

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
    "ours": Policy(ours),
    "the page": Policy(by_turns),
    "before": Policy(before, 2),
    "before, one return": Policy(before),
    "random order": Policy(at_random),
    "Leitner boxes": Policy(leitner),
    "FSRS 90 %": Policy(plain_fsrs),
    "FSRS 70 %": Policy(fsrs_with_our_goal),
    "objectives in turn": Policy(aims_in_turn),
    "oracle": Policy(oracle),
}
