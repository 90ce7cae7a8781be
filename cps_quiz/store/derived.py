"""The tables that can be made again from the log: memories, days, temptations."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from cps_quiz.core.memory.cards import Confidence, Memory, grade, review
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.asked_keys import Keys, item_of, keeps_memory, keys_in
from cps_quiz.core.record.log import Logged, Question
from cps_quiz.store.rows import logged_of
from cps_quiz.store.times import Mended, settle
from cps_quiz.store.totals import TABLES, UPSERTS, Totals, counts

IN_ORDER = "ifnull(counted_at, answered_at), machine, seq, id"
"""The order of answering: that of each database as it was, between databases by time."""

_VALID = "id NOT IN (SELECT answer FROM undone)"
_ALL = f"SELECT * FROM answers WHERE {_VALID} ORDER BY {IN_ORDER}"  # noqa: S608 - constant text
_OF_ITEMS = f"""
SELECT * FROM answers WHERE item IN (SELECT value FROM json_each(?)) AND {_VALID} ORDER BY {IN_ORDER}
"""  # noqa: S608

_QUESTIONS = """
SELECT question FROM questions
WHERE CASE WHEN json_valid(question) THEN json_extract(question, '$.id') END IN (SELECT value FROM json_each(?))
"""
_CHANGED = """
SELECT item FROM answers WHERE item IN (SELECT value FROM json_each(?)) GROUP BY item HAVING count(DISTINCT key) > 1
"""

_SUMS = (
    (
        f"""
        SELECT count(*), ifnull(sum(again = 0 AND NOT self_assessed), 0),
        ifnull(sum(again = 0 AND NOT self_assessed AND score = 1.0), 0) FROM answers WHERE {_VALID}
        """,  # noqa: S608 - constant text
        "SELECT ifnull(sum(answers), 0), ifnull(sum(asked), 0), ifnull(sum(right), 0) FROM days",
    ),
    (
        f"""
        SELECT count(*), ifnull(sum(seen), 0) FROM (SELECT max(ifnull(counted_at, answered_at)) AS seen
        FROM answers WHERE NOT cram AND {_VALID} GROUP BY item)
        """,  # noqa: S608
        "SELECT count(*), ifnull(sum(seen), 0) FROM memories",
    ),
)
"""What the log says and what was made of it, to be compared."""

Latest = dict[ItemId, tuple[Logged, Memory, bool | None]]
"""The last answer of each item that counts for its memory, the memory after it, and the first try."""


def add(connection: sqlite3.Connection, entry: Logged) -> None:
    """Take a new answer into all derived tables."""
    _count(connection, entry)
    if entry.cram:
        return
    row = connection.execute("SELECT * FROM memories WHERE item = ?", (entry.item,)).fetchone()
    if row is not None and row["seen"] >= entry.at:
        remember_anew(connection, [entry.item])
    else:
        memory, first = (memory_of(row), row["first_right"]) if row is not None else (None, _first(entry))
        _keep(connection, entry, _learned(connection, memory, entry), first)


def take_away(connection: sqlite3.Connection, entry: Logged) -> None:
    """Take an answer that is undone out of all derived tables."""
    _count(connection, entry, -1)
    remember_anew(connection, [entry.item])


def remember_anew(connection: sqlite3.Connection, items: Iterable[ItemId]) -> None:
    """Make the memories of some items again from their answers.

    This reads the whole log, as undoing and merging seldom happen: an index of the log by item
    would make every answer slower to keep.
    """
    import json

    forgotten, latest = list(items), Latest()
    for row in connection.execute(_OF_ITEMS, (json.dumps(forgotten),)):
        _learn(connection, latest, logged_of(row))
    connection.executemany("DELETE FROM memories WHERE item = ?", [(item,) for item in forgotten])
    _keep_all(connection, latest)


def merge(connection: sqlite3.Connection, totals: Totals, items: Iterable[ItemId]) -> None:
    """Take answers that are in the log by now into all derived tables: their totals, and the items that they asked."""
    totals.keep(connection)
    remember_anew(connection, items)


def recount(connection: sqlite3.Connection, mended: Sequence[Mended]) -> None:
    """Take answers that count at another time or day by now into all derived tables as they count now."""
    totals, items = Totals(), set[ItemId]()
    for before, after in mended:
        if not connection.execute("SELECT 1 FROM undone WHERE answer = ?", (after.id,)).fetchone():
            totals.add(before, -1)
            totals.add(after)
            items.add(after.item)
    if items:
        merge(connection, totals, items)


def agrees(connection: sqlite3.Connection) -> bool:
    """Whether the derived tables are what the log gives, by their sums. Reads all of the log."""
    sums = [[tuple(connection.execute(query).fetchone()) for query in pair] for pair in _SUMS]
    return all(log == made for log, made in sums)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all derived tables again from the log, and before them what doubted answers count as."""
    settle(connection, [row[0] for row in connection.execute("SELECT DISTINCT machine FROM answers WHERE doubtful")])
    for table in ("memories", *TABLES):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    totals, latest = Totals(), Latest()
    for row in connection.execute(_ALL):
        entry = logged_of(row)
        totals.add(entry)
        _learn(connection, latest, entry)
    totals.keep(connection)
    _keep_all(connection, latest)


