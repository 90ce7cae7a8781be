import os
import signal
import termios
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from cps_quiz.ui.listening.keys import BACKSPACE, DOWN, ENDED, ENTER, PAGE_DOWN, PAGE_UP, PASTED, RESIZED, TICK, UP
from cps_quiz.ui.listening.terminal_keys import TerminalKeys


class Typist(NamedTuple):
    """Somebody at a pseudo-terminal; `terminal` is the side that the program has."""

    keyboard: int
    terminal: int

    def hang_up(self) -> None:
        """Close the keyboard, leaving something that can be closed again."""
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, self.keyboard)
        os.close(nothing)

    def type(self, keys: bytes) -> None:
        os.write(self.keyboard, keys)

    def type_line(self, keys: bytes) -> threading.Thread:
        """Type as soon as the terminal is in its own editing mode; any earlier it would be single keys."""

        def wait_and_type() -> None:
            while not termios.tcgetattr(self.terminal)[3] & termios.ICANON:
                time.sleep(0.001)
            self.type(keys)

        thread = threading.Thread(target=wait_and_type, daemon=True)
        thread.start()
        return thread


OPEN_FILES = Path("/proc/self/fd")


@pytest.fixture
def typist(monkeypatch: pytest.MonkeyPatch) -> Iterator[Typist]:
    keyboard, terminal = os.openpty()
    with open(terminal, closefd=False) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        yield Typist(keyboard, terminal)
    os.close(terminal)
    os.close(keyboard)


@pytest.fixture
def keys(typist: Typist) -> Iterator[TerminalKeys]:  # noqa: ARG001 - it makes standard input a terminal
    """TerminalKeys that are listening to `typist`."""
    keys = TerminalKeys()
    with keys.listening():
        yield keys


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        pytest.param(b"a", "a", id="letter"),
        pytest.param("é".encode(), "é", id="letter-of-two-bytes"),
        pytest.param(b" ", " ", id="space"),
        pytest.param(b"\r", ENTER, id="enter"),
        pytest.param(b"\n", ENTER, id="line-feed"),
        pytest.param(b"\x7f", BACKSPACE, id="backspace"),
        pytest.param(b"\x08", BACKSPACE, id="older-backspace"),
        pytest.param(b"\x04", ENDED, id="end-of-input"),
        pytest.param(b"\x1b[A", UP, id="up"),
        pytest.param(b"\x1bOB", DOWN, id="down-in-application-mode"),
        pytest.param(b"\x1b[5~", PAGE_UP, id="page-up"),
        pytest.param(b"\x1b[6~", PAGE_DOWN, id="page-down"),
        pytest.param(b"\x1b", "\x1b", id="escape-alone"),
        pytest.param(b"\x1b[15;2~", "\x1b[15;2~", id="another-function-key"),
        pytest.param(b"\xff", "\N{REPLACEMENT CHARACTER}", id="no-utf-8"),
    ],
)
def test_a_key_has_its_name(keys: TerminalKeys, typist: Typist, typed: bytes, key: str) -> None:
    typist.type(typed)

    assert keys.read() == key


def test_keys_typed_ahead_come_one_by_one(keys: TerminalKeys, typist: Typist) -> None:
    typist.type(b"a\x1b[Ab\r2")

    assert [keys.read() for _ in range(5)] == ["a", UP, "b", ENTER, "2"]


def test_keys_typed_before_listening_are_not_lost(typist: Typist) -> None:
    typist.type(b"ab")
    keys = TerminalKeys()

    with keys.listening():
        assert [keys.read(), keys.read()] == ["a", "b"]


@pytest.mark.parametrize("start", [pytest.param(b"\x1b", id="escape"), pytest.param(b"\x1b[", id="bracket")])
def test_an_arrow_that_comes_in_two_parts_is_no_letter(
    keys: TerminalKeys, typist: Typist, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cps_quiz.ui.listening.terminal_keys.ESCAPE_SECONDS", 5)
    typist.type(start)
    later = threading.Timer(0.01, typist.type, [b"\x1b[A"[len(start) :]])
    later.start()

    assert keys.read() == UP
    later.join()


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((b"\x1b", b"[", b"A"), id="up"),
        pytest.param((b"\x1bO", b"A"), id="up-in-application-mode"),
        pytest.param((b"\x1b[1", b";2", b"A"), id="with-shift"),
        pytest.param((b"\x1b", b"OC"), id="right-in-application-mode"),
    ],
)
def test_a_sequence_torn_over_a_second_is_one_key_and_no_letter(
    keys: TerminalKeys, typist: Typist, parts: tuple[bytes, ...]
) -> None:
    def type_slowly() -> None:
        for part in parts:
            typist.type(part)
            time.sleep(0.9)
        typist.type(b"x")

    slowly = threading.Thread(target=type_slowly)
    slowly.start()
    pressed = [key for _ in range(20) if (key := keys.read(0.2)) != TICK]
    slowly.join()

    assert len(pressed) == 2
    assert len(pressed[0]) > 1
    assert pressed[1] == "x"


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((b"\x1b[200~quite a text\rb\x1b[201~",), id="at-once"),
        pytest.param((b"\x1b[20", b"0~quite a te", b"xt\rb\x1b[2", b"01~"), id="in-parts"),
    ],
)
def test_pasted_text_comes_whole(keys: TerminalKeys, typist: Typist, parts: tuple[bytes, ...]) -> None:
    def paste() -> None:
        for part in parts:
            typist.type(part)
            time.sleep(0.1)
        typist.type(b"a")

    slowly = threading.Thread(target=paste)
    slowly.start()

    assert [keys.read(), keys.read()] == [f"{PASTED}quite a text\nb", "a"]
    slowly.join()


