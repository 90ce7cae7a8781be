"""The record as its owner handles it: copies, undoing, a wrong clock, a second window."""

import json
import os
import re
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from exams import BANKS, EIGHT, ENTER, QUESTION, begin
from past import use_banks
from program import Program

ONE = ("drill", "-n", "1", "--seed", "3", "goal-setting")


def export(run: Program) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("history", "export").out.splitlines()]


def answers(run: Program) -> list[dict[str, Any]]:
    return [line for line in export(run) if "id" in line]


def test_a_copy_is_put_back_and_what_was_there_is_moved_aside(run: Program) -> None:
    run(*ONE, stdin="a\n")
    copy = run.home / "copy.db"
    assert run("history", "backup", copy).err.startswith(f"All your progress is in {copy}.")
    before = answers(run)
    run(*ONE, stdin="b\n")

    restored = run("history", "restore", copy)

    assert restored.code == 0
    assert "What was there before was moved to" in restored.err
    assert answers(run) == before
    (moved,) = run.home.glob("progress-2*.db")
    with closing(sqlite3.connect(moved)) as connection:
        assert connection.execute("SELECT count(*) FROM answers").fetchone()[0] > len(before)
    assert run("history", "undo").err.endswith("is taken back. The log keeps a note of it.\n")
    run(*ONE, stdin="a\n")
    machines = {line["machine"] for line in answers(run)}
    assert len(machines) == 2, "what is answered after a copy was put back is told from what the moved one has"


def test_what_a_killed_restore_left_behind_is_cleared_away(run: Program) -> None:
    run(*ONE, stdin="a\n")
    copy, left, fresh = (run.home / name for name in ("copy.db", ".progress.db.1", ".progress.db.2"))
    run("history", "backup", copy)
    for file in (left, fresh):
        file.write_bytes(b"half of a copy")
    os.utime(left, (1, 1))

    assert run("history", "restore", copy).code == 0

    assert [left.exists(), fresh.exists()] == [False, True]


@pytest.mark.parametrize("table", ["days", "attempts", "undone"])
def test_a_damaged_page_is_told_of_by_a_repair(table: str, run: Program) -> None:
    run(*ONE, stdin="a\n")
    run("history", "undo")
    file = run.home / "progress.db"
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as there:
        there.seek((page - 1) * size)
        there.write(b"x" * size)

    repaired = run("history", "repair")

    assert repaired.code == 2
    assert "cannot be read: the file is damaged" in repaired.err


def test_a_copy_replaces_a_copy_and_nothing_else(run: Program) -> None:
    run(*ONE, stdin="a\n")
    copy, letter = run.home / "copy.db", run.home / "letter.txt"
    letter.write_text("Dear Ana", encoding="utf-8")

    assert [run("history", "backup", copy).code for _ in range(2)] == [0, 0]
    refused = run("history", "backup", letter)

    assert refused.code == 2
    assert refused.err.startswith(f"{letter} is there already, and cps-quiz did not write it.\n")
    assert letter.read_text(encoding="utf-8") == "Dear Ana"
    assert run("history", "backup", letter, "--force").code == 0


@pytest.mark.parametrize("content", [b"", b"no database" * 50, None])
def test_what_is_no_copy_is_not_put_back(run: Program, content: bytes | None) -> None:
    run(*ONE, stdin="a\n")
    before = answers(run)
    copy = run.home / "copy.db"
    if content is not None:
        copy.write_bytes(content)

    ended = run("history", "restore", copy)

    assert ended.code == 2
    assert "Traceback" not in ended.err
    assert answers(run) == before
    assert list(run.home.glob("progress-2*")) == list(run.home.glob(".copy*")) == []


def test_one_file_alone_holds_everything_after_an_orderly_end(run: Program, tmp_path: Path) -> None:
    run(*ONE, stdin="a\n")
    told = answers(run)
    other = Program(tmp_path / "other")
    other.home.mkdir()
    assert [path.name for path in run.home.glob("progress*")] == ["progress.db"]

    shutil.copy(run.home / "progress.db", other.home)

    assert answers(other) == told != []


