from fractions import Fraction
from itertools import count, product
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.memory.skills import Skill, SkillKind
from cps_quiz.core.memory.understanding import (
    HALF,
    HUGE,
    IDEAS,
    KEPT,
    KNOWN,
    LATEST,
    TEMPTED,
    YEAR,
    Answered,
    Share,
    Understanding,
    followed,
    untempted,
)

OWN, OTHER = (Skill(SkillKind.OBJECTIVE, name) for name in ("own", "other"))
BY_HEART = 0.9
NOW = 1000.0


def told(aim: Skill, *results: float, chance: float = 0.25, recalled: float = 0.0) -> list[Answered]:
    return [Answered(aim, at, right, chance, recalled) for at, right in zip(count(NOW - 900), results)]


def understood(*answers: Answered, days: float = 0.0) -> Understanding:
    """Right after the answers, or some days after the last one."""
    last = max((one.at for one in answers), default=NOW)
    return Understanding(answers, last + days, BY_HEART)


def enumerated(odds: list[tuple[float, float]], learns: float) -> tuple[float, float]:
    """Both parts of a path by all moments at which the step may be taken: after an answer, twice after a miss."""
    chances = [2 if wrong else 1 for _, wrong in odds]
    learned = still = 0.0
    for taken in range(len(odds) + 1):
        likely = 1.0
        for place, (odd, _) in enumerate(odds):
            stays = (1 - learns) ** chances[place]
            likely *= odd * (1 - stays if place == taken else stays) if place <= taken else 1.0
        if taken == len(odds):
            still += likely
        else:
            learned += likely
    return learned, still


@given(
    odds=st.lists(st.tuples(st.floats(0.01, 10), st.sampled_from([0.0, 1.0])), max_size=8),
    learns=st.floats(0.0, 1.0),
    before=st.floats(0.01, 0.99),
)
def test_the_forward_algorithm_gives_what_all_ways_together_give(
    odds: list[tuple[float, float]], learns: float, before: float
) -> None:
    path = followed(odds, learns)
    learned, still = enumerated(odds, learns)
    assert [path.learned, path.still, path.unit] == pytest.approx([learned, still, 0.0])
    whole = before + (1 - before) * (learned + still)
    assert path.likely(before) == pytest.approx(log(whole), abs=1e-9)
    assert path.known(before) == pytest.approx((before + (1 - before) * learned) / whole)


@pytest.mark.parametrize("odd", [9.5, 0.1])
def test_many_answers_neither_overflow_nor_vanish(odd: float) -> None:
    path = followed([(odd, 1.0)] * LATEST, 0.05)
    learned, still, stays = Fraction(0), Fraction(1), Fraction(0.95) ** 2
    for _ in range(LATEST):
        learned, still = learned + still * Fraction(odd) * (1 - stays), still * Fraction(odd) * stays
    half = Fraction(1, 2)
    assert path.likely(0.5) == pytest.approx(logarithm(half + half * (learned + still)))
    assert path.known(0.5) == pytest.approx(float((1 + learned) / (1 + learned + still)))
    assert (path.unit > 0) is (still > HUGE)


def logarithm(whole: Fraction) -> float:
    return log(whole.numerator) - log(whole.denominator)


def averaged(results: list[bool], chance: float) -> float:
    """The chance that an unseen question is right, by Bayes' rule over all worlds and all ways through them."""
    top = bottom = 0.0
    for idea in IDEAS:
        worlds = list(product(idea.slips, idea.eases, idea.learns, KNOWN))
        priors = [before * (1 - before) for *_, before in worlds]
        for (slip, ease, learns, before), prior in zip(worlds, priors, strict=True):
            for states in product((False, True), repeat=len(results) + 1):
                likely = idea.share * prior / sum(priors) * (before if states[0] else 1 - before)
                for number, right in enumerate(results):
                    known = 1 - slip if states[number] else (chance + (1 - chance) * ease) * untempted(number)
                    stays = (1 - learns) ** (1 if right else 2)
                    likely *= known if right else 1 - known
                    if states[number]:
                        likely *= states[number + 1]
                    else:
                        likely *= 1 - stays if states[number + 1] else stays
                next_ = 1 - slip if states[-1] else (chance + (1 - chance) * ease) * untempted(len(results))
                top, bottom = top + likely * next_, bottom + likely
    return top / bottom


@pytest.mark.parametrize("results", [[], [True], [False, True], [True, True, False, True]])
@pytest.mark.parametrize("chance", [0.25, 0.5])
def test_worlds_are_averaged_by_how_well_they_foretold_the_answers(results: list[bool], chance: float) -> None:
    found = understood(*told(OWN, *results, chance=chance))
    assert found.right(OWN, chance) == pytest.approx(averaged(results, chance), abs=1e-3)


def test_a_score_is_the_sum_of_its_aims() -> None:
    found = understood(*told(OWN, 1, 0, 1), *told(OTHER, 0, 0))
    shares = {OWN: Share(0.75, 0.75 * 0.25), OTHER: Share(0.25, 0.25 * 0.5)}
    assert found.score(shares).mean == pytest.approx(0.75 * found.right(OWN, 0.25) + 0.25 * found.right(OTHER, 0.5))


