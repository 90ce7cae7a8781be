import pytest

from cps_quiz import errors
from cps_quiz.errors import ExitCode, QuizError


def test_exit_codes_are_those_of_the_documentation() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "FOUND": 1,
        "CANNOT_RUN": 2,
        "BUG": 70,
        "INTERRUPTED": 130,
    }


@pytest.mark.parametrize(
    ("error", "told"),
    [
        pytest.param(errors.PathNotFoundError("my/bank.yaml"), "my/bank.yaml", id="path"),
        pytest.param(errors.NoBankError("here, there"), "here, there", id="no-bank"),
        pytest.param(errors.BrokenBanksError("a.yaml:1:1: error", 2, " a.yaml"), "a.yaml:1:1: error", id="broken"),
        pytest.param(errors.UnknownNameError("topic", "slep", (), "There are: sleep."), '"slep"', id="unknown-name"),
        pytest.param(errors.NothingToAskError(), "No question", id="nothing-to-ask"),
        pytest.param(
            errors.WriteFailedError("a.yaml", "disk full"), "a.yaml could not be written: disk full", id="write"
        ),
    ],
)
def test_an_error_says_in_a_sentence_what_is_wrong_and_what_to_do(error: QuizError, told: str) -> None:
    assert told in error.sentence
    assert error.sentence.endswith(".")
    assert str(error) == error.sentence
    assert error.hint
    assert error.exit_code is ExitCode.CANNOT_RUN


@pytest.mark.parametrize(("count", "said"), [(1, "have 1 problem that"), (2, "have 2 problems that")])
def test_broken_banks_are_counted(count: int, said: str) -> None:
    error = errors.BrokenBanksError("report", count, " 'my bank.yaml'")
    assert said in error.sentence
    assert error.hint.endswith("cps-quiz check 'my bank.yaml'")


@pytest.mark.parametrize(
    ("near", "hint"),
    [
        pytest.param((), "There are: a, b.", id="nothing-near"),
        pytest.param(("a",), "Did you mean a? There are: a, b.", id="one"),
        pytest.param(("a", "b"), "Did you mean a or b? There are: a, b.", id="two"),
    ],
)
def test_an_unknown_name_is_answered_with_those_near_it(near: tuple[str, ...], hint: str) -> None:
    assert errors.UnknownNameError("topic", "x", near, "There are: a, b.").hint == hint
