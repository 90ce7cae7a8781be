"""Sums and skills are taken in when a sitting ends, and are the same for whoever reads them before."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from kept import START, entry, sitting

from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.record.log import Attempt, Kept
from cps_quiz.store import pending
from cps_quiz.store.copies import back_up, put_back
from cps_quiz.store.patient import PatientProgress
from cps_quiz.store.progress import Progress
from cps_quiz.store.spool import waiting_files

TABLES = ("skills", "days", "temptations", "confusions")


def derived(store: Progress) -> tuple[object, ...]:
    return (
        store.skills(),
        store.day_totals(),
        store.leanings("2027-01-15"),
        store.temptations("2027-01-15"),
        store.confusions(),
        store.misses(MisconceptionId("judging")),
        store.calibration(),
    )


def rows(path: Path) -> list[int]:
    """How many rows the tables hold."""
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]  # noqa: S608


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


@pytest.fixture
def store(path: Path) -> Iterator[Progress]:
    with closing(Progress(path)) as progress:
        yield progress


def test_while_a_drill_goes_on_its_answers_are_read_and_when_it_ends_they_are_taken_in(
    store: Progress, path: Path
) -> None:
    for number in range(6):
        store.record(entry(number, right=number == 2), sitting())
    assert rows(path) == [0, 0, 0, 0]
    before = derived(store)
    assert store.day_totals() == [("2027-01-15", 6, 6, 1)]
    assert store.agrees()

    store.end("sitting", START + 10)

    assert rows(path) == [5, 1, 2, 1]
    assert derived(store) == before
    store.rebuild()
    assert derived(store) == before


def test_another_window_reads_the_same_and_writes_nothing_for_it(store: Progress, path: Path) -> None:
    store.record(entry(1), sitting())
    with closing(Progress(path)) as other:
        assert derived(other) == derived(store)
        assert other.agrees()
    assert rows(path) == [0, 0, 0, 0]


def test_new_sums_are_added_to_those_that_are_there(store: Progress) -> None:
    store.record(entry(1), sitting())
    store.end("sitting", START + 2)
    store.record(entry(3, sitting="next", right=True), sitting("next"))

    assert store.day_totals() == [("2027-01-15", 2, 2, 1)]
    assert store.misses(MisconceptionId("judging"))[:2] == (2, 1)


def test_the_end_of_one_drill_takes_in_what_another_left(store: Progress, path: Path) -> None:
    store.record(entry(1), sitting("cut off"))
    store.record(entry(2), sitting())
    store.end("sitting", START + 3)

    assert rows(path)[1] == 1
    assert store.day_totals() == [("2027-01-15", 2, 2, 0)]


def test_what_is_taken_back_before_it_was_taken_in_never_counts(store: Progress, path: Path) -> None:
    store.record(entry(1), sitting())
    before = derived(store)
    store.record(entry(2, right=True), sitting())
    store.undo("answer-002", START + 5, sitting())
    assert derived(store) == before

    store.end("sitting", START + 10)

    assert derived(store) == before
    assert rows(path)[1] == 1


def test_what_is_taken_back_afterwards_counts_no_more(store: Progress) -> None:
    store.record(entry(1), sitting())
    before = derived(store)
    store.record(entry(2, right=True), sitting())
    store.end("sitting", START + 10)
    store.record(entry(3), sitting("next"))
    store.undo_last(START + 11)
    store.undo_last(START + 12)

    assert derived(store) == before


def test_an_exam_counts_at_once(store: Progress, path: Path) -> None:
    exam = Attempt("exam", "exam", 7, START, "{}")
    store.finish(exam, [entry(1, sitting="exam"), entry(2, sitting="exam")], Kept("exam", START, "{}"), START + 9)

    assert rows(path)[1] == 1
    assert store.day_totals() == [("2027-01-15", 2, 2, 0)]


def test_answers_of_a_drill_that_was_ended_elsewhere_count_at_once(store: Progress, path: Path) -> None:
    store.record(entry(1), sitting())
    store.end("sitting", START + 2)
    store.keep_answers([entry(1), entry(2), entry(3)])

    assert rows(path)[1] == 1
    assert store.day_totals() == [("2027-01-15", 3, 3, 0)]
    store.rebuild()
    assert store.day_totals() == [("2027-01-15", 3, 3, 0)]


def test_an_import_does_not_count_twice_what_was_pending(store: Progress, tmp_path: Path) -> None:
    for number in range(4):
        store.record(entry(number), sitting())
    before = derived(store)
    store.merge(list(store.log()))
    store.end("sitting", START + 10)
    assert derived(store) == before

    with closing(Progress(tmp_path / "other.db")) as other:
        other.record(entry(9, sitting="there"), sitting("there"))
        other.merge(list(store.log()))
        assert other.day_totals() == [("2027-01-15", 5, 5, 0)]
        assert other.agrees()


def test_a_copy_of_a_drill_that_goes_on_holds_all(store: Progress, path: Path, tmp_path: Path) -> None:
    store.record(entry(1), sitting())
    before = derived(store)
    back_up(store, tmp_path / "copy.db")
    put_back(path, tmp_path / "copy.db", datetime.now(UTC))

    with closing(Progress(path)) as restored:
        assert derived(restored) == before
        restored.record(entry(2), sitting("next"))
        restored.end("next", START + 5)
        assert restored.day_totals() == [("2027-01-15", 2, 2, 0)]


def test_an_answer_whose_clock_is_put_right_before_it_was_taken_in_counts_where_it_belongs(store: Progress) -> None:
    store.record(entry(1), sitting())
    store.record(entry(2, day=5), sitting())
    assert [day for day, *_ in store.day_totals()] == ["2027-01-15", "2027-01-20"]
    store.record(entry(3, sitting="next"), sitting("next"))

    assert store.day_totals() == [("2027-01-15", 3, 3, 0)]
    assert store.agrees()
    before = derived(store)
    store.rebuild()
    assert derived(store) == before


def test_reading_what_is_pending_does_not_read_the_log(store: Progress) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {pending.QUERY}")]
    assert "SCAN attempts USING INDEX attempts_unfinished" in plan
    assert [step for step in plan if "answers" in step] == ["SEARCH answers USING PRIMARY KEY (attempt=?)"]


def test_a_window_whose_database_a_newer_program_has_by_now_writes_nothing_more(store: Progress, path: Path) -> None:
    book = PatientProgress(path, store)
    book.record(entry(1), sitting())
    with closing(sqlite3.connect(path)) as newer:
        (version,) = newer.execute("PRAGMA user_version").fetchone()
        newer.execute(f"PRAGMA user_version = {version + 1}")
    book.record(entry(2), sitting())

    assert book.waiting is not None
    assert book.waiting[:2] == (1, "a newer cps-quiz has it")
    book.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {version}")
    assert [one.id for one, _ in store.log()] == ["answer-001"]
    (spool,) = waiting_files(path)
    assert "answer-002" in spool.read_text(encoding="utf-8")
