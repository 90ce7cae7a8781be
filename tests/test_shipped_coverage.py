"""The shipped questions leave no part of the curriculum out."""

from collections import Counter

import pytest

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.coverage import Aim
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.labels import tempting
from cps_quiz.journeys.coverage import coverage

LIBRARY = load([shipped()])
COVERAGE = coverage(LIBRARY)
TEMPTED, TOPICS = 20, 3
"""Questions in which each misconception tempts at the least, and over how many topics."""

BESIDE = 2
"""Questions in which it stands beside each of those that it is confused with."""

OF_EACH_AIM = range(8, 17)


@pytest.mark.parametrize("misconception", COVERAGE.misconceptions)
def test_each_misconception_tempts_in_many_topics_and_often(misconception: MisconceptionId) -> None:
    row = COVERAGE.misconceptions[misconception]
    assert sum(map(bool, row.values())) >= TOPICS
    assert sum(row.values()) >= TEMPTED


@pytest.mark.parametrize("misconception", COVERAGE.misconceptions)
def test_each_stands_beside_those_that_it_is_confused_with(misconception: MisconceptionId) -> None:
    beside = Counter(m for item in LIBRARY.items if misconception in tempting(item) for m in tempting(item))
    others = LIBRARY.misconceptions[misconception].confused_with
    assert {other: beside[other] for other in others if beside[other] < BESIDE} == {}


@pytest.mark.parametrize("aim", [pytest.param(aim, id=f"{aim.topic}-{aim.id}") for aim in COVERAGE.aims])
def test_each_aim_has_questions(aim: Aim) -> None:
    assert aim.items in OF_EACH_AIM


def test_no_question_is_without_an_aim() -> None:
    assert COVERAGE.aimless == 0
