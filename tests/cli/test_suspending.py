"""^Z in a real shell: it gets its screen and cursor back, and `fg` shows the question again."""

import sys
import time
from pathlib import Path

import pexpect
import pyte
import pytest
from exams import BANKS
from program import Program

pytestmark = pytest.mark.skipif(not Path("/bin/bash").exists(), reason="needs a shell with job control")


class Shell:
    """bash on a screen."""

    def __init__(self, run: Program) -> None:
        self.screen = pyte.Screen(100, 40)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            "/bin/bash",
            ["--norc", "--noprofile", "-i"],
            dimensions=(40, 100),
            env={**run.environment, "PS1": "ready> ", "HISTFILE": ""},
        )

    def enter(self, text: str, *until: str) -> None:
        """Type, and wait until the screen shows all of `until`."""
        self.child.send(text)
        ends = time.monotonic() + 15
        while not all(word in " ".join(" ".join(self.screen.display).split()) for word in until):
            assert time.monotonic() < ends, "\n".join(self.screen.display)
            try:
                got = self.child.read_nonblocking(65536, timeout=0.2)
            except pexpect.TIMEOUT:
                continue
            self.raw += got
            self.stream.feed(got)


def start(shell: Shell, command: str, *until: str) -> None:
    shell.enter("", "ready>")
    shell.enter(f"{sys.executable} -m cps_quiz {command} --bank {BANKS}\r", *until)


def stop_and_come_back(shell: Shell) -> None:
    shell.raw = b""
    shell.enter("\x1a", "Stopped", "ready>")
    for code in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l"):
        assert code in shell.raw
    shell.enter("echo typed and $((40 + 2)) seen\r", "typed and 42 seen ready>")
    time.sleep(6)
    shell.raw = b""
    shell.enter("fg\r", "1 of ", "? help")
    for code in (b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?2004h"):
        assert code in shell.raw


def test_an_exam_that_was_stopped_comes_back_and_its_clock_stood_still(run: Program) -> None:
    shell = Shell(run)
    start(shell, "exam --items 8 --seed 140", "enter start")
    shell.enter("\r", "1 of 8", "60:00 left", "? help")

    stop_and_come_back(shell)

    shell.enter("a", "1 answered")
    shell.enter("s", "enter hand in")
    shell.enter("\r", "How it went", "Away ", "seconds, not counted.")
    shell.enter("q", "ready>")
    shell.child.close(force=True)


def test_a_drill_that_was_stopped_comes_back(run: Program) -> None:
    shell = Shell(run)
    start(shell, "drill --seed 1", "1 of 10", "? help")

    stop_and_come_back(shell)

    shell.enter("q", "How it went", "q leave")
    shell.enter("q", "ready>")
    shell.child.close(force=True)
