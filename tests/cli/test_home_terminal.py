"""The home screen, what it starts, and how a drill that was cut off goes on."""

import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from past import Tried, at_noon, keep, use_banks
from program import Program, Terminal

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.store.progress import Progress

SNAPSHOTS = Path(__file__).parent / "snapshots"
PRACTICE = Path(__file__).parent / "practice"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((40, 20), id="40x20")]
ENTER, CTRL_C = "\r", "\x03"
TIP = "Take the early bus"
LIVED_IN = (
    Tried("long-001", 90, "The one that tells them"),
    Tried("multiple-001", 3),
    Tried("single-001", 2),
    Tried("multiple-001", 1, "It has worked"),
    Tried("single-001", 1, TIP),
    Tried("single-001", 0),
)
"""A streak of four days; one question is long due."""

Start = Callable[..., Terminal]


@pytest.fixture
def home(run: Program, practice: Path) -> Start:
    """Start the program with no command, on the practice banks, after a past."""

    def started(*past: Tried, columns: int = 80, rows: int = 24, exam_in: int | None = None, **env: str) -> Terminal:
        now = at_noon(run)
        use_banks(run.home, practice)
        keep(run.home, practice, now, past)
        store = Progress(run.home / "progress.db")
        day = "" if exam_in is None else (now.date() + timedelta(days=exam_in)).isoformat()
        store.keep_setting("exam-date", day)
        store.close()
        terminal = run.terminal(columns=columns, rows=rows, **env)
        terminal.wait("q leave" if not env else "q leaves.")
        return terminal

    return started


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "past"), [pytest.param("empty", (), id="empty"), pytest.param("full", LIVED_IN)])
def test_the_home_screen_looks_as_it_did(
    home: Start, request: pytest.FixtureRequest, size: tuple[int, int], name: str, past: tuple[Tried, ...]
) -> None:
    terminal = home(*past, columns=size[0], rows=size[1], exam_in=30 if past else None)
    kept = SNAPSHOTS / f"{size[0]}x{size[1]}-home-{name}.txt"
    if request.config.getoption("--snapshot-update"):
        kept.write_text(terminal.text + "\n", encoding="utf-8")

    assert terminal.lines == kept.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("past", "step", "first"),
    [
        pytest.param((), "1 Meet what is new (2 aims)", "1 of 5", id="new"),
        pytest.param(LIVED_IN, "1 Practice telling apart: Giving tips", "Planning together · 1 of 3", id="tempting"),
        pytest.param(
            (Tried("long-001", 90, "The one that tells them"), Tried("multiple-001", 90)),
            "1 Bring back what fades (2 aims)",
            "1 of 5",
            id="fading",
        ),
    ],
)
def test_enter_starts_what_is_recommended(home: Start, past: tuple[Tried, ...], step: str, first: str) -> None:
    terminal = home(*past)
    assert step in terminal.words

    terminal.press(ENTER, first)


@pytest.mark.parametrize("key", [pytest.param("q", id="q"), pytest.param("\x04", id="ctrl-d")])
def test_q_leaves(home: Start, key: str) -> None:
    terminal = home()

    terminal.press(key)

    assert terminal.end() == 0


def test_a_window_that_changes_its_size_does_not_leave(home: Start) -> None:
    terminal = home()

    terminal.resize(60, 20)
    terminal.child.kill(signal.SIGWINCH)
    terminal.press(ENTER, "1 of 5")


def test_an_interruption_leaves_with_its_own_code(home: Start) -> None:
    terminal = home()

    terminal.press(CTRL_C)

    assert terminal.end() == 130
    assert "Traceback" not in terminal.error


def test_a_plain_home_screen_has_no_escapes_and_starts_as_well(home: Start) -> None:
    terminal = home(*LIVED_IN, TERM="dumb", exam_in=1)

    assert b"\x1b" not in terminal.raw
    assert terminal.lines[:7] == [
        "Your exam: in 1 day.",
        "Ready? 17 more new questions until this can be said.",
        "Weakest: Planning together.",
        "Today: 1 of 1 done today: that is all for today.",
        "Streak: 4 days, 1 answer today.",
        "1. Practice telling apart: Giving tips: cps-quiz drill --misconception",
        "giving-tips",
    ]
    terminal.press(ENTER, "Question 1 of 3.")
    assert b"\x1b" not in terminal.raw


def test_a_first_start_is_welcomed_and_a_second_is_not(home: Start, run: Program) -> None:
    told = ("practice for future peer specialists", "No answer can do any harm", "about ten minutes", "Enter to begin")
    terminal = home(TERM="dumb")
    assert all(words in terminal.words for words in told)
    assert terminal.lines[0].startswith("Welcome.")
    terminal.press("q")
    assert terminal.end() == 0

    keep(run.home, PRACTICE, at_noon(run), (Tried("single-001", 0),))
    for term in ("xterm-256color", "dumb"):
        again = run.terminal(TERM=term)
        again.wait("q leave")
        assert "Welcome" not in again.words


def test_the_environment_makes_plain_the_usual(home: Start) -> None:
    terminal = home(CPS_QUIZ_PLAIN="1")

    terminal.press(ENTER, "Question 1 of 5.")
    assert b"\x1b" not in terminal.raw


