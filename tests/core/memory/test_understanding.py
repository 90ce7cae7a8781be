from itertools import count

import pytest

from cps_quiz.core.memory.skills import Skill, SkillKind
from cps_quiz.core.memory.understanding import GROWTH, LATEST, FirstTry, Understanding, right_by
from cps_quiz.core.questions.bank import TopicId

GOALS, CHOICES = TopicId("goals"), TopicId("choices")
OWN, SMALL, FREE = (Skill(SkillKind.OBJECTIVE, name) for name in ("own", "small", "free"))
AIMS = {OWN: GOALS, SMALL: GOALS, FREE: CHOICES}
NOW = 100.0


def tries(aim: Skill, *results: bool, chance: float = 0.25) -> list[FirstTry]:
    return [FirstTry(aim, AIMS[aim], at, right, chance) for at, right in zip(count(1.0), results)]


def understood(*told: FirstTry, practice: dict[Skill, list[float]] | None = None) -> Understanding:
    found = Understanding(AIMS, practice or {})
    found.learn(told)
    return found


def test_before_any_answer_half_of_what_is_not_guessed_is_expected() -> None:
    assert understood().right(OWN, NOW, 0.0) == pytest.approx(0.5)
    assert understood().right(OWN, NOW, 0.5) == pytest.approx(0.75)


def test_answers_tell_most_of_their_aim_less_of_its_topic_and_least_of_other_topics() -> None:
    before, after = understood(), understood(*tries(OWN, *[True] * 6))
    gains = [after.right(aim, NOW, 0.25) - before.right(aim, NOW, 0.25) for aim in (OWN, SMALL, FREE)]
    assert gains[0] > gains[1] > gains[2] > 0


def test_misses_lower_what_is_expected() -> None:
    assert understood(*tries(OWN, *[False] * 4)).right(OWN, NOW, 0.25) < understood().right(OWN, NOW, 0.25)


def test_a_right_answer_tells_less_the_easier_it_is_to_guess() -> None:
    hard, easy = (understood(*tries(OWN, True, chance=chance)).right(OWN, NOW, 0.0) for chance in (0.0, 0.5))
    assert hard > easy > 0.5


def test_of_late_answers_count_more_than_earlier_ones() -> None:
    better, worse = [False] * 5 + [True] * 5, [True] * 5 + [False] * 5
    assert understood(*tries(OWN, *better)).right(OWN, NOW, 0.25) > understood(*tries(OWN, *worse)).right(
        OWN, NOW, 0.25
    )


def test_practice_helps_and_fades() -> None:
    assert GROWTH > 0
    none, fresh, old = (understood(practice={OWN: days}).right(OWN, NOW, 0.25) for days in ([], [99.0] * 9, [1.0] * 9))
    assert fresh > old > none


def test_practice_to_come_does_not_help_yet() -> None:
    assert understood(practice={OWN: [NOW + 1] * 9}).right(OWN, NOW, 0.25) == understood().right(OWN, NOW, 0.25)


def test_the_more_answers_the_surer() -> None:
    spread = [understood(*tries(OWN, *[True, False] * n)).variance({SMALL: 1.0}, NOW) for n in (0, 2, 20)]
    assert spread == sorted(spread, reverse=True)
    assert spread[0] == pytest.approx(1 + 0.09 + 3.0)


def test_only_the_latest_answers_are_looked_at() -> None:
    many = tries(OWN, *[False] * 50, *[True] * LATEST)
    assert understood(*many).right(OWN, NOW, 0.25) == understood(*many[50:]).right(OWN, NOW, 0.25)


def test_what_is_uncertain_is_nearer_to_the_middle() -> None:
    assert right_by(2.0, 0.0) > right_by(2.0, 0.0, 4.0) > 0.5