def test_totals_that_a_sync_has_mixed_up_are_made_again(run: Program) -> None:
    run(*ONE, stdin="a\n")
    right = run("progress", "--json").out
    with closing(sqlite3.connect(run.home / "progress.db")) as connection, connection:
        connection.execute("UPDATE days SET answers = answers + 7")
        connection.execute("DELETE FROM memories")

    ended = run("progress", "--json")

    assert ended.out == right
    assert ended.err.startswith("Your progress was changed from outside")
    assert run("progress", "--json").err == ""


def test_the_last_answer_is_taken_back_on_another_day_too(run: Program) -> None:
    run(*ONE, stdin="a\n")
    count = len([line for line in answers(run) if line["undone_at"] is None])

    ended = run("history", "undo")

    assert ended.err.startswith("Your answer to ")
    assert len([line for line in answers(run) if line["undone_at"] is None]) == count - 1
    assert len(answers(run)) == count
    for _ in range(count - 1):
        run("history", "undo")
    assert run("history", "undo").err == "There is no answer of a drill to take back.\n"


def test_a_deleted_exam_leaves_a_trace_and_its_number_is_not_given_again(run: Program) -> None:
    run("exam", *EIGHT, stdin="a\n")
    run("exam", *EIGHT, stdin="a\n")

    assert run("exam", "delete", "2").err.startswith("Mock exam 2 is deleted, and its 1 answer counts no more.")

    assert [line["number"] for line in json.loads(run("exam", "list", "--json").out)] == [1]
    assert run("exam", "show", "2", "--bank", BANKS).code == 2
    assert sum(line["undone_at"] is not None for line in answers(run)) == 1
    assert sum("exam_deleted" in line for line in export(run)) == 1
    run("exam", *EIGHT, stdin="a\n")
    assert [line["number"] for line in json.loads(run("exam", "list", "--json").out)] == [1, 3]


def test_a_deletion_travels(run: Program, tmp_path: Path) -> None:
    other = Program(tmp_path / "other")
    other.home.mkdir()
    run("exam", *EIGHT, stdin="a\n")
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_text(run("history", "export").out, encoding="utf-8")
    run("exam", "delete", "1")
    second.write_text(run("history", "export").out, encoding="utf-8")

    for file in (first, second, first):
        assert other("history", "import", file).code == 0

    assert other("exam", "list", "--json").out == "[]\n"
    assert answers(other) == answers(run)


@pytest.mark.parametrize("page", ["report.html", "link.html"])
def test_a_report_replaces_a_report_and_nothing_else(run: Program, page: str) -> None:
    run("exam", *EIGHT, stdin="a\n")
    file = run.home / page
    show = ("exam", "show", "1", "--bank", BANKS, "--html", file)
    if page == "link.html":
        (run.home / "mine.html").write_text("<p>My diary</p>", encoding="utf-8")
        file.symlink_to(run.home / "mine.html")
        assert run(*show).code == 2
        assert file.read_text(encoding="utf-8") == "<p>My diary</p>"
        assert run(*show, "--force").code == 0
    assert [run(*show).code for _ in range(2)] == [0, 0]


def test_a_paper_exam_replaces_nothing_that_is_not_one(run: Program) -> None:
    options = ("exam", "print", *EIGHT)
    (run.home / "exam-140-key.html").write_text("mine", encoding="utf-8")

    refused = run(*options)

    assert (refused.code, (run.home / "exam-140-questions.html").exists()) == (2, False)
    assert run(*options, "--force").code == 0
    assert run(*options).code == 0


def test_a_reset_is_told_to_the_window_that_is_open_and_nothing_is_lost(run: Program, practice: Path) -> None:
    terminal = run.terminal("drill", "--bank", practice)
    terminal.wait("1 of 5")
    terminal.press("\rs", "2 of 5")
    assert "was moved to" in run("history", "reset").err
    terminal.press("\rs", "3 of 5", "Your progress was moved away or deleted elsewhere")
    terminal.press("\x03")

    assert terminal.end() == 130
    assert "Your progress was moved away in another window (history reset or restore), or deleted." in terminal.error
    run.terminal("drill", "--bank", practice).wait("A drill was cut off at question 3 of 5.")


