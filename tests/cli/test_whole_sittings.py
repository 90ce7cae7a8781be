"""Whole sittings in a terminal: reading in parts, arrow keys, half answers, where one stands, and what can be set."""

from pathlib import Path

import pytest
from past import use_banks
from program import Program, Terminal

ENTER, BACKSPACE, UP, DOWN = "\r", "\x7f", "\x1b[A", "\x1b[B"


@pytest.fixture
def drill(run: Program, practice: Path) -> "Drill":
    return Drill(run, practice)


class Drill:
    """Starts drills of one bank."""

    def __init__(self, run: Program, practice: Path) -> None:
        self.run = run
        self.practice = practice

    def __call__(self, bank: str, *options: str, columns: int = 80, rows: int = 24, command: str = "drill") -> Terminal:
        use_banks(self.run.home, self.practice / "curriculum.yaml", self.practice / f"{bank}.yaml")
        terminal = self.run.terminal(command, "--seed", "3", *options, columns=columns, rows=rows)
        terminal.wait("q ")
        return terminal


def test_an_explanation_is_read_in_parts_and_left_from_the_last(drill: Drill) -> None:
    terminal = drill("single")
    terminal.press("c", "part 1 of 2", "What should Tom say first?", "your choice", "Instead:", "best answer")
    terminal.press(" ", "part 2 of 2", "You will be fine")
    terminal.press(BACKSPACE, "part 1 of 2", "What should Tom say first?")
    terminal.press(ENTER, "part 2 of 2")
    terminal.press(ENTER, "once more", "a-d answer")
    terminal.press("c", "Right, well remembered.")
    terminal.press("n", "How it went", "q leave")


def test_a_folded_situation_is_whole_with_one_key(drill: Drill) -> None:
    terminal = drill("single", columns=40, rows=20)
    terminal.press(" ", "c Take the early bus", "q stop")
    terminal.press("c", "(s shows all)", "What should Tom say first?", "q stop")
    assert "Rosa starts a job" not in terminal.words
    terminal.press("s", "Rosa starts a job in Lynn on Monday.", "q stop")
    terminal.press("s", "(s shows all)", "q stop")


def test_a_note_stands_above_the_keys_and_moves_nothing_away(drill: Drill) -> None:
    terminal = drill("multiple")
    for key, told in (("z", "z means nothing here"), ("h", "There is no hint for this one."), ("6", "6 means nothing")):
        terminal.press(key, told, "q stop")
        assert all(f"[ ] {letter}" in terminal.text for letter in "abcd")
        assert "part " not in terminal.words


def test_arrow_keys_and_enter_are_enough(drill: Drill) -> None:
    terminal = drill("multiple")
    terminal.press(DOWN, "▸[ ] a")
    terminal.press(ENTER, "▸[x] a")
    terminal.press(DOWN + DOWN + UP, "▸[ ] b")
    terminal.press(ENTER, "▸[x] b")
    terminal.press(ENTER, "? help · u undo")
    terminal = drill("order")
    for nth in (1, 2, 3, 4):
        terminal.press(DOWN, "▸")
        terminal.press(ENTER, f"{nth}. ")
    terminal.press(ENTER, "The right order:")
    terminal = drill("single")
    terminal.press(UP, "▸ d")
    terminal.press(ENTER, "Right.")


def test_half_an_answer_of_an_exam_is_listed_before_handing_in(drill: Drill) -> None:
    terminal = drill("multiple", "--items", "1", command="exam")
    terminal.press(ENTER, "1 of 1", "? help")
    terminal.press("a", "[x] a", "1 answered")
    terminal.press("s", "1 question is half answered: 1. Hand in all the same?")
    terminal.press("z", "1 of 1", "? help")
    terminal.press("bc", "Only two are asked for: take 1 back.")


def test_progress_begins_with_where_one_stands_and_is_left_or_acted_on(drill: Drill) -> None:
    terminal = drill("single")
    terminal.press("d", "Right.")
    terminal.press("qq")
    assert terminal.end() == 0
    page = drill.run.terminal("progress", rows=20)
    page.wait(
        "Ready? 19 more new questions", "Today nothing is urgent, 1 answer given", "This week: 1 answer", "part 1 of"
    )
    page.press(ENTER, "part 2 of")
    page.press("1", "1 of 1", "a-d answer")


def test_length_width_and_plain_mode_can_be_set(drill: Drill) -> None:
    drill("single").press("qq")
    settings = drill.run.home / "settings.toml"
    kept = settings.read_text(encoding="utf-8")
    settings.write_text(f"{kept}[practice]\nlength = 1\n[look]\nwidth = 50\n", encoding="utf-8")
    terminal = drill.run.terminal("drill", "--bank", str(drill.practice), columns=100)
    terminal.wait("1 of 1", "q ")
    assert max(map(len, terminal.lines)) <= 50
    settings.write_text(f"{kept}[look]\nplain = true\n", encoding="utf-8")
    plain = drill.run.terminal("drill", "--bank", str(drill.practice))
    plain.wait("Question 1 of 5.")
    assert b"\x1b" not in plain.raw


def test_a_drill_ends_with_its_minutes(run: Program, practice: Path) -> None:
    use_banks(run.home, practice)
    ended = run("drill", "--minutes", "1", stdin="a\n")
    assert "Question 1 of 3." in ended.out, "no more questions than fit into the time"
