"""A whole mock exam on the full screen, its clock, and its plain form."""

import json
import re
import resource
import shutil
import sqlite3
import time
from pathlib import Path

import pytest
from exams import BANKS, CTRL_C, EIGHT, ENTER, QUESTION, answer, begin, clock, go, hand_in, keys
from program import Program, Terminal

COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
RIGHT_ARROW, LEFT_ARROW, BACKSPACE, CTRL_D = "\x1b[C", "\x1b[D", "\x7f", "\x04"
FIRST, SECOND = "A neighbor says that nobody ever listens.", "Which two questions stay open?"


def left_behind(terminal: Terminal) -> str:
    """What stands on the ordinary screen."""
    return " ".join(" ".join(terminal.normal()).split())


def test_a_whole_exam(run: Program) -> None:
    terminal = run.terminal("exam", *EIGHT, rows=60)
    terminal.wait("A mock exam of 8 questions. Time: 60 minutes. Target: 80%.", "not published.", "enter start")
    terminal.press(ENTER, "1 of 8", FIRST, "60:00 left", "0 answered", QUESTION)

    right, wrong = keys(terminal.text)
    terminal.press(wrong, f"(x) {wrong}", "1 answered")
    terminal.press(right, f"(x) {right}", f"( ) {wrong}", "1 answered")
    terminal.press(ENTER, "2 of 8", SECOND)
    terminal.press("f", "2 of 8 · flagged")
    answer(terminal, 2, right=False)
    answer(terminal, 5, right=True)
    terminal.press("p", "4 of 8", "3 answered", QUESTION)
    terminal.press(
        "o", "x answered · . open · ! flagged", "1 x 2 x! 3 . 4 . 5 x 6 .", "Open: 3, 4, 6 to 8.", "Flagged: 2."
    )
    terminal.press(f"8{ENTER}", "8 of 8", QUESTION)
    terminal.press(ENTER, "Open: 3, 4, 6 to 8.", "n next open")
    terminal.press("n", "3 of 8", QUESTION)
    terminal.press("s", "5 questions are open: 3, 4, 6 to 8.", "Hand in all the same?")
    terminal.press("x", "3 of 8", QUESTION)
    assert "best answer" not in terminal.text

    hand_in(terminal)
    terminal.wait("Mock exam 1, ", "2 of 8 questions right (25%).", "5 questions without an answer")
    terminal.press("1", "Question 2 · 1 of 6 · Hearing people out · flagged", "Not this one.")
    terminal.press("n", "Question 3 · 2 of 6", "Left open.")
    terminal.press("p", "Question 2 · 1 of 6")
    terminal.press("q", "How it went", "See the 6 not right")
    terminal.press("2", "Question 2 · 1 of 1", "your choice")
    terminal.press("n", "How it went")
    terminal.press("3", "Question 1 · 1 of 8", "Right.", "your choice, best answer")
    terminal.press("q", "How it went")

    terminal.press("4", "1 of 6", SECOND, "q stop")
    terminal.press("a", "[x] a")
    terminal.press("q")
    assert terminal.end() == 0
    assert "2 of 8 questions right (25%)." in left_behind(terminal)
    assert "come back when you like. 1 flagged. 6 not reached." in left_behind(terminal)
    assert run("exam", "list").out.count("2 of 8 questions right (25%, target 80%), handed in") == 1


def test_half_of_several_is_told_kindly_and_counts_as_a_miss(run: Program) -> None:
    terminal = begin(run)
    go(terminal, 2)
    terminal.press(keys(terminal.text).right[0], "1 answered", QUESTION)

    hand_in(terminal)

    terminal.press("1", "Question 1 · 1 of 8")
    terminal.press("n", "Partly right, which counts as not right. Here is why.")


