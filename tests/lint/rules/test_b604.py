"""B604: the text of one item that gives away the key of another."""

import pytest
from whole_banks import found_together, item, matched_set, views

from cps_quiz.core.questions.bank import Item

KEY = "Ask what a good day would look like in her own words"
OWNER = item(f"Ana sighs. What next? | {KEY} | Count up what went well this week | Offer the number of a group")


def telling(stem: str, options: str = "The aim | The blame | The work") -> Item:
    return item(f"{stem} | {options}")


@pytest.mark.parametrize(
    ("teller", "route", "phrase"),
    [
        pytest.param(
            telling("Luis asks what a good day would look like, in her own words. What does it leave her?"),
            ("stem",),
            "",
            id="another form of a word",
        ),
        pytest.param(
            telling(f'"{KEY.upper()}," it said. Who said so?'), ("stem",), KEY.upper(), id="word for word, another case"
        ),
        pytest.param(
            telling("Ask first what one good day looks like, in words. Why?"), ("stem",), "", id="a word more"
        ),
        pytest.param(telling("What now?")._replace(hint=f"{KEY}."), ("hint",), KEY, id="hint"),
        pytest.param(item("What now? | a | b | c", scenario=f"{KEY}."), ("scenarios", "told"), KEY, id="scenario"),
    ],
)
def test_leaks(teller: Item, route: tuple[str, ...], phrase: str) -> None:
    ((where, finding),) = found_together("B604", views([teller, OWNER]))

    assert where == ("bank.yaml" if route[0] == "scenarios" else "item-1")
    assert (finding.route, finding.phrase) == (route, phrase)
    assert finding.message == f'this gives away the key of the item "item-2": "{KEY}"'


LEAK = f"{KEY}, it says. Why?"


@pytest.mark.parametrize(
    ("teller", "owner"),
    [
        pytest.param(telling("Which day would be good to look at?"), OWNER, id="some of the words"),
        pytest.param(
            telling("Look at the words of her own day. Then, when all is said and done, ask if it was good. Why?"),
            OWNER,
            id="the words far apart",
        ),
        pytest.param(
            telling(f"{KEY}, or count up what went well this week. Which is better?"), OWNER, id="a distractor too"
        ),
        pytest.param(telling(LEAK, f"A list | {KEY} | A wish"), OWNER, id="an option in common"),
        pytest.param(telling(LEAK), item(f"{LEAK} | {KEY} | Nothing | Wait"), id="in its own stem as well"),
        pytest.param(
            telling("Ask for her wishes. Why?"), item("What? | Ask for her wishes | Wait | Go"), id="a short key"
        ),
        pytest.param(
            telling("Who runs the Certified Peer Specialist Training of the state?"),
            item("Where? | The Certified Peer Specialist Training of the State | At home | At work"),
            id="a title",
        ),
        pytest.param(
            telling("Who writes a wellness recovery action plan?"),
            item("What? | Wellness recovery action plan | Diary | Letter"),
            id="a term",
        ),
        pytest.param(
            *matched_set("moments", [LEAK, "She asked for it. Why?"], "Wait", KEY, "Go through the list"), id="a set"
        ),
    ],
)
def test_no_leaks(teller: Item, owner: Item) -> None:
    assert found_together("B604", views([teller, owner])) == []


def test_a_scenario_that_several_items_share_is_reported_once() -> None:
    sharing = [item(f"What {n}? | a | b | c", scenario=f"{KEY}.") for n in range(3)]
    assert len(found_together("B604", views([*sharing, OWNER]))) == 1


def test_a_phrase_of_many_keys_gives_none_of_them_away() -> None:
    owners = [item(f"What now? | {KEY} | Wait{n} | Go{n}") for n in range(25)]
    assert found_together("B604", views([telling(LEAK), *owners])) == []
