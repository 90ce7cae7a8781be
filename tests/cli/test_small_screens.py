"""Screens of 30x10, where the keys and how to leave stay in sight, and plain mode at every size, as last looked at."""

from collections.abc import Callable
from pathlib import Path

import pytest
from exams import BANKS
from past import use_banks
from program import Program, Terminal

SNAPSHOTS = Path(__file__).parent / "snapshots"
ENTER = "\r"
LEAVES = ("q ", "goes back", "ctrl-d leave", "shows the keys")
"""How footers end."""

Compare = Callable[[str, Terminal], None]


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Compare a screen with a kept one; `--snapshot-update` keeps it as it is now."""

    def compared(name: str, terminal: Terminal) -> None:
        kept = SNAPSHOTS / f"{name}.txt"
        shown = "\n".join(terminal.lines).rstrip("\n") + "\n"
        if request.config.getoption("--snapshot-update"):
            kept.write_text(shown, encoding="utf-8")
        assert shown == kept.read_text(encoding="utf-8"), f"{kept.name} is another; --snapshot-update?"

    return compared


@pytest.fixture
def small(run: Program, practice: Path, compare: Compare) -> Callable[..., Callable[..., None]]:
    """Starts the program on a small screen; what is given back presses keys and compares what it then shows."""

    def started(*arguments: str, bank: str = "single") -> Callable[..., None]:
        use_banks(run.home, practice / "curriculum.yaml", practice / f"{bank}.yaml")
        terminal = run.terminal(*arguments, columns=30, rows=10)

        def pressed(keys: str, name: str, *until: str) -> None:
            terminal.press(keys, *until)
            assert any(word in terminal.lines[-1] for word in ("q ", "goes back", "ctrl-d leave", "shows the keys")), (
                terminal.text
            )
            compare(f"30x10-{name}", terminal)

        return pressed

    return started


Small = Callable[..., Callable[..., None]]


def test_a_drill_on_a_small_screen(small: Small) -> None:
    press = small("drill", "--seed", "3")
    press("", "question", "Rosa starts a job", "q stop")
    press("  ", "options", "a Let me know", "q stop")
    press("h", "hint", "Hint:", "q stop")
    press("?", "help", "answer; 1 2 3", "goes back")
    press("q", "question-again", "q stop")
    press("c", "feedback-wrong", "Here is why.", "q stop")
    press("e", "approach", "Giving tips", "q back")
    press("q", "feedback-again", "Here is why.", "q stop")
    press("N", "note", "Your note", "leave")
    press(ENTER, "note-left", "Nothing was written.", "q stop")
    press("q", "told", "How it went", "q leave")


def test_an_order_and_an_own_answer_on_a_small_screen(small: Small) -> None:
    press = small("drill", "--seed", "3", bank="order")
    press(" ", "order", "Put these in order", "q stop")
    press = small("drill", "--seed", "3", bank="reflection")
    press("", "own-words", "type your answer")


def test_pages_on_a_small_screen(small: Small) -> None:
    press = small("explain", "giving-tips")
    press("", "explain", "What it is", "q leave")
    press("?", "page-help", "start that next step", "goes back")
    small("progress")("", "progress", "Your progress", "q leave")
    press = small("find", "bus")
    press("", "find", "Found for: bus", "q leave")
    press("1", "found", "Rosa starts", "q back")


def test_an_exam_on_a_small_screen(run: Program, compare: Compare) -> None:
    terminal = run.terminal(
        "exam", "--bank", str(BANKS), "--items", "8", "--seed", "140", "--untimed", columns=30, rows=10
    )
    for keys, name, until in (
        ("", "exam-begin", "q leave"),
        (ENTER, "exam-begin-on", "part 2 of 3"),
        (ENTER, "exam-begin-last", "part 3 of 3"),
        (ENTER, "exam-question", "1 of 8"),
        ("f", "exam-flagged", "flagged"),
        ("a", "exam-answered", "1 answered"),
        ("o", "exam-overview", "enter back"),
        ("s", "exam-hand-in", "enter hand in"),
    ):
        terminal.press(keys, until)
        compare(f"30x10-{name}", terminal)
    terminal.press(ENTER, "How it went", "q leave")


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (30, 10)], ids=["80x24", "40x20", "30x10"])
def test_plain_mode_wraps_between_words(run: Program, practice: Path, compare: Compare, size: tuple[int, int]) -> None:
    use_banks(run.home, practice / "curriculum.yaml", practice / "single.yaml")
    terminal = run.terminal("drill", "--seed", "3", "--plain", columns=size[0], rows=size[1])
    for keys, name, until in (
        ("", "question", "u undo,"),
        ("c", "feedback", "Enter for the next question,"),
        ("q", "told", "q leaves."),
    ):
        terminal.press(keys, until)
        compare(f"{size[0]}x{size[1]}-plain-{name}", terminal)
    said = [line for line in terminal.lines if line]
    assert all(len(line) <= size[0] for line in said)
