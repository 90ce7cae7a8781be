from collections.abc import Callable
from pathlib import Path

import pytest
from program import Program, Terminal

ENTER, CTRL_C = "\r", "\x03"
SKIP, STOP = f"{ENTER}s", f"{ENTER}q"
"""Enter goes from typing an own answer to the keys, and does no harm at another question."""

OFFER = "A drill was cut off at question 2 of 5. Go on with it?"

Start = Callable[..., Terminal]


@pytest.fixture
def start(run: Program, practice: Path) -> Start:
    """Start a drill of the practice banks without a seed, as learners do."""

    def started(*until: str) -> Terminal:
        terminal = run.terminal("drill", "--bank", practice)
        terminal.wait(*until)
        return terminal

    return started


def interrupt(terminal: Terminal) -> None:
    """Leave one question behind, then press ^C."""
    terminal.press(SKIP, "2 of 5")
    terminal.press(CTRL_C)
    assert terminal.end() == 130


def test_a_drill_that_was_interrupted_goes_on(start: Start) -> None:
    interrupt(start("1 of 5"))

    again = start(OFFER)
    again.press(ENTER, "2 of 5")
    again.press(CTRL_C)

    assert again.end() == 130


def test_a_drill_that_lost_its_terminal_goes_on(start: Start) -> None:
    terminal = start("1 of 5")
    terminal.press(SKIP, "2 of 5")
    assert terminal.hang_up() == 130

    start(OFFER, "enter go on")


def test_a_drill_that_is_not_wanted_is_not_offered_again(start: Start) -> None:
    interrupt(start("1 of 5"))

    again = start(OFFER)
    again.press("n", "1 of 5")
    again.press(STOP)
    assert again.end() == 0

    start("1 of 5")


def test_a_drill_that_is_left_there_is_offered_again(start: Start) -> None:
    interrupt(start("1 of 5"))

    left = start(OFFER)
    left.press("q")
    assert left.end() == 0

    start(OFFER, "enter go on")


def test_a_pipe_is_offered_nothing(run: Program, start: Start, practice: Path) -> None:
    interrupt(start("1 of 5"))

    assert run("drill", "--bank", practice).out.startswith("Question 1 of 5.")


@pytest.mark.parametrize("options", [pytest.param((), id="full-screen"), pytest.param(("--plain",), id="plain")])
def test_confidence_is_asked_for_before_anything_is_told(
    run: Program, practice: Path, options: tuple[str, ...]
) -> None:
    banks = ("--bank", practice / "curriculum.yaml", "--bank", practice / "single.yaml")
    terminal = run.terminal("drill", *banks, "--confidence", *options)
    terminal.wait("q stop")

    terminal.press("a", "How sure were you")
    assert "best answer" not in terminal.words
    terminal.press("2", "best answer", "u undo")
    terminal.press("q")
    assert terminal.end() == 0

    remembered = run.terminal("drill", *banks, *options)
    remembered.wait("q stop")
    remembered.press("a", "How sure were you")
