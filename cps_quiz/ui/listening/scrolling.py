"""What keys do to a page that is longer than the screen, the same everywhere. Pure."""

from cps_quiz.ui.drawing.scroll import END, Scroll
from cps_quiz.ui.listening.keys import BACKSPACE, DOWN, END_KEY, ENTER, HOME, PAGE_DOWN, PAGE_UP, UP

_PARTS = {" ": 1, PAGE_DOWN: 1, PAGE_UP: -1}
_LINES = {DOWN: 1, UP: -1}
SCROLLING = {*_PARTS, *_LINES, HOME, END_KEY}


def scrolled(scroll: Scroll, key: str) -> Scroll | None:
    """The page after a key that scrolls; None for any other key."""
    if key in _PARTS:
        return scroll.by_parts(_PARTS[key])
    if key in _LINES:
        return scroll.by_lines(_LINES[key])
    if key in {HOME, END_KEY}:
        return scroll._replace(top=0 if key == HOME else END)
    return None


def read_on(scroll: Scroll, key: str) -> Scroll | None:
    """The same where a page is read: Enter turns to the next part and Backspace back; None where that goes on."""
    if key in {ENTER, " "}:
        return scroll.by_parts(1) if scroll.more else None
    if key == BACKSPACE:
        return scroll.by_parts(-1)
    return scrolled(scroll, key)
