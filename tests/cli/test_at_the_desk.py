"""Whole sittings: what a person can start, read, mark and write without typing a command."""

from pathlib import Path

import pytest
from past import use_banks
from program import Program, Terminal

from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.marks import Flag
from cps_quiz.store.progress import Progress

ENTER, BACKSPACE, CTRL_C, DOWN = "\r", "\x7f", "\x03", "\x1b[B"


@pytest.fixture
def asked(run: Program, practice: Path) -> Program:
    use_banks(run.home, practice / "curriculum.yaml", practice / "single.yaml")
    return run


def begin(run: Program, *options: str) -> Terminal:
    terminal = run.terminal("drill", "--seed", "3", *options)
    terminal.wait("What should Tom say first?", "q stop")
    return terminal


def test_a_newcomer_is_asked_for_the_exam_once_and_one_key_begins(asked: Program) -> None:
    terminal = asked.terminal()
    terminal.press(f"soon{ENTER}", '"soon" is no date.', "Write it like")
    terminal.press(f"March 14{ENTER}", "Your exam", "Welcome.", "1 Meet what is new (1 aim)", "q leave")
    terminal.press(ENTER, "1 of 1", "q stop")
    terminal.press("q", "How it went", "q leave")
    terminal.press("q")
    assert terminal.end() == 0

    again = asked.terminal()
    again.wait("Your exam in", "done today", "q leave")


def test_after_a_drill_one_key_reads_and_comes_back_and_another_goes_on(asked: Program) -> None:
    terminal = begin(asked)
    terminal.press("c", "Here is why.", "? help · u undo")
    terminal.press("e", "Giving tips (giving-tips)", "q back")
    terminal.press(BACKSPACE, "Here is why.", "Instead: Ask what they have tried")
    terminal.press("q", "How it went", "Practice telling apart: Giving tips", "q leave")
    terminal.press("3", "Giving tips (giving-tips)", "q back")
    terminal.press("q", "How it went", "q leave")
    terminal.press("1", "1 of 1", "a-d answer")


def test_flags_and_notes_last_and_an_author_is_told(asked: Program) -> None:
    terminal = begin(asked)
    terminal.press("f", "flagged")
    terminal.press("N", "Your note on this question:", "enter keeps it")
    terminal.press(f"Ask first{ENTER}", "Your note is kept.", "q stop")
    terminal.press("!", "What is wrong with this question?")
    terminal.press(f"Two answers fit.{ENTER}", "send that file to the author", "q stop")
    terminal.press("q", "How it went", "q leave")
    terminal.press("q")
    assert terminal.end() == 0

    assert "question single-001" in (asked.home / "for-authors.txt").read_text(encoding="utf-8")
    assert '"note": "single-001", "text": "Ask first"' in asked("history", "export").out
    assert '"own note"' in asked("find", "first", "--json").out
    listed = asked("history", "notes").out
    assert "Flagged. Rosa starts a job" in listed
    assert "Your note: Ask first" in listed
    page = asked.terminal("history", "notes")
    page.press("1", "What should Tom say first?", "enter show the answer")
    page.press("q", "Your notes and flags", "q leave")
    again = asked.terminal("drill", "--flagged")
    again.press("N", "> Ask first_")
    again.press(ENTER, "Nothing was written.")
    again.press("f")
    again.wait_for(lambda: "flagged" not in again.text and "q stop" in again.text)
    assert "Nothing is flagged yet." in asked("drill", "--flagged").err


def test_an_answer_in_own_words_is_not_lost_and_can_be_read_again(run: Program, practice: Path) -> None:
    use_banks(run.home, practice / "curriculum.yaml", practice / "reflection.yaml")
    terminal = run.terminal("drill", "--seed", "3")
    terminal.press("You went in", "> You went in_")
    terminal.press(CTRL_C)
    assert terminal.end() == 130

    again = run.terminal("drill", "--seed", "3")
    again.press(f" anyway.{ENTER}", "You wrote: You went in anyway.", "q stop")
    again.press(f"a{ENTER}", "You ticked 1 of 3 points.")
    again.press("q", "You put 1 answer into your own words.", "q leave")
    again.press("q")
    assert again.end() == 0

    told = run("history", "own-words").out
    assert "You wrote: You went in anyway." in told
    assert "An example: You stood at that door" in told


def test_an_answer_in_own_words_is_not_lost_in_plain_mode(run: Program, practice: Path) -> None:
    use_banks(run.home, practice / "curriculum.yaml", practice / "reflection.yaml")
    terminal = run.terminal("drill", "--seed", "3", "--plain", rows=60)
    terminal.press("", "Type your answer and press Enter")
    terminal.press("You went ïn", "You went ïn")
    terminal.press(CTRL_C)
    assert terminal.end() == 130

    again = run.terminal("drill", "--seed", "3", "--plain", rows=60)
    again.press("", "You had begun: You went ïn", "added to it")
    again.press(f"anyway.{ENTER}", "Press their letters, then Enter.")
    again.press(CTRL_C)
    assert again.end() == 130

    third = run.terminal("drill", "--seed", "3", "--plain", rows=60)
    third.press("", "You had begun: You went ïn anyway.", "added to it")
    third.press(ENTER, "Press their letters, then Enter.")
    third.press(f"a{ENTER}", "You ticked 1 of 3 points.")
    third.press("q", "You put 1 answer into your own words.")
    third.press("q")
    assert third.end() == 0
    assert "You wrote: You went ïn anyway." in run("history", "own-words").out


