"""What a screen needs beside the item that it shows."""

from collections.abc import Mapping
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item, Misconception, Source, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId


class Glossary(NamedTuple):
    """Titles of topics, misconceptions and cited works, each by id; all items, to compare one with."""

    topics: Mapping[TopicId, str]
    misconceptions: Mapping[MisconceptionId, Misconception]
    references: Mapping[str, Source]
    items: tuple[Item, ...] = ()

    def topic(self, id_: TopicId) -> str:
        """The title of a topic, or its id when it has none."""
        return self.topics.get(id_, id_)

    def misconception(self, id_: MisconceptionId) -> str:
        """The name of a misconception, or its id when it is unknown."""
        known = self.misconceptions.get(id_)
        return known.name if known else id_
