import pytest

from cps_quiz.core.memory.reasons import Reason, Weight
from cps_quiz.core.memory.skills import Skill, SkillKind
from cps_quiz.core.questions.bank import Misconception, TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.words.reasons import picked

TIPS = MisconceptionId("tips")
AIM = Skill(SkillKind.TOPIC, "goals")
GLOSSARY = Glossary({TopicId("goals"): "Goal setting"}, {TIPS: Misconception(TIPS, "Giving tips", "", "", "")}, {})


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (Reason(Weight.SURE_MISS, AIM), "You were sure of your answer the last time, and it was another."),
        (Reason(Weight.UNMET_AIM, AIM), "You have not met this aim yet: Goal setting"),
        (Reason(Weight.TEMPTED, AIM, TIPS, 2), "Giving tips tempted you twice in two weeks."),
        (Reason(Weight.AIM_LONG_AGO, AIM, days=1), "You have not met this aim for 1 day: Goal setting"),
        (Reason(Weight.UNMET_ITEM, AIM), "You met this aim today; this question of it is new to you."),
        (Reason(Weight.ITEM_LONG_AGO, AIM, days=9), "You met this question 9 days ago; nothing is more urgent now."),
        (Reason(Weight.ITEM_LONG_AGO, AIM), "You met this question today; nothing is more urgent now."),
    ],
)
def test_why_a_question_was_picked_is_one_plain_sentence(why: Reason, said: str) -> None:
    assert picked(why, GLOSSARY) == said
