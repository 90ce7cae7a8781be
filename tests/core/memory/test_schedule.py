from datetime import date, timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.memory.schedule import COMFORTABLE, LAST_DAYS, REVIEWS_PER_NEW, schedule

TODAY = date(2027, 3, 10)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "new", "per_day"),
    [
        pytest.param(32, 60, 2, id="spread over all days but the last two"),
        pytest.param(32, 61, 3, id="rounded up, so that none is left over"),
        pytest.param(2, 10, 10, id="two days: all on the first"),
        pytest.param(1, 10, 10, id="tomorrow: all today"),
        pytest.param(32, 0, 0, id="nothing new"),
    ],
)
def test_new_items_are_spread_and_the_last_days_are_kept_free(days: int, new: int, per_day: int) -> None:
    found = schedule(in_days(days), TODAY, new, [])

    assert (found.days, found.new_left, found.new_per_day) == (days, new, per_day)


@given(days=st.integers(1, 400), new=st.integers(0, 500), due=st.lists(st.integers(0, 50), max_size=14))
def test_everything_new_is_met_before_the_exam_and_every_due_item_reviewed(days: int, new: int, due: list[int]) -> None:
    found = schedule(in_days(days), TODAY, new, due)

    assert found.new_per_day * max(1, days - LAST_DAYS) >= new
    assert found.reviews_per_day * days >= sum(due[:days])
    assert found.per_day == found.new_per_day + found.reviews_per_day
    assert found.fits == (found.per_day <= COMFORTABLE)


def test_new_items_bring_reviews() -> None:
    assert schedule(in_days(30), TODAY, 0, []).reviews_per_day == 0
    assert schedule(in_days(30), TODAY, 60, []).reviews_per_day == ceil(60 * REVIEWS_PER_NEW / 30)


def test_what_comes_due_after_the_exam_is_no_work_before_it() -> None:
    assert schedule(in_days(2), TODAY, 0, [1, 1, 90, 90]).reviews_per_day == 1


@pytest.mark.parametrize("days", [0, -1, -400])
def test_an_exam_of_today_or_earlier_leaves_no_days(days: int) -> None:
    found = schedule(in_days(days), TODAY, 40, [5, 5])

    assert (found.days, found.per_day, found.new_left) == (0, 0, 40)


def test_more_than_an_hour_a_day_does_not_fit() -> None:
    assert schedule(in_days(30), TODAY, 240, []).fits
    assert not schedule(in_days(5), TODAY, 240, []).fits
