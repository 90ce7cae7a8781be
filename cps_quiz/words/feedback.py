"""What is said around the explanation of a question, in a drill and after an exam."""

from cps_quiz.core.counting import counted
from cps_quiz.core.questions.bank import Item, Misconception, Review
from cps_quiz.core.questions.explanation import ExplainedOption
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, ChooseOne, ChooseSome, MisconceptionId, ObjectiveId
from cps_quiz.core.questions.labels import Confusion, Label, LabelKind
from cps_quiz.core.quoting import quoted

INSTEAD = "Instead"
RIGHT_ORDER = "The right order:"
GOOD_ANSWER = "A good answer:"
WHY = "Why:"
NOT_WRITTEN = "No explanation yet."
TELLING_APART = "To tell them apart"
EXAMPLE = "An example:"
YOU_TOO = "you too"
YOURS_TOO = "yours too"
NOT_IN_YOURS = "not in yours"


WROTE = "You wrote:"
BEST, YOURS = "best answer", "your choice"


def mark(entry: ExplainedOption) -> str:
    """What an option is; "" for one that is neither chosen nor best."""
    return ", ".join([*([YOURS] if entry.chosen else []), *([BEST] if entry.option.correct else [])])


def lead(label: Label | None, glossary: Glossary) -> str:
    """What goes before the why of an option: the approach that it commits or names, or where else it is good."""
    match label:
        case None:
            return ""
        case Label(LabelKind.OBJECTIVE, id_):
            return f"A good practice at another moment: {glossary.objective(ObjectiveId(id_))}."
        case Label(_, id_):
            return f"{glossary.misconception(MisconceptionId(id_))}."


def reviewed(review: Review) -> str:
    """Who has read a question, and when."""
    return f"Reviewed by {review.by} on {review.on}."


def why(text: str) -> str:
    """A rationale, or that there is none yet."""
    return NOT_WRITTEN if text == TO_BE_WRITTEN else text


def taken_for(confusion: Confusion, glossary: Glossary) -> str:
    """Which approach was taken for which."""
    meant, taken = (glossary.misconception(id_) for id_ in confusion)
    return f"Here it is: {meant}. You took it for: {taken}."


def behind(known: Misconception) -> str:
    """The misconception that a wrong choice shows, before its harm."""
    return f"Behind your choice: {known.name}."


def you_at(place: int) -> str:
    """Where the learner put a step, beside its right place."""
    return f"you: {place}"


def you_put_it_at(place: int) -> str:
    """The same where there is room."""
    return f"you put it at {place}"


def others(item: Item, count: int) -> str:
    """What goes before the other situations of an item's set."""
    interaction = item.body.interaction()
    options = interaction.options if isinstance(interaction, ChooseOne | ChooseSome) else ()
    key = " and ".join(quoted(option.text) for option in options if option.correct)
    return f"The same options in {counted(count, 'other situation')}. In this one the best answer is {key}."


def key_there(text: str) -> str:
    """The best answer in another situation."""
    return f"The best answer there: {text}"
