from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.questions.scoring import Score, choice_score, order_score, points_score


@pytest.mark.parametrize(
    ("chosen", "key", "points"),
    [
        pytest.param((1,), (1,), 1.0, id="the key of a single choice"),
        pytest.param((0,), (1,), 0.0, id="a distractor"),
        pytest.param((), (1,), 0.0, id="nothing chosen"),
        pytest.param((0, 2), (0, 2), 1.0, id="both of two"),
        pytest.param((0,), (0, 2), 0.5, id="one of two"),
        pytest.param((0, 1), (0, 2), 0.0, id="a right one and a wrong one cancel"),
        pytest.param((0, 1, 2), (0, 2), 0.5, id="a wrong one costs as much as a right one earns"),
        pytest.param((0, 1, 2, 3), (0, 2), 0.0, id="everything ticked earns nothing"),
        pytest.param((1, 3), (0, 2), 0.0, id="never below nothing"),
        pytest.param((0, 1, 4), (0, 1, 2), 1 / 3, id="two right and one wrong of three"),
    ],
)
def test_choices_earn_right_minus_wrong_over_the_key(
    chosen: tuple[int, ...], key: tuple[int, ...], points: float
) -> None:
    assert choice_score(chosen, key).points == pytest.approx(points)


@settings(deadline=None)
@given(
    key=st.sets(st.integers(0, 5), min_size=1),
    chosen=st.sets(st.integers(0, 5)),
    more=st.integers(0, 5),
)
def test_adding_a_choice_helps_when_it_is_right_and_never_when_it_is_wrong(
    key: set[int], chosen: set[int], more: int
) -> None:
    before = choice_score(chosen - {more}, key).points
    after = choice_score(chosen | {more}, key).points
    assert before <= after if more in key else after <= before


@settings(deadline=None)
@given(key=st.sets(st.integers(0, 5), min_size=1), chosen=st.sets(st.integers(0, 5)))
def test_only_the_exact_key_makes_a_full_choice(key: set[int], chosen: set[int]) -> None:
    score = choice_score(chosen, key)
    assert 0.0 <= score.points <= 1.0
    assert score.full == (chosen == key)


@pytest.mark.parametrize(
    ("steps", "points"),
    [
        pytest.param((0, 1, 2, 3), 1.0, id="right"),
        pytest.param((3, 2, 1, 0), 0.0, id="backwards"),
        pytest.param((1, 0, 2, 3), 5 / 6, id="two neighbours swapped"),
        pytest.param((3, 0, 1, 2), 3 / 6, id="the last one first"),
        pytest.param((1, 0), 0.0, id="two steps swapped"),
        pytest.param((), 0.0, id="nothing handed in"),
    ],
)
def test_an_order_earns_the_share_of_pairs_in_order(steps: tuple[int, ...], points: float) -> None:
    assert order_score(steps).points == pytest.approx(points)


@pytest.mark.parametrize("size", range(2, 7))
def test_only_the_right_order_makes_every_point(size: int) -> None:
    full = [steps for steps in permutations(range(size)) if order_score(steps).full]
    assert full == [tuple(range(size))]


@pytest.mark.parametrize(
    ("made", "of", "points"),
    [
        pytest.param((), 3, 0.0, id="none"),
        pytest.param((1,), 4, 0.25, id="one of four"),
        pytest.param((0, 1, 2), 3, 1.0, id="all"),
    ],
)
def test_a_reflection_earns_the_share_of_points_made(made: tuple[int, ...], of: int, points: float) -> None:
    assert points_score(made, of).points == points


@pytest.mark.parametrize(
    ("points", "full"),
    [
        pytest.param(1.0, True, id="all"),
        pytest.param(0.99, False, id="nearly all"),
        pytest.param(0.0, False, id="nothing"),
    ],
)
def test_a_score_is_full_with_every_point_only(points: float, full: bool) -> None:  # noqa: FBT001
    assert Score(points).full is full