def test_without_a_terminal_there_is_help_and_nothing_is_made(run: Program) -> None:
    ended = run()

    assert ended.code == 0
    assert "Usage" in ended.out
    assert not (run.home / "progress.db").exists()


def test_an_exam_that_is_over_is_not_counted_down(home: Start) -> None:
    assert "Your exam" not in home(exam_in=-1).words


@pytest.fixture
def drill(run: Program, practice: Path) -> Start:
    """Start a drill of a question with one right answer and of one with a long text."""

    def started(*until: str, options: tuple[str, ...] = (), bank: Path | None = None) -> Terminal:
        banks = [practice / f"{name}.yaml" for name in ("curriculum", "single", "long")]
        if bank is not None:
            banks = [practice / "curriculum.yaml", bank]
        asked = [word for path in banks for word in ("--bank", str(path))]
        terminal = run.terminal("drill", *asked, *options, rows=40)
        terminal.wait(*until or ("q stop",))
        return terminal

    return started


def cut_off(terminal: Terminal, end: str) -> None:
    """Answer the first question, go on to the second, and lose the drill."""
    terminal.press("a", "? help · u undo")
    terminal.press("n", "2 of 2", "q stop")
    if end == "^C":
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    elif end == "hang-up":
        assert terminal.hang_up() == 130
    else:
        terminal.child.kill(signal.SIGTERM)
        assert terminal.end() == 130


@pytest.mark.parametrize("end", ["^C", "hang-up", "SIGTERM"])
def test_a_drill_that_was_cut_off_goes_on_with_its_answers(drill: Start, end: str) -> None:
    cut_off(drill("1 of 2", "q stop"), end)

    again = drill("A drill was cut off at question 2 of 2. Go on with it?")
    again.press(ENTER, "2 of 2", "q stop")
    again.press("q")

    assert again.end() == 0
    assert "of 1 question right at the first try" in summary(again)
    assert "1 not reached." in summary(again)


def summary(terminal: Terminal) -> str:
    return " ".join(" ".join(terminal.normal()).split())


def test_n_begins_anew_and_the_offer_is_gone(drill: Start, run: Program) -> None:
    cut_off(drill("1 of 2", "q stop"), "^C")

    drill("A drill was cut off", "n begin anew").press("n", "1 of 2", "q stop")
    left = Progress(run.home / "progress.db")
    answered = [entry.attempt for entry, _ in left.log()]
    unfinished = left.unfinished("drill")
    left.close()

    assert len(answered) == 1
    assert unfinished is None or unfinished.id not in answered


def test_the_home_screen_goes_on_with_a_drill_at_one_key(home: Start, run: Program) -> None:
    home().press(ENTER, "1 of 5")
    run.terminals[0].press(f"{ENTER}s", "2 of 5")  # Enter goes from typing an own answer to the keys
    run.terminals[0].press(CTRL_C)
    assert run.terminals[0].end() == 130

    again = run.terminal()
    again.wait("1 Go on with the drill that was cut off", "q leave")
    again.press(ENTER, "2 of 5")


def test_a_crammed_drill_goes_on_as_one(drill: Start, run: Program) -> None:
    cut_off(drill("1 of 2", "q stop", options=("--cram",)), "^C")

    drill("1 of 2", "q stop").press("q")
    drill("A drill was cut off", options=("--cram",)).press(ENTER, "2 of 2", "q stop")
    run.terminals[-1].press("a", "u undo")

    store = Progress(run.home / "progress.db")
    assert all(entry.cram for entry, _ in store.log())
    assert store.past() == {}
    store.close()


def test_confidence_is_asked_by_one_key_kept_and_remembered_until_it_is_turned_off(drill: Start, run: Program) -> None:
    terminal = drill("q stop", options=("--confidence",))
    terminal.press("a", "How sure were you", "1 sure", "3 guessing")
    assert "best answer" not in terminal.words
    terminal.press("z", "Press 1, 2 or 3, or Enter to pass.")
    terminal.press("3", "best answer", "u undo")
    terminal.press("q")
    assert terminal.end() == 0
    store = Progress(run.home / "progress.db")
    assert [entry.confidence for entry, _ in store.log()] == [Confidence.GUESSING]
    store.close()

    remembered = drill("q stop")
    remembered.press("a", "How sure were you")
    remembered.press("1", "u undo")
    remembered.press("q")
    assert remembered.end() == 0

    for options in (("--no-confidence",), ()):
        off = drill("q stop", options=options)
        off.press("a", "best answer", "u undo")
        off.press("q")
        assert off.end() == 0


@pytest.mark.parametrize("options", [pytest.param((), id="full-screen"), pytest.param(("--plain",), id="plain")])
def test_how_sure_one_was_need_not_be_said(drill: Start, run: Program, options: tuple[str, ...]) -> None:
    terminal = drill("q stop", options=("--confidence", *options))
    terminal.press("a", "Enter passes")
    terminal.press("z", "Press 1, 2 or 3, or Enter to pass.")
    assert "best answer" not in terminal.words

    terminal.press(ENTER, "best answer", "u undo")

    store = Progress(run.home / "progress.db")
    assert [entry.confidence for entry, _ in store.log()] == [None]
    store.close()


