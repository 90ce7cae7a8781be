"""Mock exams that were left, cut off or ran out of time."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from exams import BANKS, CTRL_C, EIGHT, ENTER, QUESTION, answer, begin, clock, go, hand_in, keys, spend
from program import Program, Terminal

OFFER = ("A mock exam was left at question 3 of 8.", "Go on with it? If you begin anew, this one is scored")
BANK = ("--bank", str(BANKS))

Leave = Callable[[Terminal], None]


def with_q(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.error == f"Your exam is kept. 60 minutes left. Go on with it: cps-quiz exam --bank {BANKS}\n"


def from_a_break(terminal: Terminal) -> None:
    terminal.press("t", "q leave, all is kept")
    terminal.press("q")
    assert terminal.end() == 0


def interrupted(terminal: Terminal) -> None:
    terminal.press(CTRL_C)
    assert terminal.end() == 130


def closed(terminal: Terminal) -> None:
    assert terminal.hang_up() == 130
    assert "Traceback" not in terminal.error


def killed(terminal: Terminal) -> None:
    assert terminal.child.pid
    os.kill(terminal.child.pid, signal.SIGKILL)
    terminal.end()


@pytest.mark.parametrize("leave", [with_q, from_a_break, interrupted, closed, killed])
def test_an_exam_goes_on_with_everything_it_had(run: Program, leave: Leave) -> None:
    terminal = begin(run)
    before = clock(terminal)
    answer(terminal, 1, right=True)
    answer(terminal, 2, right=False)
    go(terminal, 3)
    terminal.press("f", "3 of 8 · flagged", QUESTION)
    leave(terminal)
    assert run("exam", "list", "--json").out == "[]\n"

    again = run.terminal("exam", *BANK, rows=60)
    again.wait(*OFFER, "60 minutes left.", "enter go on · n begin anew · q leave")
    again.press(ENTER, "3 of 8 · flagged", "2 answered", QUESTION)

    assert before - 6 <= clock(again) <= before
    go(again, 1)
    assert f"(x) {keys(again.text).right}" in again.text
    go(again, 2)
    assert f"[x] {keys(again.text).wrong}" in again.text
    hand_in(again)
    again.wait("Mock exam 1, ", "1 of 8 questions right (12%).", "Left and taken up again 1 time.")


def test_the_clock_runs_by_itself_and_a_kill_gives_back_five_seconds_at_most(run: Program) -> None:
    terminal = begin(run, *EIGHT, "--minutes", "10")
    began, drawn = clock(terminal), len(terminal.raw)
    terminal.wait_for(lambda: clock(terminal) <= began - 5)
    time.sleep(0.2)
    killed(terminal)
    ticks = terminal.raw[drawn:]
    assert ticks.count(b" left") >= 5
    assert b"A neighbor" not in ticks
    assert b"\x1b[2J" not in ticks
    assert QUESTION in terminal.words

    again = run.terminal("exam", *BANK)
    again.wait("A mock exam was left at question 1 of 8.")
    again.press(ENTER, "1 of 8", QUESTION)

    assert began - 8 <= clock(again) <= began - 5


def test_begun_anew_the_old_one_counts_as_left_unfinished(run: Program) -> None:
    terminal = begin(run)
    answer(terminal, 1, right=True)
    go(terminal, 3)
    with_q(terminal)

    again = run.terminal("exam", *BANK, "--items", "4")
    again.wait(*OFFER)
    again.press("n", "A mock exam of 4 questions.", "enter start")
    again.press(ENTER, "1 of 4", "0 answered", "60:00 left")
    again.press(keys(again.text).right, "1 answered")
    hand_in(again)
    again.press("q")

    assert again.end() == 0
    first, second = run("exam", "list").out.splitlines()
    assert "1 of 8 questions right (12%, target 80%), left unfinished" in first
    assert "1 of 4 questions right (25%, target 80%), handed in" in second
    assert run("history", "export").out.count("hearing-005") >= 1


def test_one_that_cannot_be_begun_leaves_the_old_one_as_it_was(run: Program) -> None:
    terminal = begin(run)
    go(terminal, 3)
    with_q(terminal)

    again = run.terminal("exam", *BANK, "--items", "99")
    again.wait(*OFFER)
    again.press("n")

    assert again.end() == 2
    assert "Ask for fewer: --items 11" in again.error
    run.terminal("exam", *BANK).wait(*OFFER)


def test_an_exam_that_is_left_there_is_offered_again(run: Program) -> None:
    terminal = begin(run)
    go(terminal, 3)
    with_q(terminal)

    again = run.terminal("exam", *BANK)
    again.wait(*OFFER)
    again.press("q")

    assert again.end() == 0
    run.terminal("exam", *BANK, "--plain", columns=200).wait(*OFFER, "Enter goes on with it, n begins anew, q leaves.")


def test_a_pipe_is_offered_nothing(run: Program) -> None:
    with_q(begin(run))

    assert run("exam", *EIGHT).out.startswith("A mock exam of 8 questions.")


@pytest.mark.parametrize("options", [pytest.param((), id="full-screen"), pytest.param(("--plain",), id="plain")])
def test_the_exam_hands_itself_in_when_the_time_is_up(run: Program, options: tuple[str, ...]) -> None:
    terminal = begin(run)
    answer(terminal, 1, right=True)
    go(terminal, 3)
    with_q(terminal)
    spend(run.home, left=1.4)

    again = run.terminal("exam", *BANK, *options, columns=200, rows=60)
    again.wait(*OFFER, "1 second left.")
    again.press(ENTER, "3 of 8")
    again.press("ab", "2. b" if not options else "So far: a, then b.")
    again.wait("Time is up. Your answers are handed in as they stand.", "1 of 8 questions answered. Open: 2 to 8.")
    again.press(ENTER)
    again.wait("The exam ended because the time was up.", "Time: 60 minutes of 60 minutes", "1 of 8 questions right")
    again.press("q")

    assert again.end() == 0
    assert "1 of 8 questions right (12%, target 80%), time was up" in run("exam", "list").out


def test_a_window_closed_after_the_time_keeps_the_answers(run: Program) -> None:
    terminal = begin(run)
    answer(terminal, 1, right=True)
    with_q(terminal)
    spend(run.home, left=0.2)
    again = run.terminal("exam", *BANK)
    again.wait("A mock exam was left", "0 seconds left.")
    again.press(ENTER, "Time is up.")
    closed(again)

    assert "1 of 8 questions right (12%, target 80%), time was up" in run("exam", "list").out


def test_a_window_closed_at_the_result_loses_nothing(run: Program) -> None:
    terminal = begin(run)
    answer(terminal, 1, right=True)
    hand_in(terminal)

    assert terminal.hang_up() == 130
    assert "1 of 8 questions right (12%, target 80%), handed in" in run("exam", "list").out


def changed_banks(folder: Path) -> Path:
    """The banks of the exam, with another word in one stem, another reason in each item, and an item less."""
    for bank in BANKS.iterdir():
        text = (
            bank.read_text(encoding="utf-8").replace("A neighbor says", "A friend says").replace("why: ", "why: So. ")
        )
        (folder / bank.name).write_text(text, encoding="utf-8")
    return folder


def test_an_exam_whose_questions_changed_goes_on_as_it_was(
    run: Program, tmp_path_factory: pytest.TempPathFactory
) -> None:
    terminal = begin(run)
    answer(terminal, 1, right=True)
    with_q(terminal)
    changed = changed_banks(tmp_path_factory.mktemp("changed"))

    again = run.terminal("exam", "--bank", changed, rows=60)
    again.wait(
        "A mock exam was left at question 1 of 8.", "8 of its questions have changed in your banks since", "enter go on"
    )
    again.press(ENTER, "1 of 8", "1 answered", "A neighbor says", QUESTION)
    hand_in(again)
    again.wait("1 of 8 questions right (12%)")
    again.press("2", "Question 1 · 1 of 8", "A neighbor says")
    assert "So. " not in again.words
    again.press("q", "q leave")
    again.press("q")
    assert again.end() == 0
    page = run.home / "report.html"
    assert run("exam", "show", "1", "--html", page, "--bank", changed).code == 0
    assert "A neighbor says" in page.read_text(encoding="utf-8")


def test_an_exam_in_two_windows_is_offered_to_the_second_and_the_first_stops(run: Program) -> None:
    first = begin(run)
    answer(first, 1, right=True)
    second = run.terminal("exam", *BANK)
    second.wait("A mock exam is open in another window, at question 1 of 8.", "enter go on")
    second.press(ENTER, "1 of 8", "1 answered", QUESTION)

    first.child.send("f")

    assert first.end() == 2
    assert "This exam was taken over by another window." in first.error
    answer(second, 2, right=True)
    hand_in(second)
    second.wait("2 of 8 questions right (25%)")
    assert len(run("exam", "list").out.splitlines()) == 1


def test_a_second_exam_leaves_the_first_where_it_is(run: Program) -> None:
    first = begin(run)
    answer(first, 1, right=True)
    second = run.terminal("exam", *BANK, "--items", "4")
    second.wait("is open in another window", "enter go on")
    second.press("n", "A mock exam of 4 questions.", "enter start")
    second.press(ENTER, "1 of 4", QUESTION)
    second.press(keys(second.text).right, "1 answered")

    hand_in(first)
    hand_in(second)
    for terminal in (first, second):
        terminal.press("q")
        assert terminal.end() == 0
    one, other = run("exam", "list").out.splitlines()
    assert "1 of 8 questions right" in one
    assert "1 of 4 questions right" in other


def test_a_window_that_was_killed_is_not_open(run: Program) -> None:
    killed(begin(run))

    run.terminal("exam", *BANK).wait("A mock exam was left at question 1 of 8.", "enter go on")


def test_an_exam_without_an_answer_is_not_kept(run: Program) -> None:
    assert run("exam", *EIGHT).err == "No question was answered, so this exam is not kept.\n"
    terminal = begin(run)
    terminal.press("s", "enter hand in")
    terminal.press(ENTER)

    assert terminal.end() == 0
    assert terminal.error == "No question was answered, so this exam is not kept.\n"
    assert run("exam", "list", "--json").out == "[]\n"
    assert all(line.startswith('{"question"') for line in run("history", "export").out.splitlines())
