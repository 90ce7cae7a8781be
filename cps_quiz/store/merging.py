"""Putting lines of a log into the database: those that are here already change nothing."""

import sqlite3
from collections.abc import Iterable

from cps_quiz.core.record.log import Kept, Logged, Question, Rest
from cps_quiz.store import derived, pending, times
from cps_quiz.store.rows import COLUMNS, logged_of, row_of

INSERT = f"INSERT OR IGNORE INTO answers ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608

_ADD_EXAM = """
INSERT OR IGNORE INTO exams (id, started_at, record, number, deleted_at) VALUES (?1, ?2, ?3,
    CASE WHEN ?4 IS NULL OR ?4 IN (SELECT number FROM exams) THEN (SELECT ifnull(max(number), 0) + 1 FROM exams)
    ELSE ?4 END, ?5)
"""
_ADD_QUESTION = "INSERT OR IGNORE INTO questions VALUES (?, ?, ?)"
_DELETE = "UPDATE exams SET deleted_at = min(ifnull(deleted_at, ?1), ?1) WHERE id = ?2"
_STANDING = "SELECT * FROM answers WHERE attempt = ? AND id NOT IN (SELECT answer FROM undone)"
_DOUBT = "UPDATE answers SET doubtful = 1 WHERE attempt = ? AND id = ? AND NOT doubtful"
_SET_ASIDE = """
INSERT INTO asides (kind, id, aside, at) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET aside = excluded.aside, at = excluded.at WHERE excluded.at >= at
"""
_KEEP_FLAG = """
INSERT INTO flags VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET flagged = excluded.flagged, at = excluded.at WHERE excluded.at > at
"""
_KEEP_NOTE = """
INSERT INTO notes VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET text = excluded.text, at = excluded.at WHERE excluded.at > at
"""


def merge(connection: sqlite3.Connection, entries: Iterable[tuple[Logged, int | None]]) -> int:
    """Add answers, each with the time at which it was taken back if it was; how many were new."""
    derived.catch_up(connection)
    new, changes, machines = 0, derived.Changes(), set[str]()
    for entry, undone_at in entries:
        before = _standing(connection, entry)
        bare = entry._replace(counted_at=None, counted_day=None)
        added = connection.execute(INSERT, row_of(bare)).rowcount
        doubted = 0 if added or not entry.doubtful else connection.execute(_DOUBT, (entry.attempt, entry.id)).rowcount
        if undone_at is not None:
            mark_undone(connection, entry.id, undone_at)
        after = _standing(connection, entry)
        if (before is None) != (after is None):
            changes.add(after or before or entry, 1 if after else -1)
        if (added or doubted) and entry.machine is not None:
            machines.add(entry.machine)
        new += added
    if machines:
        _settle(connection, machines, changes)
    changes.keep(connection)
    pending.all_taken_in(connection)
    return new


def _settle(connection: sqlite3.Connection, machines: set[str], changes: derived.Changes) -> None:
    """Count anew what is doubted of some databases."""
    mended = times.settle(connection, machines)
    times.catch_up(connection)
    for one in mended:
        if _standing(connection, one.after):
            changes.swap(one)


def _standing(connection: sqlite3.Connection, entry: Logged) -> Logged | None:
    """The answer as it is in the log; None when it is not there, or was taken back."""
    row = connection.execute(f"{_STANDING} AND id = ?", (entry.attempt, entry.id)).fetchone()
    return logged_of(row) if row is not None else None


def mark_undone(connection: sqlite3.Connection, answer: str, at: int) -> int:
    """Note that an answer was taken back, at the earliest time that is told; 1 when that is new."""
    added = connection.execute("INSERT OR IGNORE INTO undone VALUES (?, ?)", (answer, at)).rowcount
    if not added:
        connection.execute("UPDATE undone SET at = min(at, ?) WHERE answer = ?", (at, answer))
    return added


def add_exam(connection: sqlite3.Connection, exam: Kept) -> int:
    """Add an exam under its number, or the next one where that is taken; 1 when it is new."""
    added = connection.execute(_ADD_EXAM, exam).rowcount
    if exam.deleted_at is not None:
        delete_exam(connection, exam.id, exam.deleted_at)
    return added


def delete_exam(connection: sqlite3.Connection, exam: str, at: int) -> int:
    """Note that an exam is deleted, and take its answers back; how many those were."""
    derived.catch_up(connection)
    connection.execute(_DELETE, (at, exam))
    answers = [logged_of(row) for row in connection.execute(_STANDING, (exam,)).fetchall()]
    changes = derived.Changes()
    for answer in answers:
        mark_undone(connection, answer.id, at)
        changes.add(answer, -1)
    changes.keep(connection)
    return len(answers)


def add_questions(connection: sqlite3.Connection, questions: Iterable[Question]) -> list[Question]:
    """Add questions as they were asked; those that are new."""
    return [
        one for one in questions if connection.execute(_ADD_QUESTION, (one.fingerprint, one.print, one.text)).rowcount
    ]


def add_rest(connection: sqlite3.Connection, rest: Rest) -> None:
    """Add what stands in a log beside answers and exams. A choice never takes the place of one that is here."""
    derived.learn_of(connection, add_questions(connection, rest.questions))
    connection.executemany("INSERT OR IGNORE INTO settings VALUES (?, ?)", rest.choices)
    connection.executemany(_SET_ASIDE, rest.asides)
    connection.executemany(_KEEP_FLAG, rest.flags)
    connection.executemany(_KEEP_NOTE, rest.notes)
    connection.executemany("INSERT OR IGNORE INTO unknown_lines VALUES (?)", [(line,) for line in rest.unknown])
    for secret in rest.secrets:
        keep_secret(connection, secret)
    for answer, at in rest.undone:
        _take_back(connection, answer, at)
    for exam, at in rest.deleted:
        delete_exam(connection, exam, at)


def keep_secret(connection: sqlite3.Connection, value: str) -> None:
    """Keep a secret; of two, the smaller one holds, so that two machines agree in whatever order they meet."""
    connection.execute(
        "INSERT INTO secret VALUES (1, ?) ON CONFLICT DO UPDATE SET value = min(value, excluded.value)", (value,)
    )


def _take_back(connection: sqlite3.Connection, answer: str, at: int) -> None:
    row = connection.execute("SELECT * FROM answers WHERE id = ?", (answer,)).fetchone()
    if mark_undone(connection, answer, at) and row is not None:
        derived.take_away(connection, logged_of(row))
