import pytest

from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.item_types.multiple import Multiple


def body(marks: str) -> Multiple:
    """`+-+`: right, wrong, right."""
    return Multiple(tuple(Option(f"option {n}", mark == "+", "W") for n, mark in enumerate(marks)))


@pytest.mark.parametrize(
    ("marks", "chosen", "points"),
    [
        pytest.param("++--", (0, 1), 2 / 2, id="all-right"),
        pytest.param("++--", (0,), 1 / 2, id="one-of-two"),
        pytest.param("++--", (0, 1, 2), (2 - 1) / 2, id="all-right-and-one-wrong"),
        pytest.param("++--", (0, 2), (1 - 1) / 2, id="one-right-one-wrong"),
        pytest.param("++--", (0, 2, 3), 0, id="not-below-nothing"),
        pytest.param("++--", (0, 1, 2, 3), (2 - 2) / 2, id="everything"),
        pytest.param("++--", (2, 3), 0, id="only-wrong"),
        pytest.param("-+-+-+", (1, 3), 2 / 3, id="two-of-three"),
        pytest.param("-+-+-+", (0, 1, 3), (2 - 1) / 3, id="two-of-three-and-one-wrong"),
        pytest.param("-+-+-+", (1, 3, 5, 0), (3 - 1) / 3, id="three-of-three-and-one-wrong"),
        pytest.param("+---", (0,), 1 / 1, id="one-key"),
        pytest.param("+---", (0, 1), 0, id="one-key-and-one-wrong"),
        pytest.param("++++-", (0, 1, 2, 3), 4 / 4, id="all-of-four"),
        pytest.param("++++-", (0, 1, 2, 3, 4), (4 - 1) / 4, id="everything-where-nearly-all-is-right"),
        pytest.param("++++-", (), 0, id="nothing"),
    ],
)
def test_right_minus_wrong_choices_over_the_number_of_right_ones(
    marks: str, chosen: tuple[int, ...], points: float
) -> None:
    assert body(marks).score(Chosen(chosen)).points == pytest.approx(points)
