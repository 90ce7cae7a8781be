"""What each key means while an explanation is read. Pure: a key and a state give the next state."""

from enum import Enum
from typing import NamedTuple

from cps_quiz.core.drill.drill import Move
from cps_quiz.ui.drawing.scroll import Scroll
from cps_quiz.ui.listening.keys import BACKSPACE, ENDED, ENTER, LEFT, RESIZED, RIGHT
from cps_quiz.ui.listening.scrolling import read_on


class View(Enum):
    """What is on the screen: the explanation, the same with its whole situation, or what a key opens beside it."""

    EXPLAINED = "explained"
    WHOLE = "whole"
    HELP = "help"
    OTHERS = "others"
    APPROACH = "approach"
    STUDY_NOTE = "note"


class Reading(NamedTuple):
    """What is read, and how far; `message` stands above the keys until the next one."""

    view: View = View.EXPLAINED
    scroll: Scroll = Scroll()
    message: str = ""


OPENS = {"?": View.HELP, "v": View.OTHERS, "e": View.APPROACH, "m": View.STUDY_NOTE, "s": View.WHOLE}
"""Keys that open another view; the same key, or Backspace, comes back from it."""

_MOVES = {
    "n": Move.NEXT,
    RIGHT: Move.NEXT,
    "p": Move.UNDO,
    LEFT: Move.UNDO,
    "u": Move.UNDO,
    "f": Move.FLAG,
    "F": Move.FLAG,
}


def press(reading: Reading, key: str, there: frozenset[View] = frozenset(View)) -> Reading | Move:
    """The state after `key`, or what it ends the reading with; `there` are the views that have something to show."""
    if key == RESIZED:
        return reading
    reading = reading._replace(message="")
    beside = reading.view is not View.EXPLAINED
    turned = read_on(reading.scroll, key)
    if turned is not None and not (beside and key == BACKSPACE and turned.top == reading.scroll.top):
        return reading._replace(scroll=turned)
    if key in OPENS and OPENS[key] in there:
        return Reading(View.EXPLAINED if OPENS[key] is reading.view else OPENS[key])
    if beside:
        return Move.STOP if key == ENDED else Reading() if key in {ENTER, " ", BACKSPACE, "q"} else reading
    if key in {ENTER, " "}:
        return Move.NEXT
    return _MOVES.get(key) or (Move.STOP if key in {"q", ENDED} else reading)
