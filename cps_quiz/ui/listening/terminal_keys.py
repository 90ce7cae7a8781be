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
from re import DOTALL
from re import compile as pattern
from time import monotonic
from types import FrameType
from typing import Any

from cps_quiz.ui.listening.keys import (
    BACKSPACE,
    DELETE,
    DOWN,
    END_KEY,
    ENDED,
    ENTER,
    HOME,
    LEFT,
    PAGE_DOWN,
    PAGE_UP,
    PASTED,
    RESIZED,
    RIGHT,
    TICK,
    UP,
    WORD_LEFT,
    WORD_RIGHT,
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
    "\x1b[H": HOME,
    "\x1b[F": END_KEY,
    "\x1bOH": HOME,
    "\x1bOF": END_KEY,
    "\x1b[1~": HOME,
    "\x1b[4~": END_KEY,
    "\x1b[7~": HOME,
    "\x1b[8~": END_KEY,
    "\x1b[3~": DELETE,
    "\x1b[1;5D": WORD_LEFT,
    "\x1b[1;5C": WORD_RIGHT,
    "\x1b[1;3D": WORD_LEFT,
    "\x1b[1;3C": WORD_RIGHT,
}
_ESCAPE, _PASTE_ENDS = "\x1b", "\x1b[201~"
_KEY = pattern(r"\x1b\[200~[\s\S]*?(?:\x1b\[201~|\Z)|\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.)|[\s\S]")
_BEGUN = pattern(rb"\x1b(?:\[[0-9;?]*[ -/]*|O)?")
_PASTE_BEGUN = pattern(rb"\x1b\[200~(?!.*\x1b\[201~)", DOTALL)


ESCAPE_SECONDS = 1.2
"""How long each part of an escape sequence may lag behind the one before: a second, on slow lines. Our own choice."""

PASTE_ON, PASTE_OFF = b"\x1b[?2004h", b"\x1b[?2004l"
"""Have the terminal say what is pasted (xterm's bracketed paste), and no more."""


