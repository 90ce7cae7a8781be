"""What an aim is called, and where to read about it."""

from cps_quiz.core.memory.skills import Skill, SkillKind
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import ObjectiveId
from cps_quiz.words.steps import Step


def aim(of: Skill, glossary: Glossary) -> str:
    """The title of an objective, or of the topic whose items name none."""
    if of.kind is SkillKind.OBJECTIVE:
        return glossary.objective(ObjectiveId(of.id))
    return glossary.topic(TopicId(of.id))


def notes_step(of: Skill | None, notes: str | None, glossary: Glossary) -> list[Step]:
    """The step to the study notes of an aim; `notes` are the words behind `study`, None where there are none."""
    return [Step(f"Read the notes: {aim(of, glossary)}", ("study", notes))] if of and notes else []
