"""From the tree of a curriculum file to a `Curriculum`."""

from cps_quiz.bank.definitions import read_language, read_misconceptions, read_references
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.curriculum import Curriculum, Objective, Topic
from cps_quiz.core.questions.interaction import ObjectiveId
from cps_quiz.source.fields import Fields
from cps_quiz.source.markdown import without_line_breaks
from cps_quiz.source.node import Mapping
from cps_quiz.source.problems import Problems

CURRICULUM_FIELDS = frozenset(
    {"format", "curriculum", "title", "topics", "misconceptions", "references", "extends", "language"}
)
TOPIC_FIELDS = frozenset({"title", "summary", "weight", "objectives"})
OBJECTIVE_FIELDS = frozenset({"title", "notes"})


def decode_curriculum(node: Mapping, problems: Problems) -> Curriculum:
    """Read a curriculum file."""
    fields = Fields(node, CURRICULUM_FIELDS, "a curriculum", problems)
    topics = fields.section("topics", required="extends" not in fields.values)
    groups = [(id_, topics.group(id_, TOPIC_FIELDS, "a topic")) for id_ in topics.values]
    return Curriculum(
        id=fields.required_identifier("curriculum"),
        title=fields.required_text("title"),
        topics={TopicId(id_): _topic(id_, group) for id_, group in groups if group is not None},
        misconceptions={misconception.id: misconception for misconception in read_misconceptions(fields)},
        references=dict(read_references(fields)),
        extends=fields.identifier("extends"),
        language=read_language(fields),
    )


def _topic(id_: str, fields: Fields) -> Topic:
    weight = fields.positive("weight")
    return Topic(
        id=TopicId(id_),
        title=fields.required_text("title"),
        summary=fields.text("summary"),
        weight=1.0 if weight is None else weight,
        objectives=_objectives(fields),
    )


def _objectives(fields: Fields) -> tuple[Objective, ...]:
    section = fields.section("objectives")
    groups = ((id_, section.group(id_, OBJECTIVE_FIELDS, "an objective")) for id_ in section.values)
    return tuple(
        Objective(ObjectiveId(id_), group.required_text("title"), without_line_breaks(group.text("notes")))
        for id_, group in groups
        if group is not None
    )
