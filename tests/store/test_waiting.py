"""A store that does not answer: what is answered waits in a file, and goes in once, when it can."""

import json
import resource
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from program import Program

from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.record.log import Attempt, Logged
from cps_quiz.core.record.marks import Flag
from cps_quiz.errors import TakenOverError
from cps_quiz.journeys.history import take_in
from cps_quiz.store.patient import PatientProgress
from cps_quiz.store.progress import Progress
from cps_quiz.store.spool import taken, waiting_files

START = 1_800_000_000_000
PATIENCE = 2.0
"""Seconds that a screen may stand still."""


def entry(number: int, attempt: str = "sitting") -> Logged:
    return Logged(
        id=f"answer-{number}",
        attempt=attempt,
        item=ItemId(f"item-{number}"),
        topic=TopicId("t"),
        objective=None,
        fingerprint="f",
        key="k",
        response={"chosen": [0]},
        offered=(),
        chosen=(("Text", None),),
        score=1.0,
        self_assessed=False,
        again=0,
        confidence=None,
        cram=False,
        seed=1,
        seconds=1.0,
        answered_at=START + number,
        day="2027-01-15",
    )


def attempt(store: PatientProgress, plan: str = "{}") -> Attempt:
    return Attempt("sitting", "drill", 1, START, plan, store.owner)


class Failing(NamedTuple):
    """A database that cannot be written, why, and how it can be written again."""

    reason: str
    mend: Callable[[], object]


def locked(path: Path, _progress: Progress) -> Failing:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return Failing("another program holds it", other.close)