def test_a_drill_in_two_windows_goes_on_in_the_second(run: Program, practice: Path) -> None:
    first = run.terminal("drill", "--bank", practice)
    first.wait("1 of 5")
    first.press("\rs", "2 of 5")
    second = run.terminal("drill", "--bank", practice)
    second.wait("A drill is open in another window, at question 2 of 5.", "enter go on")
    second.press(ENTER, "2 of 5")

    first.press("\rs")

    assert first.end() == 2
    assert "This drill was taken over by another window." in first.error
    second.press("\rs", "3 of 5")
    second.press("\x03")
    assert second.end() == 130


def faketime(run: Program, at: int) -> dict[str, Any]:
    """A start of Python in which the clock stands at a time (milliseconds since 1970), and runs."""
    (run.home / "sitecustomize.py").write_text(
        "import os, time, datetime as d\n"
        "shift = int(os.environ['TEST_TIME']) / 1000 - time.time()\n"
        "class Clock(d.datetime):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None):\n"
        "        return cls.fromtimestamp(time.time() + shift, tz)\n"
        "d.datetime = Clock\n",
        encoding="utf-8",
    )
    return {"PYTHONPATH": str(run.home), "TEST_TIME": str(at)}


def test_a_wrong_clock_is_told_kept_and_mended(run: Program) -> None:
    real = round(time.time() * 1000)
    day, year = 86_400_000, 365 * 86_400_000

    run(*ONE, stdin="a\n", **faketime(run, real))
    in_the_future = run(*ONE, stdin="a\n", **faketime(run, real + year))
    back = run(*ONE, stdin="a\n", **faketime(run, real + day))
    later = run(*ONE, stdin="a\n", **faketime(run, real + 2 * day))
    before_release = run(*ONE, stdin="a\n", **faketime(run, day))

    assert in_the_future.err == ""
    assert "The clock of this computer stood before your last answer" in back.err
    assert later.err == ""
    assert "The clock of this computer" in before_release.err
    told = answers(run)
    assert [line["seq"] for line in told] == list(range(1, len(told) + 1))
    doubted = [line["answered_at"] for line in told if line["doubtful"]]
    assert min(doubted) < 2 * day
    assert max(doubted) > real + year - day
    shown = run("history", "repair")
    assert "its clock was right" in shown.out
    assert shown.err == "Nothing was changed. To change it: cps-quiz history repair --yes\n"
    assert answers(run) == told
    assert run("history", "repair", "--yes").code == 0
    sure = [line["answered_at"] for line in answers(run) if not line["doubtful"]]
    assert sure == sorted(sure)
    assert max(sure) < real + 3 * day
    assert len(sure) == len(told) - len([at for at in doubted if at > real + year - day or at < 2 * day])
    assert run("history", "repair").err.startswith("All answers are in the order of their times")


@pytest.mark.parametrize(
    ("starts", "hour", "day"),
    [
        pytest.param(None, 3, "2027-03-09", id="before-four"),
        pytest.param(None, 4, "2027-03-10", id="from-four-on"),
        pytest.param(0, 3, "2027-03-10", id="midnight"),
    ],
)
def test_the_day_begins_when_the_learner_says(run: Program, starts: int | None, hour: int, day: str) -> None:
    if starts is not None:
        (run.home / "settings.toml").write_text(f"[practice]\nday-starts = {starts}\n", encoding="utf-8")
    at = 1_804_636_800_000 + hour * 3_600_000  # 2027-03-10 in UTC

    run(*ONE, stdin="a\n", TZ="UTC", **faketime(run, at))

    assert {line["day"] for line in answers(run)} == {day}


