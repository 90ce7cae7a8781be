import pytest

from cps_quiz.core.drill.drill import Move
from cps_quiz.ui.drawing.scroll import END, Scroll
from cps_quiz.ui.listening.explanation_keys import Reading, View, press
from cps_quiz.ui.listening.keys import BACKSPACE, DOWN, END_KEY, ENDED, ENTER, HOME, PAGE_DOWN, PAGE_UP, RESIZED, UP

PARTS = Scroll(0, (0, 12))


def at(top: int, view: View = View.EXPLAINED) -> Reading:
    return Reading(view, PARTS._replace(top=top))


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        pytest.param(at(0), " ", at(12), id="space"),
        pytest.param(at(0), ENTER, at(12), id="enter-reads-on-first"),
        pytest.param(at(5), ENTER, at(12), id="from-the-middle"),
        pytest.param(at(12), BACKSPACE, at(0), id="backspace"),
        pytest.param(at(0), BACKSPACE, at(0), id="nothing-before"),
        pytest.param(at(0), DOWN, at(1), id="a-line-down"),
        pytest.param(at(12), UP, at(11), id="a-line-up"),
        pytest.param(at(0), UP, at(0), id="not-above-the-first"),
        pytest.param(at(12), DOWN, at(12), id="not-below-the-last-part"),
        pytest.param(at(0), PAGE_DOWN, at(12), id="page-down"),
        pytest.param(at(12), PAGE_UP, at(0), id="page-up"),
        pytest.param(at(12), HOME, at(0), id="home"),
        pytest.param(at(0), END_KEY, at(END), id="end"),
        pytest.param(at(12), "?", Reading(View.HELP), id="help"),
        pytest.param(at(12), "v", Reading(View.OTHERS), id="other-situations"),
        pytest.param(at(12), "e", Reading(View.APPROACH), id="approach"),
        pytest.param(at(12), "m", Reading(View.STUDY_NOTE), id="study-note"),
        pytest.param(at(0), "s", Reading(View.WHOLE), id="whole-situation"),
        pytest.param(at(0, View.OTHERS), "v", Reading(), id="the-same-key-comes-back"),
        pytest.param(at(0, View.APPROACH), ENTER, at(12, View.APPROACH), id="what-is-beside-is-read-on"),
        pytest.param(at(12, View.APPROACH), ENTER, Reading(), id="then-enter-comes-back"),
        pytest.param(at(0, View.APPROACH), BACKSPACE, Reading(), id="backspace-comes-back"),
        pytest.param(at(0, View.HELP), "q", Reading(), id="q-leaves-the-view-alone"),
        pytest.param(at(3, View.HELP), RESIZED, at(3, View.HELP), id="another-window"),
        pytest.param(at(3), "z", at(3), id="no-meaning"),
    ],
)
def test_keys_show_something_else(before: Reading, key: str, after: Reading) -> None:
    assert press(before, key) == after


@pytest.mark.parametrize("key", ["v", "e", "m"])
def test_what_is_not_there_is_not_opened(key: str) -> None:
    assert press(at(0), key, frozenset({View.HELP})) == at(0)


@pytest.mark.parametrize(
    ("reading", "key", "move"),
    [
        pytest.param(at(12), ENTER, Move.NEXT, id="enter-from-the-last-part"),
        pytest.param(at(12), " ", Move.NEXT, id="space-as-enter"),
        pytest.param(Reading(), ENTER, Move.NEXT, id="one-part"),
        pytest.param(at(0), "n", Move.NEXT, id="n-at-once"),
        pytest.param(at(0), "u", Move.UNDO, id="undo"),
        pytest.param(at(0), "f", Move.FLAG, id="flag"),
        pytest.param(at(0), "q", Move.STOP, id="stop"),
        pytest.param(at(0), ENDED, Move.STOP, id="end-of-input"),
        pytest.param(at(0, View.HELP), ENDED, Move.STOP, id="end-of-input-in-the-help"),
    ],
)
def test_keys_move(reading: Reading, key: str, move: Move) -> None:
    assert press(reading, key) is move