def test_variance_is_that_between_worlds_and_that_within_them() -> None:
    """Of one aim that weighs 1: by the law of total variance, of the levels that the aim may be at."""
    found = understood(*told(OWN, 1, 1, 0))
    levels = []
    for world in found.worlds:
        known = world.known[OWN]
        guessed = untempted(3) * (0.25 + 0.75 * world.ease)
        levels += [(world.likely * known, 1 - world.slip), (world.likely * (1 - known), guessed)]
    mean = sum(likely * level for likely, level in levels)
    expected = found.score({OWN: Share(1.0, 0.25)})
    assert expected.mean == pytest.approx(mean)
    assert expected.variance == pytest.approx(sum(likely * (level - mean) ** 2 for likely, level in levels))


def test_guesses_get_better_as_misconceptions_are_corrected() -> None:
    assert [untempted(answers) for answers in (0, 2, 4)] == pytest.approx([0.5, 0.75, 0.875])
    assert (TEMPTED, HALF) == (0.5, 2.0)


def test_answers_tell_most_of_their_aim_and_something_of_others() -> None:
    before, after = understood(), understood(*told(OWN, *[1] * 6))
    gains = [after.right(aim, 0.25) - before.right(aim, 0.25) for aim in (OWN, OTHER)]
    assert gains[0] > gains[1] > 0


def test_misses_lower_what_is_expected() -> None:
    assert understood(*told(OWN, *[0] * 4)).right(OTHER, 0.25) < understood().right(OTHER, 0.25)


def test_a_right_answer_tells_less_the_easier_it_is_to_guess() -> None:
    hard, easy = (understood(*told(OWN, 1, chance=chance)).right(OWN, 0.0) for chance in (0.0, 0.5))
    assert hard > easy > understood().right(OWN, 0.0)


def test_a_right_answer_tells_less_the_likelier_the_item_is_known_by_heart() -> None:
    chances = [understood(*told(OWN, 1, recalled=recalled)).right(OWN, 0.25) for recalled in (0.0, 0.5, 1.0)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > chances[2]


def test_what_is_known_by_heart_only_tells_nothing_but_that_it_was_practiced() -> None:
    once, often = (understood(*told(OWN, result, recalled=1.0)) for result in (0.3, 0.7))
    assert sum(world.likely for world in once.worlds) == pytest.approx(1)
    assert once.right(OTHER, 0.25) == pytest.approx(often.right(OTHER, 0.25)) == understood().right(OTHER, 0.25)


def test_of_late_answers_count_more_than_earlier_ones() -> None:
    better, worse = [0] * 5 + [1] * 5, [1] * 5 + [0] * 5
    assert understood(*told(OWN, *better)).right(OWN, 0.25) > understood(*told(OWN, *worse)).right(OWN, 0.25)


def test_who_masters_one_aim_after_another_learns_in_steps_and_who_never_changes_does_not() -> None:
    """The share of the first idea's slips: aims that are all right beside aims that are mixed, or all mixed."""
    aims = [Skill(SkillKind.OBJECTIVE, f"aim {n}") for n in range(12)]
    steps = [one for n, aim in enumerate(aims) for one in told(aim, *([1] * 8 if n % 2 else [0, 0, 1, 0, 0, 0, 1, 0]))]
    alike = [
        one for n, aim in enumerate(aims) for one in told(aim, *([1, 0, 1, 1, 0, 0, 1, 0] if n % 2 else [0, 1] * 4))
    ]
    shares = [
        sum(world.likely for world in understood(*answers).worlds if world.slip in IDEAS[0].slips)
        for answers in (steps, alike)
    ]
    assert shares[0] > 0.95
    assert shares[1] < 0.05


def test_who_only_guesses_is_told_so() -> None:
    aims = [Skill(SkillKind.OBJECTIVE, f"aim {n}") for n in range(30)]
    guesses = [one for n, aim in enumerate(aims) for one in told(aim, *([0, 0, 1, 0] if n % 2 else [1, 0, 0, 0]))]
    assert understood(*guesses).right(aims[0], 0.25) < 0.35


def test_a_year_without_practice_leaves_what_studies_found() -> None:
    """What was gained beyond guessing."""
    answers = told(OWN, *[1] * 30)
    now, later = (understood(*answers, days=days).right(OWN, 0.25) for days in (0.0, YEAR))
    guessed = understood(*answers, days=1e6).right(OWN, 0.25)
    assert (later - guessed) / (now - guessed) == pytest.approx(KEPT)


def test_a_clock_that_went_back_changes_nothing() -> None:
    answers = told(OWN, 1, 0, 1)
    assert understood(*answers, days=-5).right(OWN, 0.25) == understood(*answers).right(OWN, 0.25)


def test_only_the_latest_answers_are_looked_at() -> None:
    many = told(OWN, *[0] * 50, *[1] * LATEST)
    assert understood(*many).right(OWN, 0.25) == understood(*many[50:]).right(OWN, 0.25)


def test_the_more_answers_the_surer() -> None:
    spread = [understood(*told(OWN, *[1, 0] * n)).score({OTHER: Share(1.0, 0.25)}).variance for n in (0, 2, 20)]
    assert spread == sorted(spread, reverse=True)


def test_no_answer_at_all_is_the_middle_of_what_is_thought_possible() -> None:
    assert 0.4 < understood().right(OWN, 0.25) < 0.6
    assert sum(exp(log(before * (1 - before))) for before in KNOWN) == pytest.approx(0.85)
