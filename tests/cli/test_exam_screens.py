"""The screens of a mock exam, kept as they were last looked at."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from exams import BANKS, EIGHT, ENTER, QUESTION, answer, begin, go, spend
from past import use_banks
from program import Program, Terminal

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((40, 20), id="40x20")]

Size = tuple[int, int]
Compare = Callable[[str, Terminal], None]


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Compare a screen with a kept one, but for its clock; `--snapshot-update` keeps it as it is now."""

    def compared(name: str, terminal: Terminal) -> None:
        size = "80x24" if terminal.screen.columns == 80 else "40x20"
        kept = SNAPSHOTS / f"{size}-exam-{name}.txt"
        shown = re.sub(r"\d\d:\d\d left", "MM:SS left", terminal.text).rstrip("\n") + "\n"
        if request.config.getoption("--snapshot-update"):
            kept.write_text(shown, encoding="utf-8")
        assert shown == kept.read_text(encoding="utf-8"), f"{kept.name} is another; --snapshot-update?"

    return compared


@pytest.mark.parametrize("size", SIZES)
def test_an_exam_looks_as_it_did(run: Program, compare: Compare, size: Size) -> None:
    terminal = run.terminal("exam", *EIGHT, columns=size[0], rows=size[1])
    terminal.wait("enter start")
    compare("begin", terminal)
    terminal.press(ENTER, "1 of 8", QUESTION)
    compare("single", terminal)
    answer(terminal, 2, right=False)
    terminal.press("f", "flagged", QUESTION)
    compare("multiple-flagged", terminal)
    go(terminal, 3)
    terminal.press("ba", "2. a", QUESTION)
    compare("order", terminal)
    terminal.press(f"z{ENTER}", "2 steps placed, not all", "4 of 8", QUESTION)
    compare("scenario", terminal)
    terminal.press("g12", "Go to question: 12_", "any other key goes back")
    compare("go-to", terminal)
    terminal.press(ENTER, "There is no question 12;", QUESTION)
    compare("no-such-question", terminal)
    terminal.press("o", "enter back")
    compare("overview", terminal)
    terminal.press("s", "Hand in all the same?", "goes back")
    compare("hand-in", terminal)
    terminal.press("x?", "answer, or change your answer", "goes back")
    compare("help", terminal)
    terminal.press("xt", "You are on a break.", "all is kept")
    compare("break", terminal)


@pytest.mark.parametrize("size", SIZES)
def test_what_was_missed_looks_as_it_did(run: Program, compare: Compare, size: Size) -> None:
    terminal = begin(run, columns=size[0], rows=size[1])
    answer(terminal, 1, right=False)
    answer(terminal, 3, right=False)
    terminal.press(f"s{ENTER}", "How it went", "q leave")

    terminal.press("1", "Question 1", "Not this one", "q to the result")
    compare("missed-single", terminal)
    terminal.press("n", "Question 2", "q to the result")
    compare("left-open", terminal)
    terminal.press("n", "Question 3", "Not this one", "q to the result")
    compare("missed-order", terminal)


@pytest.mark.parametrize("size", SIZES)
def test_saying_how_sure_looks_as_it_did(run: Program, compare: Compare, size: Size) -> None:
    terminal = begin(run, *EIGHT, "--cbm", "--untimed", columns=size[0], rows=size[1])

    terminal.press("a2", "(now: unsure)", QUESTION)

    compare("certainty", terminal)


@pytest.mark.parametrize("size", SIZES)
def test_an_exam_that_was_left_looks_as_it_did(run: Program, compare: Compare, size: Size) -> None:
    terminal = begin(run)
    terminal.press("q")
    assert terminal.end() == 0

    offered = run.terminal("exam", "--bank", BANKS, columns=size[0], rows=size[1])
    offered.wait("q leave")
    compare("offer", offered)
    offered.press("q")
    assert offered.end() == 0
    spend(run.home, left=0.1)
    over = run.terminal("exam", "--bank", BANKS, columns=size[0], rows=size[1])
    over.wait("q leave")
    over.press(ENTER, "enter see how it went")
    compare("time-up", over)


@pytest.mark.parametrize("size", SIZES)
def test_a_result_looks_as_it_did(run: Program, compare: Compare, tmp_path: Path, size: Size) -> None:
    run("exam", *EIGHT, "--cbm", stdin="a\n1\nb\n3\n" + "b\n2\n" * 3)
    told = [json.loads(line) for line in run("history", "export").out.splitlines()]
    (sat,) = [line for line in told if "exam" in line]
    sat["record"] |= {"day": "2026-03-14", "spent": 2471.0, "breaks": {"taken": 1, "seconds": 75, "resumed": 2}}
    for at, outcome in enumerate(sat["record"]["outcomes"]):
        outcome["seconds"] = 10.0 * at
    (tmp_path / "log.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in told), encoding="utf-8")
    (tmp_path / "other").mkdir()
    other = Program(tmp_path / "other")
    assert other("history", "import", tmp_path / "log.jsonl").code == 0

    use_banks(other.home, BANKS)
    terminal = other.terminal("exam", "show", "1", columns=size[0], rows=100)
    terminal.wait("q leave")
    terminal.press("q")

    assert terminal.end() == 0
    compare("result", terminal)
    other.close()
