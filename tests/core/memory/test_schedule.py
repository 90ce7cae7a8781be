from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.memory.schedule import COMFORTABLE, LAST_DAYS, MEETINGS, schedule
from cps_quiz.core.memory.skills import SkillMemory

TODAY = date(2027, 3, 10)
WEAK = SkillMemory(0.212, 6.4, TODAY)
"""Missed once: held for two days."""
STRONG = SkillMemory(100.0, 2.0, TODAY)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "unmet", "per_day"),
    [
        pytest.param(32, 60, 2, id="spread over all days but the last two"),
        pytest.param(32, 61, 3, id="rounded up, so that none is left over"),
        pytest.param(2, 10, 10, id="two days: all on the first"),
        pytest.param(1, 10, 10, id="tomorrow: all today"),
        pytest.param(32, 0, 0, id="nothing new"),
    ],
)
def test_new_aims_are_spread_and_the_last_days_are_kept_free(days: int, unmet: int, per_day: int) -> None:
    found = schedule(in_days(days), TODAY, unmet, [STRONG])

    assert (found.days, found.aims, found.unmet, found.new_per_day) == (days, unmet + 1, unmet, per_day)


@given(days=st.integers(1, 400), unmet=st.integers(0, 500), met=st.lists(st.sampled_from([WEAK, STRONG]), max_size=50))
def test_every_aim_is_met_before_the_exam(days: int, unmet: int, met: list[SkillMemory]) -> None:
    found = schedule(in_days(days), TODAY, unmet, met)

    assert found.new_per_day * max(1, days - LAST_DAYS) >= unmet
    assert found.per_day == found.new_per_day + found.back_per_day
    assert found.fits == (found.per_day <= COMFORTABLE)
    assert found.in_time <= unmet


def test_aims_come_back_the_sooner_the_less_they_are_held() -> None:
    assert schedule(in_days(30), TODAY, 0, []).back_per_day == 0
    assert schedule(in_days(30), TODAY, 0, [WEAK] * 30).back_per_day == 15
    assert schedule(in_days(30), TODAY, 0, [STRONG] * 30).back_per_day == 1


def test_new_aims_come_back_too() -> None:
    assert schedule(in_days(30), TODAY, 45, []).back_per_day == 45 * (MEETINGS - 1) / 30


@pytest.mark.parametrize("days", [0, -1, -400])
def test_an_exam_of_today_or_earlier_leaves_no_days(days: int) -> None:
    found = schedule(in_days(days), TODAY, 40, [WEAK])

    assert (found.days, found.per_day, found.unmet) == (0, 0, 40)


def test_what_cannot_be_met_in_time_is_counted() -> None:
    assert schedule(in_days(12), TODAY, 600, []).in_time == 600
    late = schedule(in_days(12), TODAY, 601, [])
    assert (late.in_time, late.fits) == (600, False)
