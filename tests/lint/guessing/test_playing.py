from fractions import Fraction

import pytest
from choices import multiple
from whole_banks import item, matched_set, views

from cps_quiz.core.questions.bank import Item
from cps_quiz.lint.guessing.playing import Result, countable, play


def result(name: str, items: list[Item]) -> Result:
    return next(result for result in play(views(items)) if result.guesser.name == name)


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        pytest.param(item("Q? | a | b | c"), True, id="three options"),
        pytest.param(item("Q? | a | b"), False, id="two options"),
        pytest.param(multiple("Q?", "a | b", "c | d"), False, id="several keys"),
    ],
)
def test_single_items_with_three_options_count(asked: Item, *, counts: bool) -> None:
    assert bool(countable(views([asked]))) is counts


def test_ties_are_shared_equally() -> None:
    longest = result(
        "longest option",
        [item("Q? | long | a | b"), item("Q? | same | also | b"), item("Q? | aa | bb | cc"), item("Q? | a | long | b")],
    )

    assert longest.points == Fraction(1) + Fraction(1, 2) + Fraction(1, 3)
    assert longest.chance == Fraction(4, 3)
    assert [longest.names_key(place) for place in range(4)] == [True, False, False, False]
    assert [round(longest.gain(place), 3) for place in range(4)] == [0.667, 0.167, 0.0, -0.333]


def test_a_key_that_is_always_long_is_no_luck() -> None:
    longest = result("longest option", [item("Q? | longer | a | b | c", key=n % 4) for n in range(20)])

    assert longest.points == 20
    assert longest.limit < 15
    assert longest.beats_chance


def test_a_set_cannot_be_guessed_whatever_its_words() -> None:
    items = [
        each
        for n in range(10)
        for each in matched_set(f"set-{n}", "ABCD", "Listen and share, always", "Never tell", "Wait", "You may ask")
    ]

    assert {float(found.points) for found in play(views(items))} == {10.0}


def test_all_guessers_share_the_risk_equally() -> None:
    items = [item("Q? | a | b | c | d", key=n % 4) for n in range(100)]

    # 12 guessers: 38 or more of 100 come up with 0.0027, 37 or more with 0.0052; 0.05/12 lies between.
    assert len(play(views(items))) == 12
    assert result("position 1", items).limit == 37


def test_luck_is_wider_for_the_guesser_that_learns_from_other_items() -> None:
    items = [item(f"Q? | word{n} | word{n + 1} | word{n + 2}") for n in range(40)]
    learnt = result("words of other keys", items)
    exact = Result(learnt.guesser._replace(luck=Fraction(1)), views(items), 0.05 / 11)

    assert (learnt.limit - learnt.chance) / (exact.limit - exact.chance) == Fraction(5, 4)
