"""The keys that screens know, and where they come from."""

from contextlib import AbstractContextManager
from importlib.util import find_spec
from typing import Protocol

RESIZED = "resized"
ENDED = "ended"
TICK = "tick"
PASTED = "\x1b[200~"
"""Before a text that was pasted: no key begins so."""
ENTER, BACKSPACE, UP, DOWN, PAGE_UP, PAGE_DOWN = "enter", "backspace", "up", "down", "page-up", "page-down"
LEFT, RIGHT, HOME, END_KEY, DELETE = "left", "right", "home", "end", "delete"
WORD_LEFT, WORD_RIGHT = "word-left", "word-right"

NOTE, WRONG = "N", "!"
WRITING = {NOTE, WRONG}
"""Keys that write about a question: a note of one's own, a word to its author."""


MEANT_CAPITALS = frozenset("FN")
"""Capital letters that never answer, as they mean something else: to flag, and to write a note."""


class Keys(Protocol):
    """Keys pressed one at a time. `read` and `line` raise KeyboardInterrupt for ^C, `line` with what was typed."""

    def listening(self) -> AbstractContextManager[None]:
        """Deliver keys until the block ends."""

    def read(self, seconds: float | None = None) -> str:
        """The next key: a character, a name from above, or RESIZED; TICK when none came in time."""

    def waiting(self) -> bool:
        """Whether more was typed already."""

    def pressed(self) -> str:
        """The next key, whatever becomes of the window meanwhile."""

    def line(self) -> str | None:
        """A whole line; None at the end of input."""


def single_keys_can_be_read() -> bool:
    """Whether this system can hand over single keys; where it cannot (Windows), answers are typed in lines."""
    return find_spec("termios") is not None
