"""Why a question was picked, in words."""

from cps_quiz.core.counting import counted
from cps_quiz.core.memory.reasons import Reason, Weight
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.words.aims import aim
from cps_quiz.words.numbers import times


def picked(why: Reason, glossary: Glossary) -> str:
    """What weighed most when a question was picked."""
    match why.weight:
        case Weight.SURE_MISS:
            return "You were sure of your answer the last time, and it was another."
        case Weight.UNMET_AIM:
            return f"You have not met this aim yet: {aim(why.aim, glossary)}"
        case Weight.TEMPTED:
            name = glossary.misconception(why.misconception) if why.misconception else ""
            return f"*{name}* tempted you {times(why.times)} in two weeks."
        case Weight.AIM_LONG_AGO:
            return f"You have not met this aim for {counted(why.days, 'day')}: {aim(why.aim, glossary)}"
        case Weight.UNMET_ITEM:
            return "You met this aim today; this question of it is new to you."
        case Weight.ITEM_LONG_AGO:
            ago = f" {counted(why.days, 'day')} ago" if why.days else " today"
            return f"You met this question{ago}; nothing is more urgent now."
