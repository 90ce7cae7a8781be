"""K207: options that stand in several items."""

import pytest
from whole_banks import found_together, item, matched_set, views

ONE = "What now, Ana? | Tell me more about it | You could call her today | It will all be fine"
TWO = "What now, Ben? | Shall we read it together | Leave it for next week | There is nothing to fear"


def found(*lines: str, set_: str | None = None) -> list[tuple[str, str]]:
    return [(where, f.message) for where, f in found_together("K207", views(item(line, set_=set_) for line in lines))]


def test_an_option_may_stand_in_two_items() -> None:
    assert found(ONE, TWO.replace("Leave it for next week", "You could call her today.")) == []


def test_an_option_of_three_items_is_found_once() -> None:
    three = "What now, Cy? | Would you like company there | You could call her today | Nobody minds a late start"
    again = TWO.replace("Leave it for next week", "you could call her today")
    assert found(ONE, again, three) == [
        ("item-3", "this option stands in 3 items, the first of them item-1 and item-2")
    ]


def test_a_key_that_is_wrong_elsewhere_is_found() -> None:
    turned = TWO.replace("Leave it for next week", "tell me more about it!")
    assert found(ONE, turned) == [("item-1", "this key is a wrong option of item-2")]


def test_in_one_set_it_is_meant() -> None:
    options = ("Tell me more about it", "You could call her today", "It will all be fine")
    assert found_together("K207", views(matched_set("two", ["What now, Ana?", "What now, Ben?"], *options))) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("What now? | Ask her first | Wait | Leave", id="three words"),
        pytest.param("How many? | 10 | 20 | 30", id="numbers"),
    ],
)
def test_short_options_recur_in_any_subject(line: str) -> None:
    assert found(line, line, line) == []
