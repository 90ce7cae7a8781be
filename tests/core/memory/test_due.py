from datetime import UTC, datetime, timedelta

import pytest

from cps_quiz.core.memory.cards import Memory
from cps_quiz.core.memory.due import History, Mode, Past, Reviews, fits, is_due

NOW = datetime(2026, 3, 20, 18, tzinfo=UTC)
TODAY = NOW.date()
HISTORY = History({}, (), NOW, TODAY)


def past(days: int, *, right: bool = True, reviewed: bool = True) -> Past:
    """An item answered some days ago; it is due ten days later."""
    seen = TODAY - timedelta(days=days)
    memory = Memory(1.0, 5.0, seen + timedelta(days=10), seen, "key")
    return Past(memory if reviewed else None, right)


@pytest.mark.parametrize(
    ("one", "due"),
    [
        pytest.param(None, False, id="never met"),
        pytest.param(past(0), False, id="answered today"),
        pytest.param(past(9), False, id="tomorrow"),
        pytest.param(past(10), True, id="today"),
        pytest.param(past(11), True, id="yesterday"),
        pytest.param(past(99, reviewed=False), False, id="no memory"),
    ],
)
def test_an_item_is_due_from_its_day_on(one: Past | None, due: bool) -> None:  # noqa: FBT001 - a table
    assert is_due(one, HISTORY) is due


@pytest.mark.parametrize(
    ("mode", "asked"),
    [
        pytest.param(Mode.USUAL, {"due", "missed", "known", "new"}, id="usual"),
        pytest.param(Mode.DUE, {"due"}, id="due"),
        pytest.param(Mode.MISSED, {"missed"}, id="missed"),
        pytest.param(Mode.NEW, {"new"}, id="new"),
    ],
)
def test_a_mode_asks_for_its_own_only(mode: Mode, asked: set[str]) -> None:
    each = {"due": past(20), "missed": past(1, right=False), "known": past(1), "new": None}
    assert {name for name, one in each.items() if fits(one, HISTORY, mode)} == asked


def test_answers_on_later_days_are_reviews() -> None:
    memory = past(3).memory
    assert Reviews().after(memory, TODAY - timedelta(days=3), right=True) == Reviews()
    assert Reviews().after(None, TODAY, right=True) == Reviews()
    asked, right, recalled = Reviews(1, 1, 0.9).after(memory, TODAY, right=False)
    assert (asked, right) == (2, 1)
    assert 1.5 < recalled < 1.8
