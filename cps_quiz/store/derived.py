"""The tables that can be made again from the log: memories of items and skills, days, temptations."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cps_quiz.core.memory.cards import Confidence, Memory, grade, review
from cps_quiz.core.memory.due import Reviews
from cps_quiz.core.memory.skills import Skill
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.log import Logged, skill_moves
from cps_quiz.store import skills
from cps_quiz.store.rows import logged_of
from cps_quiz.store.totals import TABLES, UPSERTS, Totals, counts

_VALID = "id NOT IN (SELECT answer FROM undone)"
_ALL = f"SELECT * FROM answers WHERE {_VALID} ORDER BY answered_at, id"  # noqa: S608 - constant text
_OF_ITEMS = f"""
SELECT * FROM answers WHERE item IN (SELECT value FROM json_each(?)) AND {_VALID} ORDER BY answered_at, id
"""  # noqa: S608


class Tried(NamedTuple):
    """What is kept of an item's tries beside its memory.

    Whether the first one ever was right (None when the learner scored it) and when it was (milliseconds);
    whether the last that was no return within a drill was missed with confidence; and the later days' answers.
    """

    first_right: bool | None
    first_at: int
    sure_miss: bool
    reviews: Reviews = Reviews()


Latest = dict[ItemId, tuple[Logged, Memory, Tried]]
"""The last answer of each item that counts for its memory, the memory after it, and its tries."""


def add(connection: sqlite3.Connection, entry: Logged) -> None:
    """Take a new answer into all derived tables."""
    _count(connection, entry)
    if entry.cram:
        return
    skills.add(connection, entry)
    row = connection.execute("SELECT * FROM memories WHERE item = ?", (entry.item,)).fetchone()
    if row is not None and row["seen"] > entry.answered_at:
        remember_anew(connection, [entry.item])
    else:
        memory, tried = (memory_of(row), tried_of(row)) if row is not None else (None, None)
        _keep(connection, entry, _learned(memory, entry), _tried(tried, memory, entry))


def take_away(connection: sqlite3.Connection, entry: Logged) -> None:
    """Take an answer that is undone out of all derived tables."""
    _count(connection, entry, -1)
    remember_anew(connection, [entry.item])
    skills.remember_anew(connection, skill_moves(entry))


def remember_anew(connection: sqlite3.Connection, items: Iterable[ItemId]) -> None:
    """Make the memories of some items again from their answers.

    This reads the whole log, as undoing and merging seldom happen: an index of the log by item
    would make every answer slower to keep.
    """
    import json

    forgotten, latest = list(items), Latest()
    for row in connection.execute(_OF_ITEMS, (json.dumps(forgotten),)):
        _learn(latest, logged_of(row))
    connection.executemany("DELETE FROM memories WHERE item = ?", [(item,) for item in forgotten])
    _keep_all(connection, latest)


def merge(connection: sqlite3.Connection, totals: Totals, items: Iterable[ItemId], moved: Iterable[Skill]) -> None:
    """Take answers that are in the log by now into all derived tables: their totals, their items and their skills."""
    totals.keep(connection)
    remember_anew(connection, items)
    skills.remember_anew(connection, moved)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all derived tables again from the log."""
    for table in ("memories", "skills", *TABLES):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    totals, latest, understood = Totals(), Latest(), skills.Latest()
    for row in connection.execute(_ALL):
        entry = logged_of(row)
        totals.add(entry)
        _learn(latest, entry)
        skills.learn(understood, entry)
    totals.keep(connection)
    _keep_all(connection, latest)
    skills.keep(connection, understood)


def _learn(latest: Latest, entry: Logged) -> None:
    if not entry.cram:
        before = latest.get(entry.item)
        memory, tried = before[1:] if before else (None, None)
        latest[entry.item] = (entry, _learned(memory, entry), _tried(tried, memory, entry))


def _keep_all(connection: sqlite3.Connection, latest: Latest) -> None:
    for entry, memory, tried in latest.values():
        _keep(connection, entry, memory, tried)


def _tried(before: Tried | None, memory: Memory | None, entry: Logged) -> Tried:
    sure_miss = not entry.right and not entry.self_assessed and entry.confidence is Confidence.SURE
    if before is None:
        return Tried(None if entry.self_assessed else entry.right, entry.answered_at, sure_miss)
    if entry.again or entry.self_assessed:
        return before
    reviews = before.reviews.after(memory, date.fromisoformat(entry.day), right=entry.right)
    return before._replace(sure_miss=sure_miss, reviews=reviews)


def tried_of(row: sqlite3.Row) -> Tried:
    """What a row of `memories` holds beside the memory."""
    first, reviews = row["first_right"], Reviews(row["reviews"], row["reviews_right"], row["recalled"])
    return Tried(None if first is None else bool(first), row["first_at"], bool(row["sure_miss"]), reviews)


def _count(connection: sqlite3.Connection, entry: Logged, sign: int = 1) -> None:
    for table, key, amounts in counts(entry, sign):
        connection.execute(UPSERTS[table], (*key, *amounts))


def memory_of(row: sqlite3.Row) -> Memory:
    """The memory that a row of `memories` holds."""
    due, learned = date.fromisoformat(row["due"]), date.fromisoformat(row["learned"])
    return Memory(row["stability"], row["difficulty"], due, learned, row["key"])


def _learned(memory: Memory | None, entry: Logged) -> Memory:
    given = grade(right=entry.right, confidence=entry.confidence, self_assessed=entry.self_assessed)
    return review(memory, given, date.fromisoformat(entry.day), entry.key)


def _keep(connection: sqlite3.Connection, entry: Logged, memory: Memory, tried: Tried) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO memories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.item,
            entry.topic,
            memory.stability,
            memory.difficulty,
            memory.due.isoformat(),
            memory.seen.isoformat(),
            entry.answered_at,
            memory.key,
            entry.right or entry.self_assessed,
            _word(entry.confidence),
            *tried[:3],
            *tried.reviews,
        ),
    )


def _word(confidence: Confidence | None) -> str | None:
    return confidence.value if confidence else None
