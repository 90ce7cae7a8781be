"""Formulas against published values, and against small tables worked by hand."""

from collections import Counter
from itertools import product
from math import sqrt
from random import Random
from statistics import quantiles

import pytest

from cps_quiz.core.statistics.correlation import Sums, correlation, fisher_interval, shrunk_correlations, total
from cps_quiz.core.statistics.distractors import Taken, Verdict, functions, is_idle, is_weak, verdict
from cps_quiz.core.statistics.f_distribution import f_quantile, incomplete_beta
from cps_quiz.core.statistics.facility import prior, shrunk_facility
from cps_quiz.core.statistics.reliability import (
    Scores,
    bootstrap_interval,
    feldt_interval,
    kr20,
    kr21,
    person_error,
    standard_error,
)


def test_feldts_interval_as_published() -> None:
    assert feldt_interval(0.913, 873, 20) == pytest.approx((0.9044024, 0.9211588), abs=1e-7)


@pytest.mark.parametrize(
    ("share", "first", "second", "value"),
    [
        pytest.param(0.95, 1, 10, 4.964603, id="one-and-ten"),
        pytest.param(0.95, 5, 2, 19.29641, id="five-and-two"),
        pytest.param(0.975, 10, 20, 2.773671, id="ten-and-twenty"),
        pytest.param(0.5, 7, 7, 1.0, id="median-of-equals"),
    ],
)
def test_quantiles_of_f_as_in_tables(share: float, first: float, second: float, value: float) -> None:
    assert f_quantile(share, first, second) == pytest.approx(value, abs=1e-5)


def test_the_incomplete_beta_function_where_it_is_simple() -> None:
    assert incomplete_beta(0.3, 1, 1) == pytest.approx(0.3)
    assert incomplete_beta(0.25, 2, 1) == pytest.approx(0.0625)
    assert incomplete_beta(0.5, 40, 40) == pytest.approx(0.5)


def of_people(pairs: list[tuple[float, float]]) -> Sums:
    return total(Sums(1, x, x * x, r, r * r, x * r) for x, r in pairs)


def test_a_correlation_by_hand() -> None:
    pairs = [(0.0, 0.2), (1.0, 0.4), (1.0, 0.8), (0.0, 0.6)] * 3
    # x: mean .5, spread .25; r: mean .5, spread .05; both: (0 - .1 ...) = .05 / 2
    assert correlation(of_people(pairs)) == pytest.approx(0.05 / sqrt(0.25 * 0.05))


def test_no_correlation_of_few_or_of_what_does_not_vary() -> None:
    assert correlation(of_people([(0.0, 0.2), (1.0, 0.4)])) is None
    assert correlation(of_people([(1.0, n / 20) for n in range(20)])) is None


def test_fishers_interval() -> None:
    # atanh .5 = .5493, 1.96 / 5 = .3920
    assert fisher_interval(0.5, 28) == pytest.approx((0.1561, 0.7358), abs=1e-4)


def test_shrinking_draws_towards_the_mean_and_keeps_the_order() -> None:
    found = shrunk_correlations([(0.1, 50), (0.3, 50), (0.9, 50)])
    assert 0.1 < found[0] < found[1] < found[2] < 0.9
    assert shrunk_correlations([(0.3, 20), (0.3, 20)]) == pytest.approx([0.3, 0.3])


def test_facilities_lean_on_the_bank() -> None:
    known = prior([(2, 20), (10, 20), (18, 20)])
    assert known is not None
    assert 0.1 < shrunk_facility(2, 20, known) < 0.5
    assert shrunk_facility(10, 20, known) == pytest.approx(0.5)
    assert prior([(3, 10)]) is None


def four_people() -> tuple[Scores, dict[str, int]]:
    """Rights of three items: 111, 110, 100, 000."""
    return Scores(3, {3: 1, 2: 1, 1: 1, 0: 1}), {"a": 3, "b": 2, "c": 1}


def test_kr_20_by_hand() -> None:
    scores, rights = four_people()
    # variances with n - 1: items 3/12, 4/12, 3/12, scores 5/3: 3/2 (1 - (10/12)/(5/3)) = .75
    assert kr20(scores, rights) == pytest.approx(0.75)
    assert standard_error(scores, 0.75) == pytest.approx(sqrt(5 / 3 * 0.25))


def test_kr_21_by_hand() -> None:
    scores, _ = four_people()
    # 3/2 (1 - 1.5 * 1.5 / (3 * 5/3)) = .825
    assert kr21(scores) == pytest.approx(0.825)


def test_the_bootstrap_holds_the_value_and_repeats() -> None:
    scores = Scores(20, dict.fromkeys(range(3, 19), 5))
    value, interval = kr21(scores), bootstrap_interval(scores)
    assert value is not None
    assert interval is not None
    assert interval.low < value < interval.high
    assert bootstrap_interval(scores) == interval


def test_the_bootstrap_draws_people_as_drawing_them_one_by_one_would() -> None:
    people = {score: round(900 * 0.9 ** abs(score - 24)) for score in range(41)}
    scores, chance, plain = Scores(40, people), Random(3), list[float]()
    for _ in range(400):
        drawn = Counter(chance.choices(list(people), list(people.values()), k=scores.n))
        plain.append(kr21(Scores(40, drawn)) or 0.0)
    interval, ends = bootstrap_interval(scores), quantiles(plain, n=40)
    assert interval is not None
    width = ends[-1] - ends[0]
    assert interval.low == pytest.approx(ends[0], abs=0.1 * width)
    assert interval.high == pytest.approx(ends[-1], abs=0.1 * width)


def test_scores_that_do_not_vary_say_nothing() -> None:
    scores = Scores(5, {3: 30})
    assert kr20(scores, {"a": 30}) is None
    assert kr21(scores) is None
    assert bootstrap_interval(scores) is None


def test_the_error_of_one_person() -> None:
    assert person_error(8, 17) == pytest.approx(sqrt(8 * 9 / 16))


def test_nobody_at_all_proves_something_from_73_people_on() -> None:
    assert next(n for n in range(1, 100) if is_idle(Taken(0, n, None, n))) == 73


@pytest.mark.parametrize(
    ("taken", "judged", "works"),
    [
        pytest.param(Taken(60, 200, -0.4, 200), Verdict.WORKS, True, id="works"),
        pytest.param(Taken(2, 200, -0.1, 200), Verdict.DOES_NOT, False, id="hardly-anybody"),
        pytest.param(Taken(60, 200, 0.3, 200), Verdict.DOES_NOT, False, id="those-who-know"),
        pytest.param(Taken(60, 200, 0.05, 200), Verdict.CANNOT_TELL, False, id="may-be-chance"),
        pytest.param(Taken(3, 20, -0.2, 20), Verdict.CANNOT_TELL, True, id="few"),
        pytest.param(Taken(60, 200, None, 0), Verdict.CANNOT_TELL, False, id="no-rest"),
    ],
)
def test_verdicts(taken: Taken, judged: Verdict, works: bool) -> None:  # noqa: FBT001
    assert (verdict(taken), functions(taken)) == (judged, works)


def test_an_item_is_weak_when_its_whole_interval_says_so() -> None:
    assert is_weak(-0.2, 200)
    assert not is_weak(0.05, 200)
    assert not any(is_weak(r, n) for r, n in product((0.0, -0.1), (20, 40)))
