import pytest
from whole_banks import item, views

from cps_quiz.core.questions.bank import Item
from cps_quiz.lint.guessing.guessers import guessers

WARM = "What helps? | Listen and share | Tell her what to do | Wait"


def chosen(name: str, asked: Item) -> list[str]:
    (view,) = views([asked])
    guesser = {guesser.name: guesser for guesser in guessers([view])}[name]
    return [option.text for option in guesser.choose(view)]


@pytest.mark.parametrize(
    ("name", "asked", "expected"),
    [
        pytest.param("longest option", item("Q? | aa | bbb | c"), ["bbb"], id="longest"),
        pytest.param("longest option", item("Q? | aa | bb | c"), ["aa", "bb"], id="longest, tied"),
        pytest.param("shortest option", item("Q? | aa | bbb | c"), ["c"], id="shortest"),
        pytest.param("position 1", item("Q? | key | b | c"), ["key"], id="first"),
        pytest.param("position 3", item("Q? | key | b | c", key=1), ["c"], id="third"),
        pytest.param(
            "echo of the question",
            item("How do goals grow? | Rain | Growing | Goals that grow"),
            ["Goals that grow"],
            id="words of the stem in any form",
        ),
        pytest.param(
            "echo of the question",
            item("What now? | A walk | A pause | A song", scenario="She paused."),
            ["A pause"],
            id="words of the scenario",
        ),
        pytest.param("echo of the question", item("What now? | aa | b | c"), ["aa", "b", "c"], id="no echo"),
        pytest.param(
            "most like the others",
            item("Q? | Small step | Small plan | Great step | Song"),
            ["Small step"],
            id="convergence",
        ),
        pytest.param(
            "most like the others",
            item("Q? | Step, step, step | Hill | Road"),
            ["Step, step, step", "Hill", "Road"],
            id="an option is not like itself",
        ),
        pytest.param("fewest absolutes", item("Q? | Ask | Always ask | Never ask"), ["Ask"], id="absolutes"),
        pytest.param(
            "most hedged", item("Q? | Ask | It may often help | You might ask"), ["It may often help"], id="hedges"
        ),
        pytest.param("kindest tone", item(WARM), ["Listen and share"], id="kindest"),
        pytest.param("kindest tone", item(WARM)._replace(negative=True), ["Tell her what to do"], id="negative"),
        pytest.param(
            "kindest tone",
            item("Which does NOT help? | Tell her | Listen | Wait"),
            ["Tell her"],
            id="a NOT in the stem",
        ),
        pytest.param("kindest tone", item("Q? | Dusk | Dawn | Noon"), ["Dusk", "Dawn", "Noon"], id="no tone"),
    ],
)
def test_a_guesser_takes_what_its_trick_finds_best(name: str, asked: Item, expected: list[str]) -> None:
    assert chosen(name, asked) == expected


def test_a_position_that_an_item_does_not_have_is_guessed_at_random() -> None:
    items = views([item("Q? | a | b | c"), item("Q? | a | b | c | d")])
    fourth = next(guesser for guesser in guessers(items) if guesser.name == "position 4")

    assert [len(fourth.choose(view)) for view in items] == [3, 1]


def test_nobody_but_the_positions_is_blind_to_the_texts() -> None:
    items = views([item("Q? | a | b | c | d")])
    assert [guesser.name for guesser in guessers(items) if not guesser.reads] == [f"position {n}" for n in (1, 2, 3, 4)]
