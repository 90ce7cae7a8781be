"""What each key means while an explanation is read. Pure: a key and a state give the next state."""

from typing import NamedTuple

from cps_quiz.core.drill.drill import Move
from cps_quiz.ui.listening.keys import ENDED, ENTER, PAGES, RESIZED


class Reading(NamedTuple):
    """What is on the screen: the page (from 0) of `pages` of the explanation, the help or the other situations."""

    page: int = 0
    pages: int = 1
    help: bool = False
    comparing: bool = False


_MOVES = {ENTER: Move.NEXT, "n": Move.NEXT, "u": Move.UNDO, "f": Move.FLAG, "q": Move.STOP, ENDED: Move.STOP}


def press(reading: Reading, key: str, *, others: bool) -> Reading | Move:
    """The state after `key`, or what it ends the reading with; `others` tells whether there are other situations."""
    if key in PAGES and reading.pages > 1:
        return reading._replace(page=(reading.page + PAGES[key]) % reading.pages)
    if reading.help:
        return reading if key == RESIZED else reading._replace(help=False, page=0)
    if key in _MOVES:
        return _MOVES[key]
    if key == "?":
        return reading._replace(help=True, page=0)
    if key == "v" and others:
        return reading._replace(comparing=not reading.comparing, page=0)
    return reading