def test_what_is_imported_is_told_as_what_it_is(run: Program, tmp_path: Path) -> None:
    run(*ONE, stdin="a\n")
    run("plan", "--exam-date", "2030-05-01")
    text = run("history", "export").out
    other = Program(tmp_path / "other")
    other.home.mkdir()
    file = tmp_path / "log.jsonl"
    for number, raw in enumerate((text.encode("utf-8-sig"), text.encode("utf-16"), b"\0" * 5000)):
        file.write_bytes(raw)
        ended = other("history", "import", file)
        assert (ended.code, ended.err.count("\n")) == ((1, 2) if number == 2 else (0, 1)), ended.err
    file.write_text(text.splitlines()[0][:-40], encoding="utf-8")
    assert "the file ends in the middle of this line: the copy was cut off." in other("history", "import", file).err
    newer = '{"postcard": "from a newer version", "at": 1}\n'
    file.write_text(newer, encoding="utf-8")
    assert other("history", "import", file).code == 0

    assert newer in other("history", "export").out
    assert answers(other) == answers(run)
    assert {"choice": "exam-date", "value": "2030-05-01"} in export(other)
    other("plan", "--exam-date", "2031-01-01")
    file.write_text(text, encoding="utf-8")
    other("history", "import", file)
    assert {"choice": "exam-date", "value": "2031-01-01"} in export(other)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16", "cp1252", "idna", "undefined", "ascii:strict"])
@pytest.mark.parametrize("command", [("drill", "-n", "1"), ("study",), ("bank", "list"), ("history", "export")])
def test_no_encoding_of_the_output_ends_in_a_traceback(run: Program, encoding: str, command: tuple[str, ...]) -> None:
    process = run.start(*command, stdin="a\n", PYTHONIOENCODING=encoding)
    out, err = process.communicate()

    assert process.returncode == 0
    assert b"Traceback" not in out + err
    assert out or command[0] == "history"


def test_questions_are_asked_as_they_were_in_a_drill_too(run: Program, practice: Path, tmp_path: Path) -> None:
    banks = tmp_path / "banks"
    shutil.copytree(practice, banks)
    use_banks(run.home, banks)
    terminal = run.terminal("drill", "--seed", "3")
    terminal.wait("1 of 5")
    terminal.press("\rs", "2 of 5")
    terminal.press("\x03")
    terminal.end()
    for bank in banks.glob("*.yaml"):
        text = bank.read_text(encoding="utf-8")
        bank.write_text(re.sub(r">-\n( +)", r">-\n\1Now then. ", text), encoding="utf-8")

    again = run.terminal("drill")
    again.wait("changed in your banks since, or gone from them;", "asked as before.")
    again.press(ENTER, "2 of 5")
    again.press("\r")
    again.press("bacd\r")
    again.wait("u undo")

    assert "Now then." not in again.words


def test_an_exam_says_that_it_is_taken_over_without_a_key(run: Program) -> None:
    first = begin(run)
    second = run.terminal("exam", "--bank", BANKS)
    second.wait("is open in another window", "enter go on")
    second.press(ENTER, "1 of 8", QUESTION)

    assert first.end() == 2
    assert "taken over" in first.error


def test_a_file_of_nul_bytes_is_one_problem(run: Program) -> None:
    bank = run.home / "bank.yaml"
    bank.write_bytes(b"\0" * 3000)

    assert run("check", bank).out.count("bank.yaml:1:1: error S008 unreadable-file: ") == 1
    assert run("check", bank).out.count("\n") == 1


def test_what_is_put_aside_is_never_picked_until_it_is_brought_back(run: Program, tmp_path: Path) -> None:
    use_banks(run.home, BANKS)
    terminal = run.terminal("drill", "stepping")
    terminal.wait("? help")
    terminal.press("x", "? help")
    terminal.press("q")
    assert terminal.end() == 0
    (aside,) = [line for line in export(run) if "aside" in line]

    assert run("bank", "aside", "hearing").err.startswith("hearing is put aside: neither drills nor exams ask it.")
    refused = run("exam", "--items", "8", stdin="a\n")
    assert refused.code == 2
    drilled = run("drill", "-n", "20", stdin="s\n" * 30).out
    assert "Hearing people out" not in drilled
    assert run("bank", "back", "hearing").code == 0
    assert run("bank", "back", str(aside["aside"])).err == f"{aside['aside']} is asked again.\n"
    assert run("exam", "--items", "8", stdin="a\n").code == 0
    assert run("bank", "aside", "nobody").code == 2
    other = Program(tmp_path / "other")
    other.home.mkdir()
    file = tmp_path / "log.jsonl"
    file.write_text(run("history", "export").out, encoding="utf-8")
    other("history", "import", file)
    assert [line for line in export(other) if "aside" in line] == [line for line in export(run) if "aside" in line]