def test_without_a_miss_there_is_nothing_to_drill(run: Program) -> None:
    terminal = begin(run, "--bank", str(BANKS), "--items", "1", "--seed", "3")
    terminal.press(keys(terminal.text).right, "1 answered")
    terminal.press("s", "Every question is answered. Hand in?")
    terminal.press(
        ENTER, "1 of 1 question right (100%).", "That meets your target of 80%. Well done!", "See all: 1 question"
    )

    terminal.press("mfd1", "Question 1 · 1 of 1", "Right.")
    terminal.press("q", "How it went")
    terminal.press("q")

    assert terminal.end() == 0


def test_several_and_an_order_are_answered_key_by_key(run: Program) -> None:
    terminal = begin(run)
    go(terminal, 2)
    terminal.press("ac", "[x] a", "[x] c", "1 answered")
    terminal.press("a", "[ ] a", "[x] c")
    terminal.press("c", "0 answered", "[ ] c")
    terminal.press(ENTER, "3 of 8", QUESTION)

    terminal.press("ba", "2. a", "1. b", "0 answered")
    terminal.press("b", "b is placed already; backspace clears the order.")
    terminal.press("o", "Open: 1 to 8.")
    terminal.press(ENTER, "2. a", "1. b", QUESTION)
    terminal.press("c", "3. c", "1 answered")
    terminal.press("c", "1. c", "0 answered")
    terminal.press(ENTER, "1 step placed, not all: that question is open.", "4 of 8")


def test_moving(run: Program) -> None:
    terminal = begin(run)

    terminal.press("p", "There is no question before this one.", "1 of 8")
    terminal.press(RIGHT_ARROW, "2 of 8", QUESTION)
    terminal.press("n", "3 of 8", QUESTION)
    terminal.press(LEFT_ARROW, "2 of 8", QUESTION)
    terminal.press("g", "Go to question: _ · enter go")
    terminal.press("9", "Go to question: 9_")
    terminal.press(ENTER, "There is no question 9; the last one is 8.", "2 of 8", QUESTION)
    terminal.press(f"g81{BACKSPACE}", "Go to question: 8_")
    terminal.press(ENTER, "8 of 8", QUESTION)
    terminal.press("g2x")
    terminal.press("z", "z means nothing here; ? shows the keys", "8 of 8")
    terminal.press("og5", "Go to question: 5_", "Open: 1 to 8.")
    terminal.press(ENTER, "5 of 8", "0 answered", QUESTION)
    terminal.press("*", "* means nothing here")
    terminal.press(f"g\N{SUPERSCRIPT TWO}{ENTER}", "6 of 8", QUESTION)


def test_an_answer_is_taken_back(run: Program) -> None:
    terminal = begin(run)
    terminal.press("a", "(x) a", "1 answered")

    terminal.press(BACKSPACE, "( ) a", "0 answered")


@pytest.mark.parametrize(("columns", "rows"), [pytest.param(80, 24, id="80x24"), pytest.param(40, 20, id="40x20")])
@pytest.mark.parametrize("options", [pytest.param((), id="usual"), pytest.param(("--cbm",), id="cbm")])
def test_all_of_the_help_can_be_read(run: Program, columns: int, rows: int, options: tuple[str, ...]) -> None:
    terminal = begin(run, *EIGHT, *options, columns=columns, rows=rows)

    terminal.press("?", "answer, or change your answer", "key goes back")
    seen = terminal.words
    if columns == 40:
        while "space more" in terminal.words:
            before = terminal.text
            terminal.press(" ")
            terminal.wait_for(lambda before=before: terminal.text != before)  # type: ignore[misc]
            seen += terminal.words

    for meaning in (
        "go to a number",
        "take your answer back",
        "how much time is left",
        "hand the exam in",
        "q leave; the",
    ):
        assert meaning in seen
    assert ("1 sure, 2 unsure, 3 guessing" in seen) == bool(options)
    terminal.press("q", "1 of 8", QUESTION)


