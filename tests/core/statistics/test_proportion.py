import pytest

from cps_quiz.core.statistics.proportion import FEW, wilson


@pytest.mark.parametrize(
    ("right", "asked", "low", "high"),
    [
        # By hand with z = 1.959964: (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n).
        pytest.param(5, 10, 0.2366, 0.7634, id="half of ten"),
        pytest.param(38, 50, 0.6259, 0.8570, id="38 of 50"),
        pytest.param(1, 4, 0.0456, 0.6994, id="one of four"),
        # Brown, Cai & DasGupta: with no success the upper bound is z^2 / (n + z^2).
        pytest.param(0, 10, 0.0, 0.2775, id="none of ten"),
        pytest.param(10, 10, 0.7225, 1.0, id="all of ten"),
        pytest.param(0, 0, 0.0, 1.0, id="nothing asked"),
    ],
)
def test_the_interval_is_wilsons(right: int, asked: int, low: float, high: float) -> None:
    found = wilson(right, asked)

    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_few_tries_are_those_whose_interval_can_span_more_than_half_of_the_scale() -> None:
    widest = {asked: max(wilson(n, asked).high - wilson(n, asked).low for n in range(asked + 1)) for asked in (11, 12)}

    assert widest[FEW - 1] > 0.5 >= widest[FEW]
