import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.exam.blueprint import Blueprint, apportion
from cps_quiz.core.questions.bank import TopicId

WEIGHTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.floats(0.01, 100), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("seats", "weights", "shares"),
    [
        pytest.param(50, {"a": 1, "b": 1, "c": 1, "d": 1}, [13, 13, 12, 12], id="equal: the earlier get the rest"),
        # Exact shares 2.6, 6.5, 3.9: rounded down 2, 6, 3; the two seats left go to .9 and .6.
        pytest.param(13, {"a": 2, "b": 5, "c": 3}, [3, 6, 4], id="largest remainders"),
        pytest.param(10, {"a": 1, "b": 0}, [10, 0], id="no weight, no seat"),
        pytest.param(1, {"a": 0, "b": 0, "c": 5}, [0, 0, 1], id="weightless parts get no rest either"),
        pytest.param(5, {"a": 0}, [0], id="nobody has weight"),
        pytest.param(0, {"a": 1}, [0], id="no seats"),
    ],
)
def test_seats_are_shared_by_largest_remainders(seats: int, weights: dict[str, float], shares: list[int]) -> None:
    assert list(apportion(seats, weights).values()) == shares


@given(seats=st.integers(0, 300), weights=WEIGHTS)
def test_no_part_is_a_whole_seat_off_and_all_seats_are_given(seats: int, weights: dict[str, float]) -> None:
    shares = apportion(seats, weights)

    whole = sum(weights.values())
    assert sum(shares.values()) == seats
    assert all(abs(shares[part] - seats * weight / whole) < 1 + 1e-9 for part, weight in weights.items())


def test_a_blueprint_tells_its_items_by_topic() -> None:
    blueprint = Blueprint({TopicId("goals"): 3, TopicId("choices"): 1}, items=20)

    assert blueprint.per_topic() == {"goals": 15, "choices": 5}
