import pytest
from choices import multiple
from whole_banks import item, matched_set

from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.comparison import Situation, situations

OPTIONS = ("Ask", "Tell", "Wait")


def numbered(*items: Item) -> list[Item]:
    return [item._replace(id=ItemId(f"item-{number}")) for number, item in enumerate(items, 1)]


def stems(found: tuple[Situation, ...]) -> list[str]:
    return [situation.stem for situation in found]


def test_the_others_of_a_set_are_told_with_their_keys() -> None:
    items = numbered(*matched_set("talk", ["One?", "Two?", "Three?"], *OPTIONS))
    found = situations(items[1], items)
    assert [(s.scenario, s.stem, [option.text for option in s.key]) for s in found] == [
        ("", "One?", ["Ask"]),
        ("", "Three?", ["Wait"]),
    ]
    assert all(option.correct and option.why for situation in found for option in situation.key)


def test_a_scenario_is_told_by_its_text() -> None:
    here, there = numbered(
        item("Here? | Ask | Tell", set_="talk"), item("There? | Tell | Ask", set_="talk", scenario="At the desk.")
    )
    assert [situation.scenario for situation in situations(here, [here, there])] == ["At the desk."]


def test_of_several_keys_all_are_told() -> None:
    sets = [
        multiple("One?", "Ask | Wait", "Tell | Leave")._replace(set="talk"),
        multiple("Two?", "Tell | Leave", "Ask | Wait")._replace(set="talk"),
    ]
    items = numbered(*sets)
    assert [option.text for option in situations(items[0], items)[0].key] == ["Tell", "Leave"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(item("Two? | Tell | Ask | Wait"), id="no-set"),
        pytest.param(item("Two? | Tell | Ask | Wait", set_="walk"), id="another-set"),
        pytest.param(item("Two? | Tell | Ask | Leave", set_="talk"), id="another-option"),
        pytest.param(item("Two? | Tell | Ask | Wait", set_="talk")._replace(retired=True), id="retired"),
    ],
)
def test_what_is_no_other_situation_is_left_out(other: Item) -> None:
    first, second = numbered(item("One? | Ask | Tell | Wait", set_="talk"), other)
    assert situations(first, [first, second]) == ()


def test_an_item_alone_has_no_other_situation() -> None:
    items = numbered(item("One? | Ask | Tell"), item("Two? | Tell | Ask"))
    assert situations(items[0], items) == ()


def test_a_retired_item_still_has_its_others() -> None:
    items = numbered(*matched_set("talk", ["One?", "Two?"], *OPTIONS[:2]))
    assert stems(situations(items[0]._replace(retired=True), items)) == ["Two?"]
