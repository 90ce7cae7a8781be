"""Where a learner stands: what is due, what is known, what tempts, how practice went on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from cps_quiz.core.memory.cards import GOAL, recall
from cps_quiz.core.memory.due import RECENT, History, Past, Temptation, is_due
from cps_quiz.core.memory.skills import Skill, aim, held
from cps_quiz.core.questions import labels
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId

FORECAST_DAYS = 14
CALENDAR_WEEKS = 12
FEWEST_OFFERS = 5
"""Offers below which a share says too little to show a trend. Our own choice."""


class Mastery(NamedTuple):
    """How much of some items is held in memory: `share` is the mean chance of recall, 0 for new ones."""

    topic: TopicId
    objective: ObjectiveId | None
    share: float
    met: int
    items: int


class Leaning(NamedTuple):
    """How often a misconception was on offer and chosen, in all and of late (within RECENT)."""

    misconception: MisconceptionId
    offered: int
    chosen: int
    offered_lately: int
    chosen_lately: int

    @property
    def share(self) -> float:
        """Chosen of offered."""
        return self.chosen / self.offered if self.offered else 0.0

    @property
    def trend(self) -> float | None:
        """The share of late less the share before; None where either rests on too little."""
        offered, chosen = self.offered - self.offered_lately, self.chosen - self.chosen_lately
        if min(offered, self.offered_lately) < FEWEST_OFFERS:
            return None
        return self.chosen_lately / self.offered_lately - chosen / offered


class Overview(NamedTuple):
    """What the home screen needs: counts of items and of aims, the streak in days, the aim that is held least.

    Of the `aims` of all items, `unmet` were never met, and `fading` are those that are about to be forgotten;
    `tempting` is the misconception that was chosen most of late, `hits` how often it was;
    `begun` is whether anything was ever answered.
    """

    due: int
    new: int
    missed: int
    streak: int
    today: int
    aims: frozenset[Skill]
    unmet: int
    fading: int
    weakest: Skill | None
    tempting: MisconceptionId | None
    hits: int
    begun: bool


def overview(items: Sequence[Item], history: History, days: Mapping[date, int], today: date) -> Overview:
    """Sum up for the home screen. `days` gives the answers of each of the learner's days."""
    past = history.past
    shares = {of: share(of, history) for of in {aim(item) for item in items}}
    met = {of: held_ for of, held_ in sorted(shares.items()) if held_ is not None}
    offered = {one for item in items for one in labels.exercised(item)} if history.temptations else set()
    tempting, hits = worst(one for one in history.temptations if one.misconception in offered)
    return Overview(
        due=sum(is_due(past.get(item.id), history) for item in items),
        new=sum(item.id not in past for item in items),
        missed=sum(item.id in past and not past[item.id].right for item in items),
        streak=streak(days, today),
        today=days.get(today, 0),
        aims=frozenset(shares),
        unmet=len(shares) - len(met),
        fading=sum(held_ < GOAL for held_ in met.values()),
        weakest=min(met, key=lambda of: met[of], default=None),
        tempting=tempting,
        hits=hits,
        begun=bool(days),
    )


def share(of: Skill, history: History) -> float | None:
    """How far an aim is held in memory today: 0 to 1; None when it was never met."""
    memory = history.skills.get(of)
    return None if memory is None else held(memory, history.today)


def worst(temptations: Iterable[Temptation]) -> tuple[MisconceptionId | None, int]:
    """The misconception that was chosen most in all topics together, and how often; None when none was."""
    hits: Counter[MisconceptionId] = Counter()
    for temptation in temptations:
        hits[temptation.misconception] += temptation.hits
    return max(hits.items(), key=lambda hit: (hit[1], hit[0]), default=(None, 0))


def streak(days: Mapping[date, int], today: date) -> int:
    """Days of practice in a row up to today; a day that has only begun does not break it."""
    day = today if days.get(today) else today - timedelta(days=1)
    count = 0
    while days.get(day):
        count, day = count + 1, day - timedelta(days=1)
    return count


def topics(items: Iterable[Item], past: Mapping[ItemId, Past], today: date) -> list[Mastery]:
    """Mastery of each topic, in the order of first mention."""
    groups: dict[TopicId, list[Item]] = {}
    for item in items:
        groups.setdefault(item.topic, []).append(item)
    return [_mastery(topic, None, group, past, today) for topic, group in groups.items()]


def objectives(items: Iterable[Item], past: Mapping[ItemId, Past], today: date) -> list[Mastery]:
    """Mastery of each objective that items name."""
    groups: dict[tuple[TopicId, ObjectiveId], list[Item]] = {}
    for item in items:
        if item.objective is not None:
            groups.setdefault((item.topic, item.objective), []).append(item)
    return [_mastery(topic, objective, group, past, today) for (topic, objective), group in groups.items()]


def _mastery(
    topic: TopicId, objective: ObjectiveId | None, items: list[Item], past: Mapping[ItemId, Past], today: date
) -> Mastery:
    met = [past[item.id] for item in items if item.id in past]
    held = sum(recall(one.memory, today) for one in met if one.memory is not None and one.right)
    return Mastery(topic, objective, held / len(items), len(met), len(items))


def forecast(items: Iterable[Item], history: History) -> list[tuple[date, int]]:
    """How many items come due on each of the next days, what is overdue on the first."""
    known = (history.past.get(item.id) for item in items)
    count = Counter(max(history.today, past.memory.due) for past in known if past and past.memory)
    return [(day, count[day]) for day in (history.today + timedelta(days=n) for n in range(FORECAST_DAYS))]


def calendar(days: Mapping[date, int], today: date) -> list[tuple[date, int]]:
    """Answers of each day of the last weeks, from a Monday to today."""
    first = today - timedelta(days=today.weekday(), weeks=CALENDAR_WEEKS - 1)
    return [(day, days.get(day, 0)) for day in (first + timedelta(days=n) for n in range((today - first).days + 1))]


def since(today: date) -> str:
    """The first day that counts as of late (ISO date)."""
    return (today - RECENT).isoformat()
