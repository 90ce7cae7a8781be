"""What a screen needs beside the item that it shows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item, Misconception, Source, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId


class Glossary(NamedTuple):
    """Titles of topics, misconceptions, cited works and objectives, each by id; all items, to compare one with."""

    topics: Mapping[TopicId, str]
    misconceptions: Mapping[MisconceptionId, Misconception]
    references: Mapping[str, Source]
    items: tuple[Item, ...] = ()
    objectives: Mapping[ObjectiveId, str] = MappingProxyType({})

    def topic(self, id_: TopicId) -> str:
        """The title of a topic, or its id when it has none."""
        return self.topics.get(id_, id_)

    def misconception(self, id_: MisconceptionId) -> str:
        """The name of a misconception, or its id when it is unknown."""
        known = self.misconceptions.get(id_)
        return known.name if known else id_

    def objective(self, id_: ObjectiveId) -> str:
        """The title of an objective, or its id when it is unknown."""
        return self.objectives.get(id_, id_)

    def telling_apart(self, one: MisconceptionId, other: MisconceptionId) -> tuple[str, ...]:
        """How to tell two approaches apart: the sentence that either has for it, else what each of them is."""
        pair = [known for id_ in (one, other) if (known := self.misconceptions.get(id_))]
        for known in pair:
            for id_, sentence in known.telling_apart:
                if id_ in {one, other}:
                    return (sentence,)
        return tuple(f"{known.name}: {known.means}" for known in pair)
