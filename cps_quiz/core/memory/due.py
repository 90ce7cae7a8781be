"""Which items to ask now."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple

from cps_quiz.core.memory.cards import Confidence, Memory
from cps_quiz.core.questions import labels
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.shuffle import shuffled, take_turns

RECENT = timedelta(days=14)
"""How far back misses and temptations count: two weeks of practice. Our own choice."""

PATTERN = 2
"""Hits of one misconception within RECENT that make a pattern (item-writing's rule of two)."""


class Past(NamedTuple):
    """What happened with an item: its memory, and how its last answer went, at `at` (UTC)."""

    memory: Memory | None
    right: bool
    confidence: Confidence | None
    at: datetime


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


def is_due(past: Past | None, history: History) -> bool:
    """Whether an item is to be asked again today."""
    return past is not None and past.memory is not None and past.memory.due <= history.today


def pick(items: Iterable[Item], history: History, count: int, seed: int, mode: Mode = Mode.USUAL) -> tuple[Item, ...]:
    """Up to `count` items, the most needed first; only what `mode` asks for, if it asks.

    Due items come first, confident errors before all; then recent misses, and new items that offer
    tempting misconceptions in other topics; then other new items; then those due soonest. Within
    each of these, topics take turns.
    """
    tempting = _tempting(history)
    tiers: dict[int, list[Item]] = {}
    for item in shuffled(items, seed):
        past = history.past.get(item.id)
        if _fits(past, history, mode):
            tiers.setdefault(_tier(item, past, history, tempting), []).append(item)
    ranked = (
        sorted(tiers[tier], key=lambda item: _urgency(history.past.get(item.id), history)) for tier in sorted(tiers)
    )
    return separate_sets([item for tier in ranked for item in take_turns(tier)][:count])


def _fits(past: Past | None, history: History, mode: Mode) -> bool:
    match mode:
        case Mode.USUAL:
            return True
        case Mode.DUE:
            return is_due(past, history)
        case Mode.MISSED:
            return past is not None and not past.right
        case Mode.NEW:
            return past is None


def _tier(item: Item, past: Past | None, history: History, tempting: Mapping[MisconceptionId, set[TopicId]]) -> int:
    if is_due(past, history) and past is not None:
        return 0 if not past.right and past.confidence is Confidence.SURE else 1
    if past is not None:
        return 2 if not past.right and history.now - past.at < RECENT else 4
    elsewhere = any(item.topic not in tempting[m] for m in labels.tempting(item) if m in tempting)
    return 2 if elsewhere else 3


def _urgency(past: Past | None, history: History) -> float:
    """The more of it is forgotten, the lower: elapsed time over stability orders as FSRS's curve does."""
    if past is None or past.memory is None:
        return 0.0
    memory = past.memory
    return -(history.today - memory.seen).days / max(memory.stability, 0.01)


def _tempting(history: History) -> dict[MisconceptionId, set[TopicId]]:
    """Misconceptions that make a pattern, and the topics in which they were met."""
    hits: dict[MisconceptionId, int] = {}
    topics: dict[MisconceptionId, set[TopicId]] = {}
    for misconception, topic, count in history.temptations:
        hits[misconception] = hits.get(misconception, 0) + count
        topics.setdefault(misconception, set()).add(topic)
    return {misconception: topics[misconception] for misconception, count in hits.items() if count >= PATTERN}


def separate_sets(items: list[Item]) -> tuple[Item, ...]:
    """The same items with those of one `set` not next to each other where that can be had."""
    left = list(items)
    found: list[Item] = []
    while left:
        last = found[-1].set if found else None
        at = next((at for at, item in enumerate(left) if item.set is None or item.set != last), 0)
        found.append(left.pop(at))
    return tuple(found)
