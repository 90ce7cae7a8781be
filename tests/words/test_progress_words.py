from datetime import date, timedelta

import pytest

from cps_quiz.core.memory.forecast import Prediction, Predictions
from cps_quiz.core.memory.schedule import schedule
from cps_quiz.core.memory.skills import SkillMemory
from cps_quiz.words.progress import plan, predictions

TODAY = date(2027, 3, 10)
WEAK = SkillMemory(0.212, 6.4, TODAY)


@pytest.mark.parametrize(
    ("days", "unmet", "met", "told"),
    [
        pytest.param(32, 60, 0, ["You have met 0 of 60 aims.", "2 new aims a day", "That fits"], id="fits"),
        pytest.param(32, 10, 20, ["You have met 20 of 30 aims.", "A new aim every 3 days"], id="few are new"),
        pytest.param(32, 0, 30, ["You have met all of the 30 aims.", "about 15 questions"], id="all met"),
        pytest.param(12, 290, 0, ["78 answers a day", "will hardly fit", "can still be met once"], id="hardly"),
        pytest.param(12, 900, 0, ["will not fit", "you can meet 600 of the 900 aims"], id="not"),
        pytest.param(2, 10, 0, ["It is nearly time"], id="nearly time"),
    ],
)
def test_a_plan_is_honest(days: int, unmet: int, met: int, told: list[str]) -> None:
    said = " ".join(plan(schedule(TODAY + timedelta(days=days), TODAY, unmet, [WEAK] * met)))
    assert [words for words in told if words not in said] == [], said


def test_two_forecasts_are_told_apart_with_what_they_rest_on() -> None:
    said = predictions(Predictions(Prediction(0.72, 0.64, 0.8, 140), Prediction(0.61, 0.5, 0.71, 140), 0))
    assert "questions from here you would get about 72% right; four times in five between 64% and 80%." in said
    assert "new questions like these, which is what the official exam asks, about 61% right" in said
    assert "rest on your answers to 140 questions." in said
    assert "not published" in said


def test_before_there_is_enough_it_says_how_much_is_missing() -> None:
    assert "about 20 more" in predictions(Predictions(None, None, 20))
