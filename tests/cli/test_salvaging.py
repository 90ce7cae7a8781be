"""Progress whose file is damaged: what can be read of it is saved, and what is lost is told."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from exams import EIGHT
from past import use_banks
from program import Ended, Program

from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.marks import Flag, Note
from cps_quiz.store.progress import Progress

PAGE = 4096
MACHINE = "a" * 32
OTHERS = 400
"""Answers of another machine, so that the log is many pages long."""


def export(run: Program) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("history", "export").out.splitlines()]


def answers(lines: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {line["id"]: line for line in lines if "id" in line}


@pytest.fixture
def kept(run: Program, practice: Path) -> list[dict[str, Any]]:
    """Answers of two drills and of another machine, an exam, a choice, something put aside, in one file."""
    use_banks(run.home, practice)
    for seed in ("1", "2"):
        run("drill", "-n", "4", "--seed", seed, stdin="a\n" * 8)
    run("plan", "--exam-date", "2030-01-01")
    run("exam", *EIGHT, stdin="a\nb\n" * 8)
    first = next(iter(answers(export(run)).values()))
    log = run.home / "other.jsonl"
    lines = (
        {**first, "id": f"{number:032x}", "attempt": f"{number // 20:032x}", "machine": MACHINE, "seq": number}
        for number in range(1, OTHERS + 1)
    )
    log.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert run("history", "import", log).err.startswith(f"{OTHERS} new answers")
    return export(run)


class Damage(NamedTuple):
    """Something that befalls a file, and how many answers it takes at most, None for any number but all."""

    befall: Callable[[bytes], bytes]
    most: int | None


def overwritten(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + Random(1).randbytes(6000) + content[middle + 6000 :]


def zeroed(content: bytes, page: int) -> bytes:
    return content[: page * PAGE] + bytes(PAGE) + content[(page + 1) * PAGE :]


DAMAGE = {
    "overwritten": Damage(overwritten, 30),
    "cut off at half": Damage(lambda content: content[: len(content) // 2 + 1000], None),
    "first page": Damage(lambda content: zeroed(content, 0), 0),
    "first page of the log": Damage(lambda content: zeroed(content, _root(content)), 30),
    "page in the middle": Damage(lambda content: zeroed(content, len(content) // PAGE // 2), 15),
    "last page": Damage(lambda content: zeroed(content, len(content) // PAGE - 1), 15),
    "one byte of text": Damage(lambda content: content.replace(b'{"chosen": [', b'{"chosen": \xff', 1), 1),
}


def _root(content: bytes) -> int:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content[:18] + b"\x01\x01" + content[20:])
        found = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'answers'").fetchone()
    return int(found[0]) - 1


def sittings(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT id, kind, seed, started_at, ended_at FROM attempts ORDER BY id").fetchall()


def told(ended: Ended) -> tuple[int, int]:
    """How many answers were read and how many lost, as the program says."""
    read = re.search(r"^Read from the damaged file: (\d+) answers?", ended.err, re.MULTILINE)
    lost = re.search(r"^Lost, by their numbers and totals: (?:(\d+) answers?)?", ended.err, re.MULTILINE)
    assert read
    return int(read[1]), int(lost[1] or 0) if lost else 0


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_can_be_read_is_saved_and_the_rest_is_told(
    run: Program, kept: list[dict[str, Any]], damage: Damage
) -> None:
    path = run.home / "progress.db"
    damaged = damage.befall(path.read_bytes())
    path.write_bytes(damaged)
    before = answers(kept)
    files = {file.name for file in run.home.iterdir()}

    ended = run("history", "salvage")

    after = export(run)
    assert "Traceback" not in ended.err
    assert told(ended) == (len(answers(after)), len(before) - len(answers(after)))
    assert ended.code == ("Lost" in ended.err)
    assert all(line == before[id_] for id_, line in answers(after).items())
    assert all(line in kept for line in after)
    assert len(after) > 50
    if damage.most is not None:
        assert len(before) - len(answers(after)) <= damage.most
    (moved,) = run.home.glob("progress-2*.db")
    assert f"The damaged file was moved to {moved}." in ended.err
    assert moved.read_bytes() == damaged
    assert {file.name for file in run.home.iterdir()} == {*files, moved.name}
    assert run("history", "salvage").err.startswith(f"{path} is whole")
    assert run("drill", "-n", "1", stdin="a\n").code == 0


def test_of_a_damaged_first_page_nothing_is_lost(run: Program, kept: list[dict[str, Any]]) -> None:
    path = run.home / "progress.db"
    before = sittings(path)
    path.write_bytes(zeroed(path.read_bytes(), 0))

    run("history", "salvage")

    assert sorted(map(json.dumps, export(run))) == sorted(map(json.dumps, kept))
    assert sittings(path) == before


@pytest.mark.parametrize("content", [b"", b"no database " * 5000, Random(2).randbytes(50_000), bytes(50_000)])
def test_of_what_is_no_database_nothing_is_saved_and_nothing_changed(run: Program, content: bytes) -> None:
    path = run.home / "progress.db"
    path.write_bytes(content)
    files = {file.name for file in run.home.iterdir()}

    ended = run("history", "salvage")

    assert ended.code == 2
    assert ended.err.startswith(f"Nothing of {path} can be read")
    assert path.read_bytes() == content
    assert {file.name for file in run.home.iterdir()} == files


def test_what_a_damaged_copy_holds_is_added_and_the_copy_stays_as_it_is(run: Program, kept: list[Any]) -> None:
    copy = run.home / "copy.db"
    run("history", "backup", copy)
    copy.write_bytes(damaged := zeroed(copy.read_bytes(), 0))
    run("history", "reset")
    run("drill", "-n", "1", stdin="a\n")
    since = answers(export(run))

    refused = run("history", "restore", copy)
    ended = run("history", "salvage", copy)

    assert refused.err.splitlines()[-1].endswith(f"cps-quiz history salvage {copy}")
    assert ended.code == 0
    assert f"{copy} was left as it is." in ended.err
    assert copy.read_bytes() == damaged
    assert answers(export(run)) == since | answers(kept)


def test_without_progress_there_is_nothing_to_save(run: Program) -> None:
    ended = run("history", "salvage")

    assert (ended.code, ended.err.splitlines()[0]) == (2, f"There is no file or folder {run.home / 'progress.db'}.")


@pytest.mark.usefixtures("kept")
def test_a_file_of_a_newer_version_is_left_to_it(run: Program) -> None:
    path = run.home / "progress.db"
    content = zeroed(path.read_bytes(), 20)
    path.write_bytes(content[:60] + (999).to_bytes(4) + content[64:])

    ended = run("history", "salvage")

    assert ended.code == 2
    assert "was kept by a newer cps-quiz" in ended.err


def test_what_stands_in_the_write_ahead_log_only_is_saved(run: Program, kept: list[dict[str, Any]]) -> None:
    path, log = run.home / "progress.db", run.home / "progress.db-wal"
    terminal = run.terminal("drill", "-n", "4", "--seed", "3")
    terminal.wait("q stop")
    terminal.press("a", "best answer", "q stop")
    shutil.copy(path, run.home / "copy.db")
    shutil.copy(log, run.home / "copy.db-wal")
    assert log.stat().st_size
    copy = run.home / "copy.db"
    content = copy.read_bytes()
    copy.write_bytes(zeroed(content, len(content) // PAGE // 2))
    terminal.press("q", "How it went", "q leave")
    terminal.press("q")
    assert terminal.end() == 0
    now = answers(export(run))
    run("history", "reset")

    run("history", "salvage", copy)

    (fresh,) = now.keys() - answers(kept).keys()
    assert answers(export(run))[fresh] == now[fresh]


@pytest.mark.usefixtures("kept")
def test_an_answer_that_is_no_answer_any_more_is_told_without_a_traceback(run: Program) -> None:
    path = run.home / "progress.db"
    path.write_bytes(DAMAGE["one byte of text"].befall(path.read_bytes()))

    for command in ("export", "rebuild"):
        ended = run("history", command)
        assert ended.code == 2
        assert ended.err.splitlines()[-1] == "To save what can be read of it: cps-quiz history salvage"


@pytest.mark.usefixtures("kept")
def test_flags_and_notes_are_saved_too(run: Program) -> None:
    path = run.home / "progress.db"
    store = Progress(path)
    flag, note = Flag(ItemId("single-001"), flagged=True, at=5), Note(ItemId("single-001"), "Ask first.", 6)
    store.marks.keep([flag], [note])
    store.close()
    path.write_bytes(zeroed(path.read_bytes(), 0))

    assert "Lost" not in run("history", "salvage").err

    again = Progress(path)
    assert (again.marks.flags(), again.marks.notes()) == ([flag], [note])
    again.close()
