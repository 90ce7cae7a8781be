import pytest

from cps_quiz.core.drill.report import Report
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.words.drill import next_steps

HARDER, ON = "Go on with harder ones: cps-quiz drill --level analyze", "Go on: cps-quiz drill"


def reported(right: int, asked: int, unmet: int = 0) -> Report:
    return Report(right, asked, (), (), reflections=0, mended=0, flagged=(), skipped=0, unmet=unmet)


@pytest.mark.parametrize(
    ("report", "step"),
    [
        pytest.param(reported(5, 5), HARDER, id="all-of-five"),
        pytest.param(reported(4, 5), HARDER, id="four-of-five"),
        pytest.param(reported(4, 4), ON, id="too-few"),
        pytest.param(reported(7, 9), ON, id="less-than-80-percent"),
        pytest.param(reported(9, 9, unmet=1), ON, id="not-reached"),
        pytest.param(reported(0, 0), "Begin when you like: cps-quiz drill", id="none"),
    ],
)
def test_harder_questions_are_for_those_who_did_well(report: Report, step: str) -> None:
    assert next_steps(report) == [step]


def test_going_on_comes_after_what_was_missed() -> None:
    flagged = reported(5, 5)._replace(flagged=(ItemId("goal-001"),))

    assert next_steps(flagged) == ["Look at what you flagged: cps-quiz bank show goal-001", HARDER]