def test_the_question_stays_in_view_while_confidence_is_asked(asked: Program) -> None:
    terminal = begin(asked, "--confidence")
    terminal.press(DOWN + ENTER, "What should Tom say first?", "(x) a", "How sure were you?")
    terminal.press("1", "u undo")


def test_a_flag_of_another_machine_is_asked(asked: Program) -> None:
    store = Progress(asked.home / "progress.db")
    store.marks.keep([Flag(ItemId("single-001"), flagged=True, at=1)])
    store.close()
    assert asked("drill", "--flagged").out.startswith("Question 1 of 1. Listening. Flagged.")


def test_a_question_that_was_found_opens_covered_and_can_be_flagged_and_practiced(asked: Program) -> None:
    terminal = asked.terminal("find", "bus")
    terminal.press("1", "What should Tom say first?", "enter show the answer")
    assert "best answer" not in terminal.words
    terminal.press(ENTER, "best answer", "q back")
    terminal.press("q", "enter show the answer", "1 practice it")
    assert "best answer" not in terminal.words
    terminal.press("f", "Flagged.", "single-001 · flagged")
    terminal.press("?", "show the answer, every option explained")
    terminal.press("q", "enter show the answer")
    terminal.press("q", "Found for: bus", "q leave")
    terminal.press("1", "enter show the answer")
    terminal.press("1", "1 of 1", "a-d answer")
    assert not asked("history", "export").out.count('"item": "single-001"')


def test_a_found_question_is_covered_in_plain_mode_and_in_a_pipe(asked: Program) -> None:
    assert "best answer" not in asked("bank", "show", "single-001", "--covered").out
    terminal = asked.terminal("find", "bus", "--plain", rows=60)
    terminal.press("1", "Take the early bus", "A number from 1 to 3 starts that one, q leaves.")
    assert "best answer" not in terminal.words
    terminal.press("1", "best answer")
    terminal.press("3", "Flagged.")
    terminal.press("2", "Question 1 of 1.")


def test_the_record_can_be_read(asked: Program) -> None:
    assert asked("drill", "--seed", "3", stdin="d\n").code == 0
    ended = asked("history")
    assert ended.out.splitlines()[0].startswith("1 answer since 2")
    assert str(asked.home / "progress.db") in ended.out
    assert "1 answer, 1 of 1 right at the first try." in ended.out

    terminal = asked.terminal("history")
    terminal.press("1", "Your progress", "q leave")
    terminal.press("q", "Your record", "1 answer since 2", "q leave")
    terminal.press("q")
    assert terminal.end() == 0


def test_an_order_says_in_words_what_to_do(run: Program, practice: Path) -> None:
    use_banks(run.home, practice / "curriculum.yaml", practice / "order.yaml")
    drill = run.terminal("drill", "--seed", "3")
    drill.wait("Put these in order: press the letter of what comes first", "q stop")
    drill.press("b", "1. b")
    exam = run.terminal("exam", "--items", "1")
    exam.press(ENTER, "Put these in order: press the letter of what comes first", "1 of 1")


def test_a_pipe_shows_colours_where_it_is_told_to(asked: Program) -> None:
    assert "\x1b[" not in asked("progress").out
    assert "\x1b[1m" in asked("progress", FORCE_COLOR="1").out
    without = asked("progress", FORCE_COLOR="1", NO_COLOR="1").out
    assert "\x1b[1m" in without
    assert "\x1b[35m" not in without
    assert "\x1b[?1049h" not in asked("drill", FORCE_COLOR="1", stdin="d\n").out


def test_a_question_of_an_exam_is_flagged_noted_and_put_aside_for_good(asked: Program) -> None:
    terminal = asked.terminal("exam", "--items", "1")
    terminal.press(ENTER, "1 of 1", "? help")
    terminal.press("f", "flagged")
    terminal.press("N", "Your note on this question:")
    terminal.press(f"Ask first{ENTER}", "Your note is kept.", "? help")
    terminal.press("a", "1 answered")
    terminal.press("s", "enter hand in")
    terminal.press(ENTER, "How it went", "q leave")
    terminal.press("1", "Question 1 · 1 of 1", "flagged")
    terminal.press("x", "Put aside", "cps-quiz bank back single-001")
    terminal.press("q", "q leave")
    terminal.press("q")
    assert terminal.end() == 0
    told = asked("history", "export").out
    assert '"flag": "single-001", "on": true' in told
    assert '"note": "single-001", "text": "Ask first"' in told
    assert '"aside": "single-001"' in told


def test_a_question_of_an_exam_is_noted_in_plain_mode(asked: Program) -> None:
    terminal = asked.terminal("exam", "--items", "1", "--plain", rows=60)
    terminal.press(ENTER, "Question 1 of 1.")
    terminal.press("N", "Type a line and Enter")
    terminal.press(f"Ask first{ENTER}", "Your note is kept.")
    terminal.press("q")
    assert terminal.end() == 0
    assert '"text": "Ask first"' in asked("history", "export").out
