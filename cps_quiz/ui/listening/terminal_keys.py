"""Single keys from a terminal, by POSIX's termios.

Not readchar: it drops what was typed ahead, echoes between keys, cannot wait with a limit, and
costs a quarter of the time to the first question.
"""

import os
import select
import signal
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from re import compile as pattern
from types import FrameType
from typing import Any

from cps_quiz.ui.listening.keys import (
    BACKSPACE,
    DOWN,
    ENDED,
    ENTER,
    LEFT,
    PAGE_DOWN,
    PAGE_UP,
    RESIZED,
    RIGHT,
    TICK,
    UP,
)

_NAMED = {
    "\r": ENTER,
    "\n": ENTER,
    "\x7f": BACKSPACE,
    "\x08": BACKSPACE,
    "\x04": ENDED,
    "\x1b[A": UP,
    "\x1b[B": DOWN,
    "\x1b[C": RIGHT,
    "\x1b[D": LEFT,
    "\x1bOA": UP,
    "\x1bOB": DOWN,
    "\x1bOC": RIGHT,
    "\x1bOD": LEFT,
    "\x1b[5~": PAGE_UP,
    "\x1b[6~": PAGE_DOWN,
}
_KEY = pattern(r"\x1b(?:\[[0-9;?]*[@-~]|O.)|[\s\S]")
_BEGUN = pattern(rb"\x1b(?:\[[0-9;?]*|O)?")


ESCAPE_SECONDS = 0.05
"""How long the rest of an arrow key may lag behind its escape character."""


class TerminalKeys:
    """Keys pressed in the terminal on standard input, one at a time."""

    def __init__(self) -> None:
        self._fd = sys.stdin.fileno()
        self._waiting = b""
        self._mode = termios.tcgetattr(self._fd)
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Deliver keys unechoed and at once, and window sizes as RESIZED, until the block ends."""
        before = termios.tcgetattr(self._fd)
        watched = {signal.SIGWINCH: self._on_resize, signal.SIGCONT: self._on_return}
        old = {number: signal.signal(number, handler) for number, handler in watched.items()}
        try:
            tty.setcbreak(self._fd, termios.TCSADRAIN)
            self._mode = termios.tcgetattr(self._fd)
            yield
        finally:
            for number, handler in old.items():
                signal.signal(number, handler)
            self._set(before)

    def read(self, seconds: float | None = None) -> str:
        """The next key: a character, a name from above, or RESIZED; ENDED for ^D; TICK when none came in time.

        Raises KeyboardInterrupt for ^C, and when the terminal is gone: a window that is closed
        interrupts, it does not say that the learner is done.
        """
        while True:
            key = self._take()
            if key is not None:
                return _NAMED.get(key, key)
            ready, _, _ = select.select([self._fd, self._wake_read], [], [], seconds)
            if not ready:
                return TICK
            if self._wake_read in ready:
                os.read(self._wake_read, 64)
                return RESIZED
            if not self._fill():
                raise KeyboardInterrupt

    def waiting(self) -> bool:
        """Whether more was typed already."""
        return bool(self._waiting) or bool(select.select([self._fd], [], [], 0)[0])

    def pressed(self) -> str:
        """The next key, whatever becomes of the window meanwhile."""
        while (key := self.read()) == RESIZED:
            pass
        return key

    def line(self) -> str | None:
        """A whole line, edited and echoed by the terminal itself; None at the end of input."""
        quiet = self._mode
        self._mode = [*quiet]
        self._mode[3] |= termios.ICANON | termios.ECHO
        self._set(self._mode)
        try:
            while b"\n" not in self._waiting:
                if not self._fill():
                    return None
        finally:
            self._mode = quiet
            self._set(quiet)
        line, _, self._waiting = self._waiting.partition(b"\n")
        return line.decode(errors="replace").strip()

    def _fill(self) -> bool:
        try:
            got = os.read(self._fd, 4096)
        except OSError:
            return False
        self._waiting += got
        return bool(got)

    def _take(self) -> str | None:
        """The first key of what was typed; None when there is none yet."""
        while _BEGUN.fullmatch(self._waiting) and select.select([self._fd], [], [], ESCAPE_SECONDS)[0] and self._fill():
            pass
        cut = len(self._waiting) - _half_a_letter(self._waiting)
        text = self._waiting[:cut].decode(errors="replace")
        found = _KEY.match(text)
        if not found:
            return None
        self._waiting = text[found.end() :].encode() + self._waiting[cut:]
        return found.group()

    def _on_resize(self, _signal: int, _frame: FrameType | None) -> None:
        os.write(self._wake_write, b"w")

    def _on_return(self, _signal: int, _frame: FrameType | None) -> None:
        """After ^Z and `fg`, the terminal is as the shell left it."""
        self._set(self._mode)
        os.write(self._wake_write, b"w")

    def _set(self, mode: Any) -> None:  # noqa: ANN401 - what tcgetattr gave
        with suppress(termios.error):
            termios.tcsetattr(self._fd, termios.TCSADRAIN, mode)


def _half_a_letter(typed: bytes) -> int:
    """How many bytes at the end are the beginning of a letter in UTF-8 whose rest has not come yet."""
    for back in range(1, min(3, len(typed)) + 1):
        lead = typed[-back]
        size = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4 if 0xF0 <= lead < 0xF5 else 0  # noqa: PLR2004
        if size:
            return back if back < size else 0
        if not 0x80 <= lead < 0xC0:  # noqa: PLR2004 - neither a first byte nor one that goes on
            break
    return 0
