"""B603: items that ask nearly the same."""

import pytest
from choices import multiple
from whole_banks import found_together, item, matched_set, views

from cps_quiz.core.questions.bank import Item

DANA = 'Dana missed the bus to her first class. "I knew it, I can\'t even do that," she tells Luis.'
ASKED = "What should Luis say first?"
REPLIES = "That sounds like a hard morning | There is a later bus on that line | Everybody misses a bus"
OTHERS = "Which class is it? | You could set two alarms | I missed mine every week"
LONG = (
    "A company in Boston stores ten years of patient records on tapes, and must find any of them within an hour."
    " Which storage should it choose?"
)


def plain(stem: str, options: str, scenario: str | None = None) -> Item:
    return item(f"{stem} | {options}", scenario=scenario)


FIRST = plain(f"{DANA} {ASKED}", REPLIES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(FIRST, FIRST, id="the same item"),
        pytest.param(FIRST, plain(f"{DANA} {ASKED}", REPLIES.replace("bus", "train")), id="other words in the options"),
        pytest.param(
            FIRST,
            plain(f"{DANA} {ASKED}".replace("Dana", "Ana").replace("Luis", "Joe"), REPLIES),
            id="other names",
        ),
        pytest.param(
            FIRST,
            plain(f"{DANA} What would you say first, Luis?".replace("bus", "train"), REPLIES),
            id="here and there",
        ),
        pytest.param(FIRST, plain(ASKED, REPLIES, scenario=DANA), id="the situation in the stem, and apart"),
        pytest.param(
            plain(ASKED, REPLIES, scenario=DANA),
            plain("What should Luis say to her first?", REPLIES, scenario=DANA),
            id="under one scenario",
        ),
        pytest.param(
            plain(LONG, "Vault | Shelf | Drawer"),
            plain(LONG.replace("Boston", "Salem"), "Ice | Fire | Wind"),
            id="a long question, other options",
        ),
        pytest.param(plain("What is empathy?", OTHERS), plain("What is empathy?", OTHERS), id="short, the same key"),
        pytest.param(
            multiple("Which two invite her in?", "Ask her | Wait for her", "Tell her | Leave her"),
            multiple("Which two invite her in?", "Ask her | Wait for her", "Push her | Leave her"),
            id="several keys",
        ),
    ],
)
def test_near_duplicates(one: Item, other: Item) -> None:
    ((where, finding),) = found_together("B603", views([one, other]))

    assert where == "item-2"
    assert finding.route == ("stem",)
    assert finding.message == 'it asks nearly the same as the item "item-1"'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(plain(ASKED, REPLIES), plain(ASKED, OTHERS), id="one short stem, other options"),
        pytest.param(
            plain(ASKED, REPLIES, scenario=DANA),
            plain(ASKED, REPLIES, scenario="Ana got a raise and beams. She wants to tell her whole family tonight."),
            id="one stem and options, another situation",
        ),
        pytest.param(
            plain(ASKED, REPLIES, scenario=DANA), plain(ASKED, OTHERS, scenario=DANA), id="one scenario, other options"
        ),
        pytest.param(
            plain(ASKED, REPLIES, scenario=DANA),
            plain("Which reply makes her feeling small?", REPLIES, scenario=DANA),
            id="one scenario, another question",
        ),
        pytest.param(
            item(f"Which reply fits? | {REPLIES}", scenario=DANA),
            item("Which reply does not fit? | Everybody misses a bus | That sounds hard | There is one", scenario=DANA),
            id="one scenario, the question turned round",
        ),
        pytest.param(
            item("What is the capital of France? | Paris | Madrid | Rome"),
            item("What is the capital of Spain? | Madrid | Paris | Rome"),
            id="the same options, another key",
        ),
        pytest.param(
            plain(LONG, "Vault | Shelf | Drawer"),
            plain(
                LONG.replace("Which storage should it choose?", "How long may a search take?"),
                "A day | An hour | A week",
            ),
            id="one long passage, two questions",
        ),
        pytest.param(item("What is 12 x 7? | 84 | 74 | 96"), item("What is 13 x 7? | 91 | 84 | 74"), id="sums"),
        pytest.param(
            *matched_set(
                "replies",
                ["She says she is tired of trying. What fits?", "He asks where the groups meet. What fits?"],
                *REPLIES.split(" | "),
            ),
            id="a set",
        ),
    ],
)
def test_different_items(one: Item, other: Item) -> None:
    assert found_together("B603", views([one, other])) == []


def test_a_set_whose_situations_say_the_same_is_found() -> None:
    stems = [f"{DANA} {ASKED}", f"{DANA} {ASKED}".replace("Dana", "Ana")]
    keys_alike = [item(f"{stem} | {REPLIES}", set_="replies") for stem in stems]

    assert [where for where, _ in found_together("B603", views(keys_alike))] == ["item-2"]


def test_phrases_of_the_whole_bank_do_not_count() -> None:
    frame = "Read the situation with care, think of what the person wants, then choose the reply that you would give."
    items = [
        plain(f"{frame} Someone has been thinking about the a{n} and the b{n}.", f"c{n} | d{n} | e{n}")
        for n in range(20)
    ]

    assert found_together("B603", views(items)) == []
    assert len(found_together("B603", views([*items, items[3]]))) == 1


def test_each_copy_is_reported_once() -> None:
    found = found_together("B603", views([FIRST] * 30))
    assert [where for where, _ in found] == [f"item-{number}" for number in range(2, 31)]