def test_the_clock_is_right_where_the_header_takes_another_line(run: Program) -> None:
    """A hundred minutes take a column more than the second after, when the header fits on one line again."""
    terminal = begin(run, *EIGHT, "--minutes", "100.015", columns=42)
    terminal.press("f", "flagged 100:0", QUESTION)
    assert "flagged" not in next(line for line in terminal.lines if "100:0" in line)

    terminal.wait_for(lambda: "100:0" not in terminal.text)

    assert re.search(r"flagged  99:5\d left$", terminal.lines[0])
    assert sum("answered" in line for line in terminal.lines) == 1


def test_the_clock_warns(run: Program) -> None:
    warned = (("10.02", "10 minutes left."), ("1.02", "60 seconds left."))
    exams = [begin(run, *EIGHT, "--minutes", at, CPS_QUIZ_HOME=str(run.home / at)) for at, _ in warned]
    plain = run.terminal("exam", *EIGHT, "--plain", "--minutes", "1.02", columns=200, rows=100)
    plain.wait("Enter starts, q leaves.")
    plain.press(ENTER, "Question 1 of 8.")

    for terminal, (_, said) in zip(exams, warned, strict=True):
        terminal.wait(said, "1 of 8", QUESTION)
        terminal.press(ENTER, "2 of 8", QUESTION)
        assert said not in terminal.text
    plain.wait("60 seconds left.")
    assert plain.words.count("Question 1 of 8.") == 1


def test_a_break_stops_the_clock_and_is_reported(run: Program) -> None:
    terminal = begin(run, rows=60)
    before = clock(terminal)

    terminal.press("t", "You are on a break. The clock stands still.", "60 minutes left.", "enter go on")
    assert FIRST not in terminal.words
    time.sleep(2.1)
    terminal.press(ENTER, "1 of 8", FIRST, QUESTION)
    terminal.press("a", "1 answered", QUESTION)

    assert before - clock(terminal) <= 1
    hand_in(terminal)
    terminal.wait("1 break (2 seconds).")


def test_an_exam_without_a_clock(run: Program) -> None:
    terminal = begin(run, *EIGHT, "--untimed", rows=60)
    assert terminal.lines[0].endswith("no clock")

    terminal.press("l", "There is no clock. You have spent")
    terminal.press("t", "You are on a break. The report will say so.", "enter go on")
    terminal.press(ENTER, "1 of 8", QUESTION)
    terminal.press("a", "1 answered")
    hand_in(terminal)

    terminal.wait(", no limit")
    assert "left" not in terminal.words.replace("Left", "")


def test_stretched_time_is_said_before_and_after(run: Program) -> None:
    terminal = run.terminal("exam", *EIGHT, "--minutes", "10", "--time-factor", "1.5", rows=60)
    terminal.wait("Time: 15 minutes (1.5 times the usual).", "enter start")
    terminal.press(ENTER, "15:00 left", QUESTION)
    terminal.press("l", "15 minutes left.")
    terminal.press("a", "1 answered")
    hand_in(terminal)

    terminal.wait("of 15 minutes (1.5 times the usual)")


def test_certainty_is_said_and_marked(run: Program) -> None:
    terminal = begin(run, *EIGHT, "--cbm", rows=70)
    terminal.press("1", "Answer first, then say how sure you are.", "0 answered")
    terminal.press(keys(terminal.text).right, "How sure were you? 1 sure, 2 unsure, 3 guessing (now: not said yet)")
    terminal.press("1", "(now: sure)", "1-3 how sure")
    terminal.press(ENTER, "2 of 8", QUESTION)
    terminal.press(keys(terminal.text).wrong, "not said yet")
    terminal.press("2", "(now: unsure)")
    terminal.press("p", "1 of 8", "(now: sure)")
    hand_in(terminal)

    terminal.wait("How sure you were", "Marked by certainty, standard (", "When unsure: 0 of 1 right (0%).")
    assert re.search(r"standard \([^)]+\): 1 of 24\.", terminal.words)


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="needs a limit that another process can set")
def test_a_full_disk_is_told_once_and_the_exam_goes_on(run: Program) -> None:
    terminal = begin(run, rows=60)
    terminal.press("a", "1 answered")
    assert terminal.child.pid
    resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (4096, 4096))

    for number in range(2, 5):
        answer(terminal, number, right=True)
    hand_in(terminal)
    terminal.wait("questions right", "Mock exam, ")
    terminal.press("q")

    assert terminal.end() == 0
    assert terminal.error.count("Not kept yet: 4 answers") == 1
    assert "exam show" not in left_behind(terminal)