class TerminalKeys:
    """Keys pressed in the terminal on standard input, one at a time."""

    def __init__(self, leave: bytes = b"", enter: bytes = b"", *, pasting: bool = False) -> None:
        """`leave` is written before ^Z gives the terminal to the shell, and `enter` when it is back.

        With `pasting`, the terminal is asked to tell what is pasted.
        """
        self._fd = sys.stdin.fileno()
        self._paste_on, self._paste_off = (PASTE_ON, PASTE_OFF) if pasting else (b"", b"")
        self._leave, self._enter = self._paste_off + leave, self._paste_on + enter
        self._waiting = b""
        self._came = 0.0
        self._mode = termios.tcgetattr(self._fd)
        self._wake_read = self._wake_write = -1

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Deliver keys unechoed and at once, and window sizes as RESIZED, until the block ends."""
        before = termios.tcgetattr(self._fd)
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)
        watched = {
            signal.SIGWINCH: self._on_resize,
            signal.SIGCONT: self._on_return,
            signal.SIGTSTP: self._on_stop,
        }
        old = {number: signal.signal(number, handler) for number, handler in watched.items()}
        try:
            tty.setcbreak(self._fd, termios.TCSADRAIN)
            self._mode = termios.tcgetattr(self._fd)
            self._before = before
            _write(self._paste_on)
            yield
        finally:
            for number, handler in old.items():
                signal.signal(number, handler)
            _write(self._paste_off)
            self._set(before)
            os.close(self._wake_read)
            os.close(self._wake_write)

    def read(self, seconds: float | None = None) -> str:
        """The next key: a character, a name from above, or RESIZED; ENDED for ^D; TICK when none came in time.

        Text that was pasted comes whole, after PASTED. Raises KeyboardInterrupt for ^C, and when the terminal is
        gone: a window that is closed interrupts, it does not say that the learner is done.
        """
        ends = None if seconds is None else monotonic() + seconds
        while True:
            key = self._take()
            if key is not None:
                return key.removesuffix(_PASTE_ENDS) if key.startswith(PASTED) else _NAMED.get(key, key)
            limits = [limit - monotonic() for limit in (ends, self._patience()) if limit is not None]
            ready, _, _ = select.select([self._fd, self._wake_read], [], [], max(0.0, min(limits)) if limits else None)
            if not ready:
                if ends is not None and monotonic() >= ends:
                    return TICK
                continue
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
        """A whole line, edited and echoed by the terminal itself; None at the end of input.

        ^C raises KeyboardInterrupt with what was typed so far.
        """
        quiet = self._mode
        self._mode = [*quiet]
        self._mode[3] |= termios.ICANON | termios.ECHO | termios.NOFLSH
        self._set(self._mode)
        _write(self._paste_off)  # a line is text anyway, and its markers would stand in it
        try:
            while b"\n" not in self._waiting:
                if not self._fill():
                    return None
        except KeyboardInterrupt:
            raise KeyboardInterrupt(self._unfinished(quiet)) from None
        finally:
            self._mode = quiet
            self._set(quiet)
            _write(self._paste_on)
        line, _, self._waiting = self._waiting.partition(b"\n")
        return line.decode(errors="replace").strip()

    def _unfinished(self, quiet: Any) -> str:  # noqa: ANN401 - what tcgetattr gave
        """The line so far, which the terminal hands over once it waits for no end of it."""
        self._set(quiet)
        while select.select([self._fd], [], [], 0)[0] and self._fill():
            pass
        text, self._waiting = self._waiting, b""
        return text.decode(errors="replace").strip()

    def _fill(self) -> bool:
        try:
            got = os.read(self._fd, 4096)
        except OSError:
            return False
        self._waiting += got
        self._came = monotonic()
        return bool(got)

    def _take(self) -> str | None:
        """The first key of what was typed; None when there is none yet."""
        patience = self._patience()
        if patience is not None and monotonic() < patience:
            return None
        if patience is not None and not _PASTE_BEGUN.match(self._waiting):
            self._waiting = _ESCAPE.encode()  # the rest did not come
        cut = len(self._waiting) - _half_a_letter(self._waiting)
        text = self._waiting[:cut].decode(errors="replace")
        found = _KEY.match(text)
        if not found:
            return None
        self._waiting = text[found.end() :].encode() + self._waiting[cut:]
        return found.group()

    def _patience(self) -> float | None:
        """Until when the rest of what has begun is waited for; None when nothing has."""
        if _BEGUN.fullmatch(self._waiting) or _PASTE_BEGUN.match(self._waiting):
            return self._came + ESCAPE_SECONDS
        return None

    def _on_resize(self, _signal: int, _frame: FrameType | None) -> None:
        os.write(self._wake_write, b"w")

    def _on_stop(self, _signal: int, _frame: FrameType | None) -> None:
        """^Z: the shell gets its screen, its cursor and its terminal back, and then the process stops."""
        _write(self._leave)
        self._set(self._before)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._on_stop)
        self._on_return(_signal, _frame)  # where nobody could bring the process back, the system does not stop it

    def _on_return(self, _signal: int, _frame: FrameType | None) -> None:
        """After ^Z and `fg`, the terminal is as the shell left it."""
        self._set(self._mode)
        _write(self._enter)
        os.write(self._wake_write, b"w")

    def _set(self, mode: Any) -> None:  # noqa: ANN401 - what tcgetattr gave
        with suppress(termios.error):
            termios.tcsetattr(self._fd, termios.TCSADRAIN, mode)


def _write(codes: bytes) -> None:
    """Write to the terminal at once, also in the middle of other writing: a signal waits for nobody."""
    with suppress(OSError):
        if codes and sys.stdout.isatty():
            os.write(sys.stdout.fileno(), codes)


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
