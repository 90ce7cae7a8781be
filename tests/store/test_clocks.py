"""What answers count as when the clock was wrong, at once and after a repair."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kept import entry, sitting

from cps_quiz.store.progress import Progress

HOUR, DAY = 3_600_000, 86_400_000
NOON = 1_800_014_400_000
"""Noon of a day in January 2027."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Progress]:
    with closing(Progress(tmp_path / "progress.db")) as progress:
        yield progress


def answer(store: Progress, *hours: float) -> None:
    """A drill with one answer at each of these hours from NOON on."""
    number = len(list(store.log()))
    name = f"sitting-{number}"
    for hour in hours:
        number += 1
        at = NOON + round(hour * HOUR)
        day = datetime.fromtimestamp(at / 1000, UTC).date().isoformat()
        told = entry(number, sitting=name)._replace(id=f"{number:03}", answered_at=at, day=day)
        store.record(told, sitting(name))
    store.end(name, NOON)


def counted(store: Progress) -> list[float]:
    """The hours from NOON on at which the answers count."""
    assert store.agrees()
    before = store.day_totals()
    store.rebuild()
    assert store.day_totals() == before
    return [(one.at - NOON) / HOUR for one, _ in store.log()]


def doubted(store: Progress) -> list[bool]:
    return [one.doubtful for one, _ in store.log()]


def test_a_month_ahead_is_wrong_whatever_the_others_say(store: Progress) -> None:
    answer(store, -48)
    answer(store, -24)
    answer(store, 720, 720.1, 720.2, 720.3)
    answer(store, 0, 0.1)

    store.mend_clocks(NOON + HOUR)

    assert doubted(store) == [False, False, True, True, True, True, False, False]
    assert counted(store) == [-48, -24, -24, -24, -24, -24, 0, 0.1]


def test_a_day_ahead_counts_with_what_came_next(store: Progress) -> None:
    answer(store, 24, 24.1)
    answer(store, 0, 0.1)

    assert doubted(store) == [True, True, True, False]
    assert counted(store) == [0.1, 0.1, 0.1, 0.1]


def test_where_none_is_sure_the_earliest_day_counts_and_no_day_without_practice(store: Progress) -> None:
    answer(store, 0, 0.1)
    answer(store, -3)

    assert doubted(store) == [True, True, True]
    assert counted(store) == [-3, -3, -3]
    assert {day for day, *_ in store.day_totals()} == {"2027-01-15"}


def test_what_was_judged_before_holds_where_as_many_speak_for_either(store: Progress) -> None:
    answer(store, 0, 0.1, -3, -2.9)
    assert doubted(store) == [False, False, True, True]

    store.mend_clocks(NOON + HOUR)

    assert doubted(store) == [False, False, True, True]
    assert counted(store) == [0, 0.1, 0.1, 0.1]


def test_a_few_days_ahead_may_be_right_where_more_speak_for_it(store: Progress) -> None:
    answer(store, 0)
    answer(store, 24, 24.1, 24.2)
    answer(store, -20)

    store.mend_clocks(NOON)

    assert doubted(store) == [False, False, False, False, True]
