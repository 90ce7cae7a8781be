"""What an aim is called."""

from cps_quiz.core.memory.skills import Skill, SkillKind
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import ObjectiveId


def aim(of: Skill, glossary: Glossary) -> str:
    """The title of an objective, or of the topic whose items name none."""
    if of.kind is SkillKind.OBJECTIVE:
        return glossary.objective(ObjectiveId(of.id))
    return glossary.topic(TopicId(of.id))
