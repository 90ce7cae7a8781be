from datetime import date

import pytest

from cps_quiz.journeys.dates import NoDateError, day_to_come

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("2027-03-14", date(2027, 3, 14), id="iso"),
        pytest.param("3/14/2027", date(2027, 3, 14), id="slashes"),
        pytest.param("3/14/27", date(2027, 3, 14), id="short-year"),
        pytest.param("3/14", date(2027, 3, 14), id="no-year"),
        pytest.param("March 14", date(2027, 3, 14), id="month-and-day"),
        pytest.param(" march  14th, 2028", date(2028, 3, 14), id="with-a-year"),
        pytest.param("14 Mar", date(2027, 3, 14), id="day-first"),
        pytest.param("Dec 1", date(2026, 12, 1), id="this-year"),
        pytest.param("Nov 26", TODAY, id="today"),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date) -> None:
    assert day_to_come(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("soon", "is no date", id="words"),
        pytest.param("2027-02-30", "is no date", id="no-such-day"),
        pytest.param("Smarch 3", "is no date", id="no-such-month"),
        pytest.param("0/0", "is no date", id="zeros"),
        pytest.param("2026-11-25", "in the past", id="yesterday"),
    ],
)
def test_what_is_no_day_to_come_is_told(text: str, told: str) -> None:
    with pytest.raises(NoDateError) as caught:
        day_to_come(text, TODAY)
    assert told in caught.value.sentence
    assert caught.value.hint
