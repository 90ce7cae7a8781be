"""A terminal that hands over whole lines only, as on Windows: answers are typed, and Enter ends each."""

import os
import re
from pathlib import Path

import pytest
from program import Program

HIDING = """
import os, signal, sys
for name in ("termios", "tty"):
    sys.modules[name] = None
del os.fork
for name in ("SIGHUP", "SIGWINCH", "SIGCONT"):
    delattr(signal, name)
"""
"""What a start of Python does first: it takes away what a system without POSIX lacks."""


@pytest.fixture
def bare(run: Program, tmp_path: Path) -> Program:
    """The program on a system without termios, fork, and the signals of terminals."""
    hiding = tmp_path / "hiding"
    hiding.mkdir()
    (hiding / "sitecustomize.py").write_text(HIDING, encoding="utf-8")
    run.environment["PYTHONPATH"] = os.pathsep.join([str(hiding), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
    return run


def test_a_drill_goes_on_line_by_line(bare: Program, practice: Path) -> None:
    terminal = bare.terminal("drill", "--bank", practice, "-n", "2", "--seed", "3", rows=60)

    terminal.wait("An empty line skips")
    terminal.child.send("a\r")
    terminal.wait("Enter for the next question")
    terminal.child.send("\r")
    terminal.wait("Question 2 of 2")
    terminal.child.send("q\r")
    terminal.wait("starts that one, q leaves.")
    terminal.child.send("q\r")
    assert terminal.end() == 0


def test_a_drill_that_was_cut_off_is_offered_again(bare: Program) -> None:
    terminal = bare.terminal("drill", "-n", "2", "--level", "recall", rows=60)
    terminal.wait("An empty line skips")
    terminal.child.send("a\r")
    terminal.wait("Enter for the next question")
    terminal.child.send("\x03")
    assert terminal.end() == 130

    again = bare.terminal("drill", rows=60)
    again.wait("Go on with it?")
    again.child.send("\r")
    again.wait("Question 2 of 2")


def test_an_exam_that_is_left_is_kept_and_goes_on_or_begins_anew(bare: Program) -> None:
    terminal = bare.terminal("exam", "--items", "2", "--seed", "1", rows=60)
    terminal.wait("Enter begins")
    terminal.child.send("\r")
    terminal.wait("Question 1 of 2")
    terminal.child.send("a\r")
    terminal.wait("Question 2 of 2")
    terminal.child.send("q\r")
    assert terminal.end() == 0

    again = bare.terminal("exam", "--items", "2", rows=60)
    again.wait("n begins anew")
    again.child.send("\r")
    again.wait("Question 2 of 2")
    again.child.send("\x04")
    assert again.end() == 0

    anew = bare.terminal("exam", "--items", "2", rows=60)
    anew.wait("n begins anew")
    anew.child.send("n\r")
    anew.wait("Enter begins")
    anew.child.send("q\r")
    assert anew.end() == 0
    assert "You have not sat a mock exam yet" in bare("exam", "list").out


def test_an_exam_is_handed_in_after_asking_and_read_at_leisure(bare: Program) -> None:
    terminal = bare.terminal("exam", "--items", "2", "--seed", "1", rows=120)
    terminal.wait("Enter begins")
    terminal.child.send("\ra\rs\r")
    terminal.wait("Enter hands in, n goes back")
    terminal.child.send("n\r")
    terminal.wait("Question 2 of 2")
    terminal.child.send("a\r")
    terminal.wait("Enter hands in, n goes back")
    terminal.child.send("\r")
    terminal.wait("See all: 2 questions", "q leaves.")
    terminal.child.send("all\r")
    terminal.wait_for(lambda: terminal.words.count("starts that one, q leaves.") == 2)
    number = re.search(r"(\d)\. See all", terminal.words)
    assert number
    terminal.child.send(f"{number[1]}\r")
    terminal.wait("Enter for the next one")
    terminal.child.send("q\r")
    terminal.child.send("q\r")
    assert terminal.end() == 0
    assert bare("exam", "list").out.startswith("1. ")


def test_home_is_taken_up_by_enter_alone(bare: Program) -> None:
    terminal = bare.terminal(rows=60)
    terminal.wait("When is your exam?")
    terminal.child.send("\r")
    terminal.wait("Enter starts the first", "q leaves.")
    terminal.child.send("\r")
    terminal.wait("Question 1 of 10")

    other = bare.terminal(rows=60)
    other.wait("q leaves.")
    other.child.send("q\r")
    assert other.end() == 0


def test_a_large_bank_is_checked_in_one_process(bare: Program, run: Program, tmp_path: Path) -> None:
    item = "- id: n{}\n  stem: What helps Ana {}?\n  options:\n  - correct: Asking\n    why: It asks.\n"
    bank = tmp_path / "large.yaml"
    head = "format: 1\nbank: large\ntitle: Large\ntopic: reflection\nitems:\n"
    bank.write_text(head + "".join(item.format(n, n) for n in range(3_500)), encoding="utf-8")

    here = bare("check", "--output-format", "json", bank)
    run.environment.pop("PYTHONPATH")
    assert (here.code, here.out) == (1, run("check", "--output-format", "json", bank).out)
