"""How the program chose items before it looked at skills: for learning.py, to be compared with."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.due import RECENT, History, Past, is_due
from cps_quiz.core.questions import labels
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.shuffle import shuffled, take_turns

PATTERN = 2
"""Hits of one misconception within RECENT that make a pattern."""

Lately = Mapping[ItemId, tuple[datetime, Confidence | None]]
"""When each item was answered last, and how sure the learner was."""


def pick(items: Iterable[Item], history: History, lately: Lately, count: int, seed: int) -> tuple[Item, ...]:
    """Up to `count` items: due ones first, confident errors before all; then recent misses, and new items that
    offer tempting misconceptions in other topics; then other new items; then those due soonest.
    """
    tempting = _tempting(history)
    tiers: dict[int, list[Item]] = {}
    for item in shuffled(items, seed):
        past = history.past.get(item.id)
        tiers.setdefault(_tier(item, past, history, lately, tempting), []).append(item)
    ranked = (
        sorted(tiers[tier], key=lambda item: _urgency(history.past.get(item.id), history)) for tier in sorted(tiers)
    )
    return separate_sets([item for tier in ranked for item in take_turns(tier)][:count])


def _tier(
    item: Item,
    past: Past | None,
    history: History,
    lately: Lately,
    tempting: Mapping[MisconceptionId, set[TopicId]],
) -> int:
    if past is not None:
        at, confidence = lately[item.id]
        if is_due(past, history):
            return 0 if not past.right and confidence is Confidence.SURE else 1
        return 2 if not past.right and history.now - at < RECENT else 4
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
