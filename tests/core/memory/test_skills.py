from datetime import date, timedelta

import pytest

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.skills import Skill, SkillEvidence, SkillKind, held, met, moved
from cps_quiz.core.memory.stability import Grade, begun, reviewed
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId

TODAY = date(2027, 3, 10)
AGAIN, HARD, GOOD = Grade.AGAIN, Grade.HARD, Grade.GOOD
TELLING, JUDGING = MisconceptionId("telling"), MisconceptionId("judging")
RIGHT = SkillEvidence(TopicId("goals"), ObjectiveId("own"), right=True)
WRONG = RIGHT._replace(right=False)


def told(answer: SkillEvidence) -> dict[str, Grade]:
    return {skill.id: grade for skill, grade in moved(answer).items()}


@pytest.mark.parametrize(
    ("answer", "grades"),
    [
        pytest.param(RIGHT, {"own": GOOD}, id="right"),
        pytest.param(WRONG, {"own": AGAIN}, id="wrong"),
        pytest.param(RIGHT._replace(objective=None), {"goals": GOOD}, id="a topic where there is no objective"),
        pytest.param(
            RIGHT._replace(offered=(TELLING, JUDGING)), {"own": GOOD, "telling": GOOD, "judging": GOOD}, id="resisted"
        ),
        pytest.param(
            WRONG._replace(offered=(TELLING, JUDGING), tempted=(TELLING,)),
            {"own": AGAIN, "telling": AGAIN},
            id="one chosen, nothing of the other",
        ),
        pytest.param(
            RIGHT._replace(offered=(TELLING,), confidence=Confidence.GUESSING),
            {"own": AGAIN, "telling": AGAIN},
            id="right by guessing",
        ),
        pytest.param(
            RIGHT._replace(offered=(TELLING,), confidence=Confidence.UNSURE),
            {"own": HARD, "telling": HARD},
            id="right but unsure",
        ),
        pytest.param(RIGHT._replace(names=("telling", "telling")), {"own": GOOD, "telling": GOOD}, id="named"),
        pytest.param(
            WRONG._replace(names=("telling", "judging")),
            {"own": AGAIN, "telling": AGAIN, "judging": AGAIN},
            id="taken for another",
        ),
        pytest.param(
            WRONG._replace(other_aims=(ObjectiveId("small"),)), {"own": AGAIN, "small": HARD}, id="another moment"
        ),
        pytest.param(
            WRONG._replace(other_aims=(ObjectiveId("own"),)), {"own": AGAIN}, id="its own aim at another moment"
        ),
    ],
)
def test_an_answer_moves_what_it_tells_of(answer: SkillEvidence, grades: dict[str, Grade]) -> None:
    assert told(answer) == grades


def test_an_objective_and_a_misconception_of_one_name_are_two_skills() -> None:
    answer = RIGHT._replace(offered=(MisconceptionId("own"),))
    assert moved(answer).keys() == {Skill(SkillKind.OBJECTIVE, "own"), Skill(SkillKind.MISCONCEPTION, "own")}


def test_a_skill_is_remembered_as_an_item_is() -> None:
    first = met(None, GOOD, TODAY)
    assert first == (*begun(GOOD), TODAY)
    later = TODAY + timedelta(days=4)
    assert met(first, AGAIN, later) == (*reviewed(first.stability, first.difficulty, 4, AGAIN), later)


def test_a_skill_met_today_is_not_beyond_all_doubt() -> None:
    missed, known = met(None, AGAIN, TODAY), met(None, GOOD, TODAY)
    assert held(missed, TODAY) < held(known, TODAY) < 1
    assert held(known, TODAY) > held(known, TODAY + timedelta(days=1)) > held(known, TODAY + timedelta(days=30))
    assert held(known, TODAY - timedelta(days=1)) == held(known, TODAY), "a clock that went back"