def test_a_paste_that_does_not_end_is_text_too(keys: TerminalKeys, typist: Typist) -> None:
    typist.type(b"\x1b[200~abc")

    assert keys.read() == f"{PASTED}abc"


@pytest.mark.parametrize("letter", ["ü", "€", "🙂"])
def test_a_letter_that_comes_in_two_parts_is_one_letter(keys: TerminalKeys, typist: Typist, letter: str) -> None:
    first, rest = letter.encode()[:1], letter.encode()[1:]
    typist.type(b"a" + first)
    assert keys.read() == "a"
    later = threading.Timer(0.05, typist.type, [rest])
    later.start()

    assert keys.read() == letter
    later.join()


def test_a_new_window_size_is_told_after_the_keys_before_it(keys: TerminalKeys, typist: Typist) -> None:
    typist.type(b"ab")
    assert keys.read() == "a"

    os.kill(os.getpid(), signal.SIGWINCH)

    assert [keys.read(), keys.read()] == ["b", RESIZED]


def test_a_terminal_that_is_gone_interrupts(keys: TerminalKeys, typist: Typist) -> None:
    typist.hang_up()

    with pytest.raises(KeyboardInterrupt):
        keys.read()
    assert keys.line() is None


def test_an_interruption_is_raised(keys: TerminalKeys, typist: Typist) -> None:
    # A pseudo-terminal that nobody controls sends no signal; the one that ^C would send does.
    later = threading.Timer(0.01, os.kill, [os.getpid(), signal.SIGINT])
    later.start()

    with pytest.raises(KeyboardInterrupt):
        keys.read()
    later.join()
    typist.type(b"a")
    assert keys.read() == "a"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        pytest.param(b"Stay with it.\r", "Stay with it.", id="line"),
        pytest.param(b"Stax\x7fy\r", "Stay", id="edited"),
        pytest.param(" café \r".encode(), "café", id="spaces-around-it"),
        pytest.param(b"\r", "", id="empty"),
        pytest.param(b"\x04", None, id="end-of-input"),
    ],
)
def test_a_line_is_edited_by_the_terminal(keys: TerminalKeys, typist: Typist, typed: bytes, line: str | None) -> None:
    typing = typist.type_line(typed)

    assert keys.line() == line
    typing.join()


def test_a_line_typed_ahead_lies_between_keys(keys: TerminalKeys, typist: Typist) -> None:
    typist.type(b"\rmy answer\rb")

    assert keys.read() == ENTER
    assert keys.line() == "my answer"
    assert keys.read() == "b"


def test_keys_are_not_echoed_and_lines_are(keys: TerminalKeys, typist: Typist) -> None:
    typist.type(b"a")
    assert keys.read() == "a"
    typing = typist.type_line(b"Hm.\r")
    keys.line()
    typing.join()

    assert os.read(typist.keyboard, 100) == b"Hm.\r\n"


def test_the_terminal_is_left_as_it_was(typist: Typist) -> None:
    before = termios.tcgetattr(typist.terminal)
    handlers = [signal.getsignal(number) for number in (signal.SIGWINCH, signal.SIGCONT)]

    with TerminalKeys().listening():
        assert termios.tcgetattr(typist.terminal) != before

    assert termios.tcgetattr(typist.terminal) == before
    assert [signal.getsignal(number) for number in (signal.SIGWINCH, signal.SIGCONT)] == handlers


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="the system does not tell which files are open")
def test_listening_again_and_again_leaves_no_file_open(typist: Typist) -> None:  # noqa: ARG001
    def listen() -> int:
        with TerminalKeys().listening():
            pass
        return len(list(OPEN_FILES.iterdir()))

    assert len({listen() for _ in range(5)}) == 1


def test_what_was_typed_of_a_line_comes_with_its_interruption(keys: TerminalKeys, typist: Typist) -> None:
    threading.Timer(0.1, typist.type, [b"I hear\x03"]).start()
    threading.Timer(0.3, os.kill, [os.getpid(), signal.SIGINT]).start()
    with pytest.raises(KeyboardInterrupt) as stopped:
        keys.line()
    assert stopped.value.args in {("I hear",), ("I hear\x03",)}


def test_the_mode_of_the_terminal_comes_back_after_a_suspension(keys: TerminalKeys, typist: Typist) -> None:
    quiet = termios.tcgetattr(typist.terminal)
    shell = termios.tcgetattr(typist.terminal)
    shell[3] |= termios.ICANON | termios.ECHO
    termios.tcsetattr(typist.terminal, termios.TCSANOW, shell)

    os.kill(os.getpid(), signal.SIGCONT)

    assert keys.read() == RESIZED
    assert termios.tcgetattr(typist.terminal) == quiet
