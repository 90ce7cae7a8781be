from fractions import Fraction
from itertools import product
from math import prod

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cps_quiz.lint.guessing.chance import Draw, chance, limit, tail

FOUR = Draw(1, 4)


@pytest.mark.parametrize(
    ("draws", "expected"),
    [
        pytest.param([], Fraction(0), id="nothing"),
        pytest.param([FOUR, FOUR], Fraction(1, 2), id="two of four options"),
        pytest.param([Draw(2, 4), Draw(4, 4)], Fraction(1, 2), id="ties change nothing"),
        pytest.param([FOUR, Draw(1, 3), Draw(1, 5)], Fraction(47, 60), id="different numbers of options"),
    ],
)
def test_chance_is_one_in_so_many_options(draws: list[Draw], expected: Fraction) -> None:
    assert chance(draws) == expected


@pytest.mark.parametrize(
    ("draws", "risk", "expected"),
    [
        pytest.param([], 0.05, Fraction(0), id="nothing"),
        # Both right: 1/16.
        pytest.param([FOUR] * 2, 0.07, Fraction(1), id="two right are rarer than 7 in 100"),
        pytest.param([FOUR] * 2, 0.05, Fraction(2), id="two right happen oftener than 5 in 100"),
        # Three right: 1/64 = 0.0156; two or more: 10/64 = 0.156.
        pytest.param([FOUR] * 3, 0.05, Fraction(2), id="three of three"),
        pytest.param([FOUR] * 3, 0.16, Fraction(1), id="two of three"),
        # 33 or more of 100: 0.0446; 32 or more: 0.0694.
        pytest.param([FOUR] * 100, 0.05, Fraction(32), id="a hundred of four options"),
        pytest.param([FOUR] * 100, 0.07, Fraction(31), id="a hundred, less strict"),
        # Both right: 1/2 * 1/3; one at least: 1 - 1/2 * 2/3.
        pytest.param([Draw(1, 2), Draw(1, 3)], 0.2, Fraction(1), id="different numbers of options"),
        pytest.param([Draw(1, 2), Draw(1, 3)], 0.1, Fraction(2), id="different numbers of options, stricter"),
        # A key among two tied of four earns a half point every other time.
        pytest.param([Draw(2, 4)] * 2, 0.3, Fraction(1, 2), id="half points: both is 1/4"),
        pytest.param([Draw(2, 4)] * 2, 0.2, Fraction(1), id="half points, stricter"),
        # 1 + 1/2: 1/8; 1 + 0: 1/8; 0 + 1/2: 3/8.
        pytest.param([FOUR, Draw(2, 4)], 0.2, Fraction(1), id="whole and half points"),
        pytest.param([FOUR, Draw(2, 4)], 0.3, Fraction(1, 2), id="whole and half points, less strict"),
        pytest.param([Draw(4, 4)] * 3, 0.001, Fraction(3, 4), id="all tied: no luck in it"),
    ],
)
def test_the_limit_is_what_hand_reckoning_says(draws: list[Draw], risk: float, expected: Fraction) -> None:
    assert limit(draws, risk) == expected


def spread(draws: list[Draw]) -> dict[Fraction, Fraction]:
    """All outcomes one by one."""
    found: dict[Fraction, Fraction] = {}
    for hits in product((True, False), repeat=len(draws)):
        points = sum((Fraction(hit, draw.tied) for hit, draw in zip(hits, draws, strict=True)), Fraction())
        among = [Fraction(draw.tied, draw.options) for draw in draws]
        likely = prod(share if hit else 1 - share for hit, share in zip(hits, among, strict=True))
        found[points] = found.get(points, Fraction()) + likely
    return found


drawn = st.integers(3, 6).flatmap(lambda options: st.builds(Draw, st.integers(1, options), st.just(options)))


@given(st.lists(drawn, min_size=1, max_size=7), st.floats(0.002, 0.5))
def test_more_than_the_limit_is_rare_and_the_limit_itself_is_not(draws: list[Draw], risk: float) -> None:
    outcomes = spread(draws)
    most = limit(draws, risk)
    more = float(sum(likely for points, likely in outcomes.items() if points > most))
    as_many = float(sum(likely for points, likely in outcomes.items() if points >= most))
    assume(min(abs(more - risk), abs(as_many - risk)) > 1e-9)

    assert outcomes[most] > 0
    assert more < risk < as_many


def test_ten_thousand_items_are_no_trouble() -> None:
    draws = [FOUR] * 7000 + [Draw(2, 4)] * 2000 + [Draw(3, 4)] * 1000
    assert 2500 < limit(draws, 0.004) < 2650


@pytest.mark.parametrize(
    ("draws", "found", "probability"),
    [
        pytest.param([FOUR] * 2, 0, 1, id="none or more"),
        pytest.param([FOUR] * 2, 1, 7 / 16, id="one or more"),
        pytest.param([Draw(2, 4), Draw(1, 3)], 1, 2 / 3, id="a tie counts whole"),
        pytest.param([FOUR] * 2, 3, 0, id="more than there are"),
    ],
)
def test_the_tail_says_how_likely_so_many_keys_are(draws: list[Draw], found: int, probability: float) -> None:
    assert tail(draws, found) == pytest.approx(probability)
