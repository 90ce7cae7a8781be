from cps_quiz.core.questions.bank import Misconception, TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId

JUDGING = Misconception(
    MisconceptionId("judging"), "Judging or demanding perfection", "It grades.", "It hurts.", "Ask."
)
GLOSSARY = Glossary({TopicId("goal-setting"): "Goal setting"}, {JUDGING.id: JUDGING}, {})


def test_what_has_a_title_is_called_by_it() -> None:
    assert GLOSSARY.topic(TopicId("goal-setting")) == "Goal setting"
    assert GLOSSARY.misconception(JUDGING.id) == "Judging or demanding perfection"


def test_what_has_none_is_called_by_its_id() -> None:
    assert GLOSSARY.topic(TopicId("first-aid")) == "first-aid"
    assert GLOSSARY.misconception(MisconceptionId("rushing")) == "rushing"
