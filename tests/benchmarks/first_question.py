"""How long a learner waits for the first question, against merely importing the libraries.

Run: python tests/benchmarks/first_question.py
"""

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import sysconfig
import termios
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pyte
from measure import Result, compared, environment, in_turn, spread, table

RUNS = 21
FIRST_STARTS = 7
BOUND = 1.3
COLUMNS, LINES = 80, 24
OURS = [str(Path(sysconfig.get_path("scripts"), "cps-quiz")), "drill"]
PEER = [sys.executable, "-c", "import typer, rich.console, yaml, sqlite3"]
FOOTERS = ("q stop", "shows the keys")
"""The last words that the screen of a question draws, and of one that is answered in own words."""

LEAVE = "\rqq"
"""Enter goes from typing an own answer to the keys, and does no harm at another question; q stops, and leaves."""


class Terminal:
    """A program on a pseudo-terminal of its own, timed from its start."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.output = b""
        self.started = perf_counter()
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)

    def seconds_until(self, texts: tuple[str, ...]) -> float:
        """Seconds from the start until one of `texts` was written."""
        while not any(text.encode() in self.output for text in texts):
            if not self._read():
                raise RuntimeError(self.output.decode(errors="replace"))
        return perf_counter() - self.started

    def seconds_until_end(self) -> float:
        """Seconds from the start until the program has ended, which must be well."""
        while self._read():
            pass
        code = self.process.wait()
        seconds = perf_counter() - self.started
        os.close(self.ours)
        if code:
            raise RuntimeError(self.output.decode(errors="replace"))
        return seconds

    def press(self, key: str) -> None:
        os.write(self.ours, key.encode())

    def _read(self) -> bool:
        try:
            got = os.read(self.ours, 65536)
        except OSError:  # Linux says so when the program has closed its side
            return False
        self.output += got
        return bool(got)


def first_question(env: dict[str, str]) -> float:
    terminal = Terminal(OURS, env)
    seconds = terminal.seconds_until(FOOTERS)
    terminal.press(LEAVE)
    terminal.seconds_until_end()
    return seconds


def check_screen(env: dict[str, str]) -> None:
    """Make sure that a whole question stands on the screen when a footer has been written."""
    terminal = Terminal(OURS, env)
    terminal.seconds_until(FOOTERS)
    screen = pyte.Screen(COLUMNS, LINES)
    pyte.ByteStream(screen).feed(terminal.output)
    terminal.press(LEAVE)
    terminal.seconds_until_end()
    shown = [line.strip() for line in screen.display]
    if "1 of 10" not in shown[0] or not any(footer in f"{shown[-2]} {shown[-1]}" for footer in FOOTERS):
        raise RuntimeError("\n".join(shown))


def first_start(env: dict[str, str]) -> float:
    """The same without the copy of the banks that an earlier start left."""
    shutil.rmtree(Path(env["CPS_QUIZ_HOME"], "cache"))
    return first_question(env)


def benchmark() -> list[Result]:
    with TemporaryDirectory() as home:
        env = environment(TERM="xterm-256color", LC_ALL="C.UTF-8", HOME=home, CPS_QUIZ_HOME=home)
        check_screen(env)
        pairs = in_turn(lambda: first_question(env), lambda: Terminal(PEER, env).seconds_until_end(), RUNS)
        first = in_turn(lambda: first_start(env), lambda: Terminal(PEER, env).seconds_until_end(), FIRST_STARTS)
    milliseconds = [(ours * 1000, peer * 1000) for ours, peer in pairs]
    print(f"first question, {RUNS} runs in turn: ours {spread([ours for ours, _ in milliseconds])} ms, ", end="")
    print(f"imports {spread([peer for _, peer in milliseconds])} ms")
    return [
        compared("first question on screen, against imports", milliseconds, "ms", BOUND),
        compared("the same after a change of the banks", [(a * 1000, b * 1000) for a, b in first], "ms"),
    ]


if __name__ == "__main__":
    print(table(benchmark()))
