"""What a bank covers: wrong approaches by topic, and objectives by level."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item, Level, TopicId
from cps_quiz.core.questions.curriculum import Topic
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.questions.labels import named, tempting


class Aim(NamedTuple):
    """An objective, how many items there are for it, and how many of each level; some may name no level."""

    topic: TopicId
    id: ObjectiveId
    items: int
    levels: Mapping[Level, int]


class Coverage(NamedTuple):
    """How many items tempt with a misconception, and how many name it, for each topic; and those of each objective.

    Nothing is left out of `misconceptions`, `named` and `aims` because its count is 0. `aimless` counts
    items that name no objective.
    """

    topics: tuple[TopicId, ...]
    misconceptions: Mapping[MisconceptionId, Mapping[TopicId, int]]
    named: Mapping[MisconceptionId, Mapping[TopicId, int]]
    aims: tuple[Aim, ...]
    aimless: int

    @property
    def cells(self) -> int:
        """How many pairs of a misconception and a topic there are."""
        return len(self.topics) * len(self.misconceptions)

    @property
    def empty_cells(self) -> int:
        """How many of them no item has."""
        return sum(not count for row in self.misconceptions.values() for count in row.values())

    @property
    def empty_levels(self) -> int:
        """How many pairs of an objective and a level no item has."""
        return sum(not count for aim in self.aims for count in aim.levels.values())

    @property
    def empty_aims(self) -> int:
        """How many objectives have no item."""
        return sum(not aim.items for aim in self.aims)


def cover(items: Iterable[Item], topics: Sequence[Topic], misconceptions: Iterable[MisconceptionId]) -> Coverage:
    """What `items` cover, retired ones left out."""
    asked = [item for item in items if not item.retired]
    names = tuple(topic.id for topic in topics)
    ids = tuple(misconceptions)
    return Coverage(
        topics=names,
        misconceptions=_matrix(asked, tempting, ids, names),
        named=_matrix(asked, named, ids, names),
        aims=_aims(asked, topics),
        aimless=sum(item.objective is None for item in asked),
    )


def _matrix(
    items: Sequence[Item],
    names: Callable[[Item], Iterable[MisconceptionId]],
    misconceptions: Sequence[MisconceptionId],
    topics: Sequence[TopicId],
) -> dict[MisconceptionId, dict[TopicId, int]]:
    """In how many items of each topic each misconception is among those that `names` gives."""
    found = Counter((id_, item.topic) for item in items for id_ in set(names(item)))
    return {id_: {topic: found[id_, topic] for topic in topics} for id_ in misconceptions}


def _aims(items: Sequence[Item], topics: Sequence[Topic]) -> tuple[Aim, ...]:
    whole = Counter((item.topic, item.objective) for item in items)
    levels = Counter((item.topic, item.objective, item.level) for item in items)
    return tuple(
        Aim(topic.id, aim.id, whole[topic.id, aim.id], {level: levels[topic.id, aim.id, level] for level in Level})
        for topic in topics
        for aim in topic.objectives
    )
