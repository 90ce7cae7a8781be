import pytest

from cps_quiz.core.questions.bank import Misconception
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.search import find_misconceptions, near


def misconception(id_: str, name: str, means: str, *sounds_like: str) -> Misconception:
    return Misconception(MisconceptionId(id_), name, means, "It leaves people smaller.", "Ask.", sounds_like)


KNOWN = (
    misconception("directing-actions", "Directing", "Telling the person what to do.", "You need to call today."),
    misconception("giving-advice", "Giving direct advice", "Your opinion becomes the answer."),
    misconception("dictating-goals", "Dictating goals", "Directing hands out steps; here the aim is picked."),
    misconception("vague-goals", "Vague or oversized goals", "No picture and no step."),
    misconception("judging", "Judging", "A setback treated as failure.", "Dictating goals again?"),
    misconception("judging-progress", "Judging progress", "Counting good days."),
)


def found(words: str) -> list[str]:
    return [m.id for m in find_misconceptions(words, KNOWN)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        pytest.param("giving-advice", ["giving-advice"], id="an id"),
        pytest.param("giving advice", ["giving-advice"], id="an id with a space"),
        pytest.param("Giving Direct ADVICE", ["giving-advice"], id="a name in any case"),
        pytest.param("  judging ", ["judging"], id="a whole name, though another begins with it"),
        pytest.param("directing", ["directing-actions"], id="a whole name, though others mention it"),
        pytest.param("dictating goals", ["dictating-goals"], id="a whole name, though a saying holds it"),
        pytest.param("goals", ["dictating-goals", "vague-goals"], id="a word of two names"),
        pytest.param("oversized vague", ["vague-goals"], id="words of a name in any order"),
        pytest.param("setback", ["judging"], id="a word of the meaning"),
        pytest.param("call today", ["directing-actions"], id="words of a saying"),
        pytest.param("smaller", [m.id for m in KNOWN], id="a word of the harm"),
        pytest.param("advice setback", [], id="words that no one text holds together"),
        pytest.param("giving-advise", [], id="a typing error"),
    ],
)
def test_words_find_by_id_and_name_before_they_find_by_meaning(words: str, ids: list[str]) -> None:
    assert found(words) == ids


@pytest.mark.parametrize(
    ("name", "guesses"),
    [
        pytest.param("goal-seting", ("goal-setting",), id="a letter left out"),
        pytest.param("decison-making", ("decision-making",), id="another"),
        pytest.param("goal-settings", ("goal-setting",), id="a letter too many"),
        pytest.param("goals-001", ("goal-001", "goal-011"), id="the best guess first, two at most"),
        pytest.param("xyzzy", (), id="nothing like it"),
    ],
)
def test_a_typing_error_is_near_to_what_was_meant(name: str, guesses: tuple[str, ...]) -> None:
    known = ["decision-making", "goal-setting", "reflection", "goal-011", "goal-111", "goal-001"]
    assert near(name, known) == guesses
