from itertools import permutations

import pytest

from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Option, Write
from cps_quiz.core.questions.response import Arranged, Chosen, Response
from cps_quiz.ui.listening.answer_line import parse, places_in

OPTIONS = tuple(Option(text, correct=text == "one", why="So.") for text in ("one", "two", "three"))
ONE, SOME = ChooseOne(OPTIONS), ChooseSome(OPTIONS)
ORDER = Arrange(("one", "two", "three"), "So.")
SHOWN = (2, 0, 1)


@pytest.mark.parametrize(
    ("line", "interaction", "response"),
    [
        pytest.param("a", ONE, Chosen((2,)), id="letter"),
        pytest.param("B", ONE, Chosen((0,)), id="capital"),
        pytest.param("3", ONE, Chosen((1,)), id="digit"),
        pytest.param(" a ", ONE, Chosen((2,)), id="spaces-around"),
        pytest.param("a,", ONE, Chosen((2,)), id="comma-behind"),
        pytest.param("a", SOME, Chosen((2,)), id="one-of-several"),
        pytest.param("a,c", SOME, Chosen((1, 2)), id="commas"),
        pytest.param("c a", SOME, Chosen((1, 2)), id="in-any-order"),
        pytest.param("ca", SOME, Chosen((1, 2)), id="together"),
        pytest.param("1; 3", SOME, Chosen((1, 2)), id="digits"),
        pytest.param("a a", SOME, Chosen((2,)), id="twice-is-once"),
        pytest.param("b c a", ORDER, Arranged((0, 1, 2)), id="order"),
        pytest.param("2,3,1", ORDER, Arranged((0, 1, 2)), id="order-in-digits"),
    ],
)
def test_a_line_means_a_response_in_authored_indices(line: str, interaction: Interaction, response: Response) -> None:
    assert parse(line, interaction, SHOWN) == response


@pytest.mark.parametrize(
    ("line", "interaction", "help_"),
    [
        pytest.param("d", ONE, "type one of a, b, c", id="too-far"),
        pytest.param("0", ONE, "type one of a, b, c", id="zero"),
        pytest.param("\N{SUPERSCRIPT TWO}", ONE, "type one of a, b, c", id="a-digit-of-another-kind"),
        pytest.param("a b", ONE, "type one of a, b, c", id="two-for-one"),
        pytest.param("maybe", ONE, "type one of a, b, c", id="word"),
        pytest.param(",", SOME, "type some of a, b, c, like a,c", id="separators-alone"),
        pytest.param("a,d", SOME, "type some of a, b, c, like a,c", id="one-too-far"),
        pytest.param("a b", ORDER, "type all of a, b, c in your order, like c b a", id="one-missing"),
        pytest.param("a b b", ORDER, "type all of a, b, c in your order, like c b a", id="one-twice"),
        pytest.param("a b c a", ORDER, "type all of a, b, c in your order, like c b a", id="one-too-many"),
    ],
)
def test_a_line_without_meaning_says_what_is_wanted(line: str, interaction: Interaction, help_: str) -> None:
    assert parse(line, interaction, SHOWN) == f'"{line}" is no answer here; {help_}'


@pytest.mark.parametrize(
    "shown", [pytest.param(order, id="".join(map(str, order))) for order in permutations(range(3))]
)
def test_the_right_order_can_always_be_typed(shown: tuple[int, ...]) -> None:
    line = " ".join("abc"[shown.index(step)] for step in range(3))

    assert parse(line, ORDER, shown) == Arranged((0, 1, 2))


@pytest.mark.parametrize(
    ("line", "places"),
    [
        pytest.param("1 3", (0, 2), id="numbers"),
        pytest.param("b", (1,), id="letter"),
        pytest.param("4", None, id="too-far"),
        pytest.param("none", None, id="word"),
        pytest.param("", None, id="empty"),
    ],
)
def test_points_are_named_by_place(line: str, places: tuple[int, ...] | None) -> None:
    points = Write(("x", "y", "z"), "Example.", "So.")

    assert places_in(line, len(points.looks_for)) == places
