"""The Rich console, made so that text stays text."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.theme import Theme

from cps_quiz.ui.drawing.look import STYLES


def make_console() -> Console:
    """A console on standard output that interprets no markup, emoji codes or highlights."""
    return Console(theme=Theme(STYLES), markup=False, emoji=False, highlight=False)


LEAVE, ENTER = b"\x1b[?1049l\x1b[?25h", b"\x1b[?1049h\x1b[?25l"
"""What gives the first screen and its cursor back, and what takes the second one again (xterm's codes, as Rich's)."""


@contextmanager
def full_screen() -> Iterator[Console]:
    """A console on the terminal's second screen, so that the first is as it was afterwards."""
    console = make_console()
    console.set_alt_screen(enable=True)
    console.show_cursor(show=False)
    try:
        yield console
    finally:
        console.show_cursor()
        leave(console)


def leave(console: Console) -> None:
    """Go back to the first screen, once: a terminal told twice puts the cursor back to where it was before."""
    if console.is_alt_screen:
        console.set_alt_screen(enable=False)