def test_an_answer_that_was_undone_leaves_the_schedule(drill: Start, run: Program) -> None:
    terminal = drill("1 of 2", "q stop")
    terminal.press("a", "? help · u undo")
    store = Progress(run.home / "progress.db")
    assert len(store.past()) == 1

    terminal.press("u", "a-d answer", "q stop")

    assert store.past() == {}
    assert [bool(undone) for _, undone in store.log()] == [True]
    store.close()


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        pytest.param({"correct: Two": "wrong: Two", "wrong: Let me": "correct: Let me"}, True, id="another key"),
        pytest.param({"Two years is a long": "Two years is a lnog"}, False, id="a slip in the key"),
        pytest.param({"Two years is a long": "Two years is not a long"}, True, id="a word that turns it around"),
        pytest.param({"Two years is a long": "Ten years is a long"}, True, id="another number"),
        pytest.param({"It is warm, and it closes": "It is kind, and it closes"}, False, id="another why"),
    ],
)
def test_a_question_with_another_key_says_so(
    drill: Start, practice: Path, tmp_path: Path, edits: dict[str, str], *, told: bool
) -> None:
    bank = tmp_path / "bank.yaml"
    text = (practice / "single.yaml").read_text(encoding="utf-8")
    bank.write_text(text, encoding="utf-8")
    first = drill("q stop", bank=bank)
    first.press("a", "u undo")
    first.press("q")
    assert first.end() == 0

    for before, after in edits.items():
        assert before in text
        text = text.replace(before, after)
    bank.write_text(text, encoding="utf-8")

    for options in ((), ("--plain",)):
        again = drill("q stop", bank=bank, options=options)
        assert ("has changed since you last met it" in again.words) is told


def test_retired_and_vanished_questions_do_no_harm(run: Program, practice: Path, tmp_path: Path) -> None:
    now = at_noon(run)
    keep(run.home, practice, now, LIVED_IN)
    bank = tmp_path / "bank.yaml"
    text = (practice / "single.yaml").read_text(encoding="utf-8")
    bank.write_text(text.replace("    level: apply", "    retired: true\n    level: apply"), encoding="utf-8")
    use_banks(run.home, practice / "curriculum.yaml", bank, practice / "order.yaml")

    terminal = run.terminal()
    terminal.wait("Today nothing is urgent", "1 Some questions to stay fresh", "q leave")
    terminal.press(ENTER, "Planning together · 1 of 1", "q stop")
    terminal.press("w", "question", "q stop")
    terminal.press("q", "How it went", "q leave")
    terminal.press("q")

    assert terminal.end() == 0
    assert run("history", "export").out.count("\n") == len(LIVED_IN)
    assert run("progress").code == 0


def test_a_drill_whose_questions_vanished_goes_on_with_them(drill: Start, practice: Path) -> None:
    cut_off(drill("1 of 2", "q stop"), "^C")

    drill("cut off at question", "changed in your banks since, or gone", "enter go on", bank=practice / "order.yaml")


def test_a_store_that_fails_on_the_way_is_told_of_where_it_can_be_read(drill: Start, run: Program) -> None:
    terminal = drill("q stop")
    connection = sqlite3.connect(run.home / "progress.db")
    connection.execute("DROP TABLE attempts")
    connection.close()

    terminal.press("a", "u undo", "Not kept yet: 1 answer (no such table: attempts).")
    assert terminal.error == ""
    terminal.press("q")

    assert terminal.end() == 0
    assert "Not kept yet: 1 answer" in terminal.error


def damaged(path: Path) -> None:
    path.write_bytes(b"no database" * 500)


def of_a_newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("befall", "told", "cure"),
    [
        pytest.param(damaged, "cannot be read: the file is damaged", "cps-quiz history salvage", id="damaged"),
        pytest.param(of_a_newer_version, "was kept by a newer cps-quiz", "Update cps-quiz", id="newer"),
        pytest.param(a_folder, "unable to open", "name another folder in CPS_QUIZ_HOME", id="no file"),
    ],
)
def test_home_says_what_is_wrong_with_the_database(
    run: Program, befall: Callable[[Path], None], told: str, cure: str
) -> None:
    run("drill", "-n", "1", stdin="a\n")
    path = run.home / "progress.db"
    befall(path)

    terminal = run.terminal()

    assert terminal.end() == 2
    sentence, hint = terminal.error.splitlines()
    assert str(path) in sentence
    assert told in sentence
    assert cure in hint


def test_home_does_not_stand_still_while_another_program_holds_the_database(run: Program) -> None:
    run("drill", "-n", "1", stdin="a\n")
    with closing(sqlite3.connect(run.home / "progress.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")  # not even to be read
        other.execute("BEGIN EXCLUSIVE")
        terminal = run.terminal()

        assert terminal.end() == 2, "`end` waits no longer than 10 seconds"
        sentence, hint = terminal.error.splitlines()
    assert sentence.endswith("another program holds it.")
    assert hint.startswith("Try again when it has ended.")
