"""What is taught: topics, their objectives, and the wrong approaches that learners fall for."""

from collections.abc import Mapping
from typing import NamedTuple

from cps_quiz.core.questions.bank import Misconception, Source, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId


class Objective(NamedTuple):
    """One thing to learn; `notes` are study notes in Markdown."""

    id: ObjectiveId
    title: str
    notes: str = ""


class Topic(NamedTuple):
    """A part of the curriculum; `weight` is its share of a mock exam beside the others'."""

    id: TopicId
    title: str
    summary: str = ""
    weight: float = 1.0
    objectives: tuple[Objective, ...] = ()


class Curriculum(NamedTuple):
    """All topics and misconceptions, by id and in the order of the file."""

    id: str
    title: str
    topics: Mapping[TopicId, Topic]
    misconceptions: Mapping[MisconceptionId, Misconception]
    references: Mapping[str, Source]
    extends: str = ""
    language: str = "en"

    def on(self, base: "Curriculum") -> "Curriculum":
        """This one together with the `base` that it extends; of what both have, its own holds."""
        topics = {**base.topics}
        for id_, topic in self.topics.items():
            own = {objective.id for objective in topic.objectives}
            kept = base.topics[id_].objectives if id_ in base.topics else ()
            objectives = (*(objective for objective in kept if objective.id not in own), *topic.objectives)
            topics[id_] = topic._replace(objectives=objectives)
        return self._replace(
            topics=topics,
            misconceptions={**base.misconceptions, **self.misconceptions},
            references={**base.references, **self.references},
        )
