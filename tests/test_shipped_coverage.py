"""The shipped questions leave no part of the curriculum out."""

import pytest

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.coverage import Aim
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.journeys.coverage import coverage

COVERAGE = coverage(load([shipped()]))
TEMPTED, TOPICS = 12, 3
"""Questions in which each misconception tempts at the least, and over how many topics."""

OF_EACH_AIM = 2


@pytest.mark.parametrize("misconception", COVERAGE.misconceptions)
def test_each_misconception_tempts_in_each_topic_and_often(misconception: MisconceptionId) -> None:
    row = COVERAGE.misconceptions[misconception]
    assert [topic for topic, count in row.items() if not count] == []
    assert sum(row.values()) >= TEMPTED
    assert len(row) >= TOPICS


@pytest.mark.parametrize("aim", [pytest.param(aim, id=f"{aim.topic}-{aim.id}") for aim in COVERAGE.aims])
def test_each_aim_has_questions(aim: Aim) -> None:
    assert aim.items >= OF_EACH_AIM


def test_no_question_is_without_an_aim() -> None:
    assert COVERAGE.aimless == 0
