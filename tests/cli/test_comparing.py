"""The other situations of a set, after an answer and in `bank show`."""

from pathlib import Path

import pytest
from program import Program, Terminal

HERE = Path(__file__).parent
SETS = HERE / "sets" / "sets.yaml"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((40, 20), id="40x20")]
IN_SET, ALONE = "2", "1"
"""Seeds whose first question is Amir's, and the one that stands alone."""

ROSA, JUNE = "The stops are known; the fear is not yet heard.", "June says when she will talk."
OFFER = "v other situations"


def begin(
    run: Program, practice: Path, seed: str, *options: str, size: tuple[int, int] = (80, 24), until: str = "q stop"
) -> Terminal:
    banks = ("--bank", str(practice / "curriculum.yaml"), "--bank", str(SETS))
    terminal = run.terminal("drill", "--seed", seed, *banks, *options, columns=size[0], rows=size[1])
    terminal.wait(until)
    return terminal


@pytest.mark.parametrize("size", SIZES)
def test_the_other_situations_look_as_they_did(
    run: Program, practice: Path, request: pytest.FixtureRequest, size: tuple[int, int]
) -> None:
    terminal = begin(run, practice, IN_SET, size=size)
    terminal.press("a", "Here is why.", "q stop")
    seen = [*terminal.lines, "=" * size[0]]
    terminal.press("v", "q back")
    seen += terminal.lines
    if "part 1 of 2" in terminal.words:
        terminal.press(" ", "part 2 of 2", "q back")
        seen += ["=" * size[0], *terminal.lines]

    kept = HERE / "snapshots" / f"{size[0]}x{size[1]}-comparison.txt"
    if request.config.getoption("--snapshot-update"):
        kept.write_text("\n".join(seen) + "\n", encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8").splitlines(), f"{kept.name} is another; --snapshot-update?"


def test_v_shows_the_other_situations_and_goes_back(run: Program, practice: Path) -> None:
    terminal = begin(run, practice, IN_SET)
    terminal.press("a", OFFER, "q stop")
    assert ROSA not in terminal.words

    terminal.press("v", ROSA, JUNE, "2 other situations", 'the best answer is "Look up the way together".', "q back")
    assert "One fact is missing" not in terminal.words
    assert OFFER not in terminal.words

    terminal.press("v", "One fact is missing", OFFER)
    terminal.press("?", "v after your answer", "goes back")
    terminal.press("?", OFFER)
    terminal.press("v", ROSA)
    terminal.press("v", OFFER)
    terminal.press("n", "2 of 4", "a-c answer")


def test_it_begins_with_the_first_part_both_ways(run: Program, practice: Path) -> None:
    terminal = begin(run, practice, IN_SET, size=(40, 20))
    terminal.press("a", "part 1 of 2", "q stop")
    terminal.press(" ", "part 2 of 2", "q stop")
    terminal.press("v", "part 1 of 2", "q back")
    terminal.press(" ", "part 2 of 2", "q back")
    terminal.press("v", "part 1 of 2", "n next question")


def test_an_item_alone_offers_nothing(run: Program, practice: Path) -> None:
    terminal = begin(run, practice, ALONE)
    terminal.press("?", "undo the last answer", "any key goes back")
    assert "situations" not in terminal.words
    terminal.press("x", "a-c answer")

    terminal.press("a", "is why.", "q stop")
    before = terminal.lines
    assert "situations" not in terminal.words
    terminal.press("v?", "undo the last answer", "any key goes back")
    assert "situations" not in terminal.words
    terminal.press("?", "is why.", "q stop")
    assert terminal.lines == before


@pytest.mark.parametrize("answer", [pytest.param("", id="question"), pytest.param("a", id="after-an-answer")])
def test_a_help_of_several_parts_is_turned_on_a_smaller_screen(run: Program, practice: Path, answer: str) -> None:
    terminal = begin(run, practice, IN_SET, size=(40, 15))
    if answer:
        terminal.press(answer, "part 1 of", "enter more")

    terminal.press("?", "part 1 of", "space more", "any other key goes back")
    assert "your answers count" not in terminal.words
    terminal.press("\x1b[F", "stop; your answers count")
    terminal.press("?", "enter more" if answer else "a-c answer", "q stop")


def test_while_a_question_is_open_v_says_nothing(run: Program, practice: Path) -> None:
    terminal = begin(run, practice, IN_SET)
    terminal.press("v", "v means nothing here")
    assert JUNE not in terminal.words


def test_in_plain_mode_v_says_them(run: Program, practice: Path) -> None:
    terminal = begin(run, practice, IN_SET, "--plain", size=(200, 70), until="q stop.")
    terminal.press("?", "v: after your answer: the other situations of this set")
    terminal.press("a", f"Enter for the next question, e the approach, {OFFER} of this set, u undo, f flag, q stop.")
    assert ROSA not in terminal.words

    terminal.press(
        "v",
        "The best answer there: Ask what the door is like for her",
        ROSA,
        "The best answer there: Leave the job",
        JUNE,
    )
    terminal.wait(f"shows that her no counts. Enter for the next question, e the approach, {OFFER} of this set, u undo")
    terminal.press("\r", "Question 2 of 4.")


def test_in_plain_mode_an_item_alone_offers_nothing(run: Program, practice: Path) -> None:
    terminal = begin(run, practice, ALONE, "--plain", size=(200, 70), until="q stop.")
    terminal.press("?", "q: stop")
    terminal.press("a", "u undo, f flag, q stop.")
    terminal.press("v\r", "Question 2 of 4.")
    assert "The best answer there" not in terminal.words


def test_a_pipe_says_no_more_than_before(run: Program, practice: Path) -> None:
    ended = run("drill", "--seed", IN_SET, "--bank", practice / "curriculum.yaml", "--bank", SETS, stdin="a\n")
    assert ended.code == 0
    assert "One fact is missing" in ended.out
    assert ROSA not in ended.out


def test_showing_an_item_shows_its_others_below(run: Program, practice: Path) -> None:
    banks = ("--bank", practice / "curriculum.yaml", "--bank", SETS)
    out = run("bank", "show", "sets-002", *banks).out
    explained, others = out.split("\n\nThe same options in 2 other situations. ")
    assert "One fact is missing" in explained
    assert others.count("The best answer there: ") == 2
    assert ROSA in others
    assert "other situation" not in run("bank", "show", "sets-004", *banks).out


def test_showing_an_item_on_a_terminal_shows_its_others_below(run: Program, practice: Path) -> None:
    banks = ("--bank", practice / "curriculum.yaml", "--bank", SETS)
    terminal = run.terminal("bank", "show", "sets-003", *banks, rows=60)
    assert terminal.end() == 0
    assert (
        'The same options in 2 other situations. In this one the best answer is "Leave the job alone' in terminal.words
    )
    assert terminal.words.index(ROSA) < terminal.words.index("One fact is missing")