def _learn(connection: sqlite3.Connection, latest: Latest, entry: Logged) -> None:
    if not entry.cram:
        before = latest.get(entry.item)
        memory, first = before[1:] if before else (None, _first(entry))
        latest[entry.item] = (entry, _learned(connection, memory, entry), first)


def _keep_all(connection: sqlite3.Connection, latest: Latest) -> None:
    for entry, memory, first in latest.values():
        _keep(connection, entry, memory, first)


def _first(entry: Logged) -> bool | None:
    """Whether the first answer ever to an item was right; None for one that the learner scored."""
    return None if entry.self_assessed else entry.right


def _count(connection: sqlite3.Connection, entry: Logged, sign: int = 1) -> None:
    for table, key, amounts in counts(entry, sign):
        connection.execute(UPSERTS[table], (*key, *amounts))


def keys_of(connection: sqlite3.Connection, items: Iterable[ItemId]) -> Keys:
    """The keys of items as they were asked."""
    import json

    return keys_in(row[0] for row in connection.execute(_QUESTIONS, (json.dumps(list(items)),)))


def learn_of(connection: sqlite3.Connection, questions: Iterable[Question]) -> None:
    """Make the memories of the items again whose keys are better known by questions that came late."""
    import json

    items = [id_ for question in questions if (id_ := item_of(question.text)) is not None]
    changed = [ItemId(row[0]) for row in connection.execute(_CHANGED, (json.dumps(items),))]
    if changed:
        remember_anew(connection, changed)


def memory_of(row: sqlite3.Row) -> Memory:
    """The memory that a row of `memories` holds."""
    due, learned = date.fromisoformat(row["due"]), date.fromisoformat(row["learned"])
    return Memory(row["stability"], row["difficulty"], due, learned, row["key"])


def _learned(connection: sqlite3.Connection, memory: Memory | None, entry: Logged) -> Memory:
    """The memory after an answer; it holds on where the key was only mended since, as far as `questions` tells."""
    if memory is not None and memory.key != entry.key:
        keys = keys_of(connection, [entry.item])
        memory = memory._replace(key=entry.key) if keeps_memory(memory.key, entry.key, keys) else memory
    given = grade(right=entry.right, confidence=entry.confidence, self_assessed=entry.self_assessed)
    return review(memory, given, date.fromisoformat(entry.practice_day), entry.key)


def _keep(connection: sqlite3.Connection, entry: Logged, memory: Memory, first: bool | None) -> None:  # noqa: FBT001
    connection.execute(
        "INSERT OR REPLACE INTO memories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.item,
            entry.topic,
            memory.stability,
            memory.difficulty,
            memory.due.isoformat(),
            memory.seen.isoformat(),
            entry.at,
            memory.key,
            entry.right or entry.self_assessed,
            _word(entry.confidence),
            first,
        ),
    )


def _word(confidence: Confidence | None) -> str | None:
    return confidence.value if confidence else None