def test_a_store_that_fails_on_the_way_is_told_of_where_it_can_be_read(run: Program) -> None:
    terminal = begin(run)
    connection = sqlite3.connect(run.home / "progress.db")
    connection.execute("DROP TABLE attempts")
    connection.close()

    terminal.press("a", "1 answered", "Nothing can be kept yet (no such table: attempts). It is tried again")
    assert terminal.error == ""
    terminal.press("q")

    assert terminal.end() == 0
    assert "Your exam is kept" not in terminal.error
    assert "The exam was left." in terminal.error
    assert "The next start takes it in from" in terminal.error


def test_a_home_that_cannot_be_written_is_told(run: Program, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    terminal = run.terminal("exam", *EIGHT, CPS_QUIZ_HOME=str(tmp_path / "file" / "home"))
    terminal.wait("Nothing can be kept yet (not a directory).", "enter start")
    assert "Each change is kept" not in terminal.words
    terminal.press(ENTER, "1 of 8", "Nothing can be kept yet", QUESTION)

    terminal.press("a", "1 answered")
    hand_in(terminal)
    terminal.press("q")

    assert terminal.end() == 0
    assert terminal.error.count("Not kept yet: 1 answer (not a directory).") == 1


def test_colours_are_left_out_on_request(run: Program) -> None:
    coloured, uncoloured = begin(run), begin(run, NO_COLOR="1", CPS_QUIZ_HOME=str(run.home / "other"))

    for terminal in (coloured, uncoloured):
        answer(terminal, 1, right=False)
        hand_in(terminal)
        terminal.press("1", "your choice", "q to the result")

    assert COLOUR.search(coloured.raw)
    assert not COLOUR.search(uncoloured.raw)
    assert b"\xe2\x9c\x97" in uncoloured.raw  # the sign of a wrong choice says what the colour said


def test_plain_mode_says_what_each_key_did(run: Program) -> None:
    terminal = run.terminal("exam", *EIGHT, "--plain", columns=200, rows=130)
    terminal.wait("Enter starts, q leaves.")
    said = (
        (ENTER, "Question 1 of 8. A neighbor"),
        ("p", "There is no question before this one."),
        ("a", "Your answer: a."),
        (BACKSPACE, "No answer."),
        ("z", "z means nothing here; ? shows the keys"),
        ("f", "Flagged."),
        ("f", "Flag taken away."),
        ("l", "60 minutes left."),
        (ENTER, "Question 2 of 8. Which two"),
        ("ab", "Your answer: a. Your answer: a, b."),
        ("g", "Type the number, then Enter."),
        ("1", "Go to question: 1"),
        (ENTER, "Question 1 of 8. A neighbor"),
        ("g1" + ENTER, "Go to question: 1 Question 1 of 8. A neighbor"),
        ("o", "1 of 8 questions answered. Open: 1, 3 to 8. Type a number and Enter to go there"),
        ("n", "Question 3 of 8. In what order"),
        ("ab", "So far: a. So far: a, then b."),
        ("c", "Your answer: a, then b, then c."),
        ("?", "enter n right: the next question"),
        ("x", "Question 3."),
        ("t", "You are on a break. The clock stands still. The report will say so. 60 minutes left. Enter goes on"),
        (ENTER, "Question 3 of 8. Your answer: a, then b, then c."),
        ("s", "6 questions are open: 1, 4 to 8. Hand in all the same? Enter hands in, any other key goes back."),
        ("x", "Question 3."),
        ("s" + ENTER, "Mock exam 1, "),
        ("1", "Question 1. Left open."),
        ("q", "1. See the "),
    )
    for pressed, words in said:
        before = terminal.words
        terminal.press(pressed)
        terminal.wait_for(lambda before=before, words=words: words in terminal.words.removeprefix(before))  # type: ignore[misc]
    terminal.press("q")

    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert "What to do next:" in terminal.words


def test_plain_mode_asks_how_sure(run: Program) -> None:
    terminal = run.terminal("exam", *EIGHT, "--plain", "--cbm", columns=200, rows=100)
    terminal.wait("Enter starts, q leaves.")

    terminal.press(ENTER, "Question 1 of 8.")
    terminal.press("1", "Answer first, then say how sure you are.")
    terminal.press("a", "Your answer: a. How sure were you? 1 sure, 2 unsure, 3 guessing")
    terminal.press("3", "You are guessing.")


def test_plain_mode_drills_the_misses(run: Program) -> None:
    terminal = run.terminal("exam", *EIGHT, "--plain", columns=200, rows=100)
    terminal.wait("Enter starts, q leaves.")
    terminal.press(ENTER, "Keys: enter next")
    terminal.press(keys(terminal.text).right, "Your answer")
    terminal.press("s" + ENTER, "Practice what was not right", "q leaves.")

    terminal.press("3", "Question 1 of 7. Hearing people out.", "Keys: ? help, h hint")
    terminal.press("q")

    assert terminal.end() == 0


@pytest.mark.parametrize("key", [pytest.param("q", id="q"), pytest.param(CTRL_D, id="end of input")])
def test_an_exam_that_is_not_begun_leaves_nothing(run: Program, key: str) -> None:
    terminal = run.terminal("exam", *EIGHT)
    terminal.wait("enter start")

    terminal.press(key)

    assert terminal.end() == 0
    assert json.loads(run("exam", "list", "--json").out) == []
    again = run.terminal("exam", "--bank", BANKS, "--items", "8")
    again.wait("A mock exam of 8 questions.", "enter start")


def test_an_interruption_says_that_the_exam_is_kept(run: Program) -> None:
    terminal = begin(run)

    terminal.press(CTRL_C)

    assert terminal.end() == 130
    assert terminal.error == f"Your exam is kept. Go on with it: cps-quiz exam --bank {BANKS}\n"
    assert not terminal.screen.cursor.hidden


def test_an_earlier_exam_can_be_walked_through_again(run: Program) -> None:
    terminal = begin(run)
    answer(terminal, 1, right=False)
    hand_in(terminal)
    terminal.press("q")
    assert terminal.end() == 0

    again = run.terminal("exam", "show", "1", "--bank", str(BANKS), rows=60)
    again.wait("0 of 8 questions right", "q leave")
    again.press("1", "Question 1 · 1 of 8", "your choice", "q to the result")
    again.press("q", "Practice what was not right")
    again.press("q")

    assert again.end() == 0
    assert "0 of 8 questions right" in left_behind(again)


def test_an_earlier_exam_shows_its_questions_as_they_were_asked(run: Program, tmp_path: Path) -> None:
    banks = tmp_path / "banks"
    shutil.copytree(BANKS, banks)
    eight = ("--bank", str(banks), *EIGHT[2:])
    run("exam", *eight, stdin="a\n")
    first = json.loads(run("exam", "show", "1", "--json", "--bank", str(banks)).out)["questions"][0]["item"]
    for bank in banks.glob("*.yaml"):
        text = bank.read_text(encoding="utf-8")
        bank.write_text(
            re.sub(rf"(id: {first}\n(?:.*\n)*?    stem: )", r"\1Now then. ", text, count=1), encoding="utf-8"
        )

    again = run.terminal("exam", "show", "1", "--bank", str(banks), rows=60)
    again.wait("q leave")
    again.press("2", "Question 1 · 1 of 8")
    assert "Now then." not in again.words
    again.press("q", "q leave")
    again.press("q")

    assert again.end() == 0
    assert "1 question changed in your banks since, or gone from them: shown as asked." in again.error
