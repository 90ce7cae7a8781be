"""Drives the real program: in pipes, and in a pseudo-terminal with a screen to look at."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pexpect
import pyte

LEAVING = ("start it · ? help · q leave", "starts it, q leaves.", "starts that one, q leaves.", "| q leave")
"""How the pages end that tell how a sitting went and what can be done next."""

SECONDS = 10
"""How long the program may take to show what a test waits for."""

STILL = 0.4
"""Seconds in which nothing comes any more, once a screen is whole."""

_MUCH, _PAUSE = 65536, 0.003
_COMMAND = (sys.executable, "-m", "cps_quiz")
_ALT_SCREEN = re.compile(rb"\x1b\[\?1049h.*?(?:\x1b\[\?1049l|\Z)", re.DOTALL)


class Ended(NamedTuple):
    """What a run left behind."""

    out: str
    err: str
    code: int


class Program:
    """The program with a home folder and an environment of its own."""

    def __init__(self, home: Path, command: Sequence[str] = _COMMAND) -> None:
        self.home = home
        self.command = command
        self.terminals: list[Terminal] = []
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "CPS_QUIZ_HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "PYTHONWARNINGS": "error",
        }

    def __call__(self, *arguments: str | Path, stdin: str = "", cwd: Path | None = None, **environment: str) -> Ended:
        done = subprocess.run(
            [*self.command, *map(str, arguments)],
            input=stdin.encode(),
            capture_output=True,
            cwd=cwd or self.home,
            env=self.environment | environment,
            timeout=SECONDS,
            check=False,
        )
        return Ended(done.stdout.decode(), done.stderr.decode(), done.returncode)

    def start(
        self, *arguments: str | Path, stdin: str = "", stdout: int = subprocess.PIPE, **environment: str
    ) -> subprocess.Popen[bytes]:
        """The program running, its input written and closed."""
        process = subprocess.Popen(
            [*self.command, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=subprocess.PIPE,
            cwd=self.home,
            env=self.environment | environment,
        )
        if process.stdin:
            process.stdin.write(stdin.encode())
            process.stdin.close()
            process.stdin = None  # or `communicate` would flush it once more
        return process

    def terminal(self, *arguments: str | Path, columns: int = 80, rows: int = 24, **environment: str) -> "Terminal":
        environment = self.environment | environment
        line = [*self.command, *map(str, arguments)]
        terminal = Terminal(line, environment, (columns, rows), self.home / "stderr")
        self.terminals.append(terminal)
        return terminal

    def close(self) -> None:
        for terminal in self.terminals:
            terminal.child.close()


class Terminal:
    """The program in a pseudo-terminal. Its standard error goes to a file: the screen is for standard output."""

    def __init__(self, line: list[str], environment: dict[str, str], size: tuple[int, int], errors: Path) -> None:
        self.raw = b""
        self.errors = errors
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            "/bin/sh",
            ["-c", f'exec "$@" 2> "{errors}"', "sh", *line],
            dimensions=size[::-1],
            env=environment,
            cwd=str(errors.parent),
        )
        self.child.delaybeforesend = None
        self.pty: Any = vars(self.child)["ptyproc"]  # the stubs hide it
        self.pty.delayafterclose = self.pty.delayafterterminate = 0.03

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The screen without its line breaks and columns."""
        return " ".join(self.text.split())

    @property
    def error(self) -> str:
        return self.errors.read_text(encoding="utf-8")

    def normal(self) -> list[str]:
        """The ordinary screen, without what was drawn on the second one."""
        screen = pyte.Screen(self.screen.columns, self.screen.lines)
        pyte.ByteStream(screen).feed(_ALT_SCREEN.sub(b"", self.raw))
        return [line.rstrip() for line in screen.display]

    def press(self, keys: str, *until: str) -> None:
        """Type `keys`, then wait until the screen shows all of `until`."""
        self.child.send(keys)
        self.wait(*until)

    def wait(self, *until: str) -> None:
        self.wait_for(lambda: all(words in self.words for words in until))

    def wait_for(self, reached: Callable[[], bool]) -> None:
        ends = time.monotonic() + SECONDS
        while not reached():
            assert time.monotonic() < ends, f"waited in vain; the screen is\n{self.text}\n{self.error}"
            assert self._read(ends - time.monotonic()), f"ended early with\n{self.text}\n{self.error}"

    def settle(self) -> None:
        """Read until the screen has stood still for a while."""
        before = ""
        while before != self.text:
            before = self.text
            self._read(STILL)

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def end(self) -> int:
        """Read to the end of the program, leaving by q what is told at the end of a sitting; its exit code."""
        ends, left = time.monotonic() + SECONDS, False
        while self._read(ends - time.monotonic()):
            if not left and self.words.endswith(LEAVING):
                self.child.send("q")
                left = True
        return self._code(ends)

    def hang_up(self) -> int:
        """Close the terminal under the program and give its exit code."""
        self.pty.fileobj.close()
        return self._code(time.monotonic() + SECONDS)

    def _code(self, ends: float) -> int:
        while self.child.isalive():
            assert time.monotonic() < ends, f"did not end; the screen is\n{self.text}"
            time.sleep(0.005)
        return -1 if self.child.exitstatus is None else self.child.exitstatus

    def _read(self, seconds: float) -> bool:
        """Draw what the program wrote; False when it has closed the terminal."""
        try:
            got = self.child.read_nonblocking(_MUCH, timeout=max(0, seconds))
        except pexpect.EOF:
            return False
        except pexpect.TIMEOUT:
            assert seconds > 0, f"did not end; the screen is\n{self.text}"
            return True
        # A screen comes line by line; to look at it after each would take longer than to draw it.
        with suppress(pexpect.EOF, pexpect.TIMEOUT):
            while True:
                got += self.child.read_nonblocking(_MUCH, timeout=_PAUSE)
        self.raw += got
        self.stream.feed(got)
        return True
