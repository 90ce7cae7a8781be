import pytest

from cps_quiz.core.drill.drill import Move
from cps_quiz.ui.listening.explanation_keys import Reading, press
from cps_quiz.ui.listening.keys import DOWN, ENDED, ENTER, PAGE_DOWN, PAGE_UP, RESIZED, UP

TWO = Reading(pages=2)
HELP = Reading(pages=2, help=True)


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        pytest.param(TWO, " ", TWO._replace(page=1), id="space"),
        pytest.param(TWO._replace(page=1), DOWN, TWO, id="round-to-the-first"),
        pytest.param(TWO, UP, TWO._replace(page=1), id="back-to-the-last"),
        pytest.param(TWO, PAGE_DOWN, TWO._replace(page=1), id="page-down"),
        pytest.param(TWO, PAGE_UP, TWO._replace(page=1), id="page-up"),
        pytest.param(Reading(), " ", Reading(), id="one-page"),
        pytest.param(TWO._replace(page=1), "?", HELP, id="help-from-its-first-page"),
        pytest.param(HELP, " ", HELP._replace(page=1), id="the-help-turns-pages"),
        pytest.param(HELP._replace(page=1), "f", TWO, id="any-other-key-leaves-the-help"),
        pytest.param(Reading(help=True), " ", Reading(), id="help-of-one-page"),
        pytest.param(HELP, RESIZED, HELP, id="the-help-stays-in-another-window"),
        pytest.param(TWO._replace(page=1), "v", TWO._replace(comparing=True), id="other-situations"),
        pytest.param(TWO._replace(comparing=True), "v", TWO, id="and-back"),
        pytest.param(TWO, "z", TWO, id="no-meaning"),
    ],
)
def test_keys_show_something_else(before: Reading, key: str, after: Reading) -> None:
    assert press(before, key, others=True) == after


def test_without_other_situations_v_does_nothing() -> None:
    assert press(TWO, "v", others=False) == TWO


@pytest.mark.parametrize(
    ("key", "move"),
    [(ENTER, Move.NEXT), ("n", Move.NEXT), ("u", Move.UNDO), ("f", Move.FLAG), ("q", Move.STOP), (ENDED, Move.STOP)],
)
def test_keys_move(key: str, move: Move) -> None:
    assert press(TWO, key, others=True) is move