def too_large(path: Path, _progress: Progress) -> Failing:
    """No file may grow over what the log of the database has already."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.with_name("progress.db-wal").stat().st_size, hard))
    return Failing("disk I/O error", lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard)))


def read_only(_path: Path, progress: Progress) -> Failing:
    connection: sqlite3.Connection = vars(progress)["_connection"]
    connection.execute("PRAGMA query_only = ON")
    return Failing("it may only be read", lambda: connection.execute("PRAGMA query_only = OFF"))


def folder_gone(path: Path, _progress: Progress) -> Failing:
    elsewhere = path.parent.with_name("unplugged")
    path.parent.rename(elsewhere)
    return Failing("its folder is gone", lambda: elsewhere.rename(path.parent))


FAILURES = [pytest.param(make, id=make.__name__) for make in (locked, too_large, read_only, folder_gone)]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home" / "progress.db"


@pytest.fixture
def progress(path: Path) -> Iterator[Progress]:
    store = Progress(path)
    yield store
    store.close()


@pytest.mark.parametrize("fail", FAILURES)
def test_what_cannot_be_kept_waits_in_a_file_and_goes_in_once(
    path: Path, progress: Progress, fail: Callable[[Path, Progress], Failing]
) -> None:
    store = PatientProgress(path, progress)
    store.record(entry(0), attempt(store))
    failing = fail(path, progress)

    for number in (1, 2, 3):
        began = time.monotonic()
        store.record(entry(number), attempt(store, f'{{"after": {number}}}'))
        assert time.monotonic() - began < PATIENCE
    waiting = store.waiting
    assert waiting is not None
    assert (waiting.answers, waiting.reason) == (3, failing.reason)
    assert waiting.file is not None
    told = [json.loads(line) for line in Path(waiting.file).read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in told if "item" in line] == ["answer-1", "answer-2", "answer-3"]

    failing.mend()
    store.retry()

    assert store.waiting is None
    assert not Path(waiting.file).exists()
    assert [one.id for one, _ in progress.log()] == [f"answer-{number}" for number in range(4)]
    assert not any(one.doubtful for one, _ in progress.log())
    assert progress.agrees()
    assert progress.plan_of("sitting") == '{"after": 3}'
    store.close()


@pytest.mark.parametrize("fail", FAILURES)
def test_the_next_start_takes_in_what_waited(
    path: Path, progress: Progress, fail: Callable[[Path, Progress], Failing]
) -> None:
    store = PatientProgress(path, progress)
    store.record(entry(0), attempt(store))
    failing = fail(path, progress)
    store.record(entry(1), attempt(store))
    store.undo("answer-1", START + 5, attempt(store))
    store.record(entry(2), attempt(store, '{"after": 2}'))
    (file,) = waiting_files(path)
    with taken(file) as free:
        assert not free, "a window that is open still writes it"
    store.close()
    failing.mend()

    with closing(Progress(path)) as again, taken(file) as free:
        assert free
        assert take_in(again, [file]) == 2
        assert [(one.id, undone) for one, undone in again.log()] == [
            ("answer-0", None),
            ("answer-1", START + 5),
            ("answer-2", None),
        ]
        assert again.plan_of("sitting") == '{"after": 2}'
        assert again.agrees()
    assert waiting_files(path) == []


def test_what_waits_of_two_windows_is_taken_in_in_the_order_of_answering(path: Path, progress: Progress) -> None:
    windows = [PatientProgress(path, progress), PatientProgress(path, progress)]
    failing = locked(path, progress)
    for number in range(4):
        window = windows[number % 2]
        window.record(entry(number, window.owner), attempt(window)._replace(id=window.owner))
    failing.mend()
    for window in windows:
        window.close()

    assert take_in(progress, waiting_files(path)) == 4
    assert [(one.id, one.seq) for one, _ in progress.log()] == [(f"answer-{n}", n + 1) for n in range(4)]


def test_where_no_file_can_be_written_memory_holds_it(
    path: Path, progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(path / "nowhere"))
    store = PatientProgress(path, progress)
    failing = folder_gone(path, progress)

    store.record(entry(1), attempt(store))

    assert store.waiting == (1, "its folder is gone", None)
    failing.mend()
    store.retry()
    assert [one.id for one, _ in progress.log()] == ["answer-1"]
    store.close()


def test_what_waited_while_another_window_took_over_is_kept_and_nothing_more(path: Path, progress: Progress) -> None:
    store = PatientProgress(path, progress)
    store.record(entry(0), attempt(store))
    failing = locked(path, progress)
    store.record(entry(1), attempt(store))
    failing.mend()
    with closing(Progress(path)) as other:
        other.take_over("sitting", "other window")

        with pytest.raises(TakenOverError):
            store.record(entry(2), attempt(store))

        assert [one.id for one, _ in other.log()] == ["answer-0", "answer-1"]
    store.close()


def test_a_database_that_cannot_be_opened_at_first_is_opened_later(path: Path) -> None:
    path.write_bytes(b"no database" * 100)
    store = PatientProgress(path, None)
    store.record(entry(1), attempt(store))
    assert store.waiting is not None

    path.unlink()
    store.retry()

    assert store.waiting is None
    with closing(Progress(path)) as there:
        assert [one.id for one, _ in there.log()] == ["answer-1"]
    store.close()


def test_a_flag_waits_as_answers_do(path: Path, progress: Progress) -> None:
    store = PatientProgress(path, progress)
    failing = locked(path, progress)
    store.keep_flag(Flag(ItemId("item-1"), flagged=True, at=START))
    (file,) = waiting_files(path)
    failing.mend()
    assert progress.marks.flagged() == frozenset()
    store.close()

    with taken(file) as free:
        assert free
        take_in(progress, [file])
    assert progress.marks.flagged() == {ItemId("item-1")}


def test_without_shared_memory_there_is_a_rollback_journal(path: Path) -> None:
    path.with_name("progress.db-shm").mkdir()

    with closing(Progress(path)) as store, closing(Progress(path)) as other:
        store.record(entry(1), Attempt("sitting", "drill", 1, START, "{}"))
        other.record(entry(2), Attempt("sitting", "drill", 1, START, "{}"))

        assert len(list(store.log())) == 2
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_database_with_a_log_is_read_where_there_is_no_shared_memory(path: Path) -> None:
    with closing(Progress(path)) as store:
        store.record(entry(1), Attempt("sitting", "drill", 1, START, "{}"))
    path.with_name("progress.db-shm").mkdir()

    with closing(Progress(path)) as store:
        store.record(entry(2), Attempt("sitting", "drill", 1, START, "{}"))
        assert len(list(store.log())) == 2


def test_an_answer_goes_on_in_the_new_database_after_a_reset(path: Path, progress: Progress) -> None:
    store = PatientProgress(path, progress)
    store.record(entry(0), attempt(store))
    shutil.move(path, path.with_name("moved.db"))

    store.record(entry(1), attempt(store))

    assert store.moved
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id FROM answers").fetchall() == [("answer-1",)]
    store.close()


def test_a_locked_database_is_told_of_on_the_screen_until_all_is_safe(run: Program, practice: Path) -> None:
    terminal = run.terminal("drill", "--bank", practice / "curriculum.yaml", "--bank", practice / "single.yaml")
    terminal.wait("q stop")
    with closing(sqlite3.connect(run.home / "progress.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        terminal.press("f", "Nothing can be kept yet (another program holds it). It is tried again")
        terminal.press("a", "Not kept yet: 1 answer (another program holds it).", "u undo")
        assert time.monotonic() - began < 2 * PATIENCE
    terminal.press("f")
    terminal.wait_for(lambda: "Not kept yet" not in terminal.words)
    terminal.press("q")

    assert terminal.end() == 0
    assert terminal.error == ""
    assert sum('"item": "single' in line for line in run("history", "export").out.splitlines()) >= 1
    assert list(run.home.glob("*spool*")) == []


def test_a_drill_that_was_cut_off_goes_on_while_the_database_is_locked(run: Program, practice: Path) -> None:
    cut_off = run.terminal("drill", "--bank", practice)
    cut_off.wait("1 of 5")
    cut_off.press("\rs", "2 of 5")
    cut_off.child.kill(9)
    cut_off.end()
    with closing(sqlite3.connect(run.home / "progress.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        again = run.terminal("drill", "--bank", practice)
        again.wait("A drill was cut off at question 2 of 5.")
        again.press("\r", "2 of 5")
        again.press("\rs", "3 of 5")
        again.wait("Nothing can be kept yet (another program holds it).")
    again.press("\rs", "4 of 5")
    again.wait_for(lambda: "Nothing can be kept" not in again.words)
    again.press("\x03")
    assert again.end() == 130
    run.terminal("drill", "--bank", practice).wait("A drill was cut off at question 4 of 5.")


def test_a_window_that_is_killed_while_answers_wait_loses_none(run: Program, practice: Path) -> None:
    terminal = run.terminal("drill", "--bank", practice)
    terminal.wait("1 of 5")
    terminal.press("\rs", "2 of 5")
    with closing(sqlite3.connect(run.home / "progress.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for _ in range(3):
            terminal.press("\rs")
            terminal.wait("Nothing can be kept yet")
        terminal.child.kill(9)
        terminal.end()
    assert len(list(run.home.glob("*spool*"))) == 1

    again = run.terminal("drill", "--bank", practice)
    again.wait("A drill was cut off at question", "enter go on")
    assert list(run.home.glob("*spool*")) == []
