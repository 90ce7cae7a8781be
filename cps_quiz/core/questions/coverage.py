"""What a bank covers: wrong approaches by topic, and objectives by level."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item, Level, ObjectiveId, TopicId
from cps_quiz.core.questions.curriculum import Topic
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome, MisconceptionId


class Aim(NamedTuple):
    """An objective, how many items there are for it, and how many of each level; some may name no level."""

    topic: TopicId
    id: ObjectiveId
    items: int
    levels: Mapping[Level, int]


class Coverage(NamedTuple):
    """How many items have a misconception as a distractor, for each topic; and those of each objective.

    Nothing is left out of `misconceptions` and `aims` because its count is 0. `aimless` counts items
    that name no objective.
    """

    topics: tuple[TopicId, ...]
    misconceptions: Mapping[MisconceptionId, Mapping[TopicId, int]]
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

    def sum_of(self, topic: TopicId) -> int:
        """All cells of a topic together; an item is in as many as it has misconceptions."""
        return sum(row[topic] for row in self.misconceptions.values())


def cover(items: Iterable[Item], topics: Sequence[Topic], misconceptions: Iterable[MisconceptionId]) -> Coverage:
    """What `items` cover, retired ones left out."""
    asked = [item for item in items if not item.retired]
    stands = Counter((name, item.topic) for item in asked for name in _distractors(item))
    names = tuple(topic.id for topic in topics)
    return Coverage(
        topics=names,
        misconceptions={id_: {topic: stands[id_, topic] for topic in names} for id_ in misconceptions},
        aims=_aims(asked, topics),
        aimless=sum(item.objective is None for item in asked),
    )


def _distractors(item: Item) -> set[MisconceptionId]:
    interaction = item.body.interaction()
    options = interaction.options if isinstance(interaction, ChooseOne | ChooseSome) else ()
    return {option.misconception for option in options if option.misconception and not option.correct}


def _aims(items: Sequence[Item], topics: Sequence[Topic]) -> tuple[Aim, ...]:
    whole = Counter((item.topic, item.objective) for item in items)
    levels = Counter((item.topic, item.objective, item.level) for item in items)
    return tuple(
        Aim(topic.id, aim.id, whole[topic.id, aim.id], {level: levels[topic.id, aim.id, level] for level in Level})
        for topic in topics
        for aim in topic.objectives
    )
