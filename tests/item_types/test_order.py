import pytest

from cps_quiz.core.questions.response import Arranged
from cps_quiz.item_types.order import Order


@pytest.mark.parametrize(
    ("shown", "points"),
    [
        pytest.param("abcd", 6 / 6, id="right"),
        pytest.param("bacd", 5 / 6, id="first-two-swapped"),
        pytest.param("abdc", 5 / 6, id="last-two-swapped"),
        pytest.param("badc", 4 / 6, id="both-pairs-swapped"),
        pytest.param("bcda", 3 / 6, id="first-step-last"),
        pytest.param("dbca", 1 / 6, id="ends-swapped"),
        pytest.param("dcba", 0 / 6, id="backwards"),
        pytest.param("abc", 3 / 3, id="three-right"),
        pytest.param("cab", 1 / 3, id="last-step-first"),
        pytest.param("ba", 0 / 1, id="two-swapped"),
        pytest.param("abcdfe", 14 / 15, id="one-slip-of-six"),
    ],
)
def test_the_share_of_pairs_of_steps_in_the_right_order(shown: str, points: float) -> None:
    body = Order(tuple(sorted(shown)), "W")
    response = Arranged(tuple(body.steps.index(step) for step in shown))
    assert body.score(response).points == pytest.approx(points)
