"""The tables that can be made again from the log: memories of items and skills, days, temptations."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from cps_quiz.core.memory.cards import Confidence, Memory, grade, review
from cps_quiz.core.memory.due import Reviews
from cps_quiz.core.memory.skills import Skill
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.asked_keys import Keys, item_of, keeps_memory, keys_in
from cps_quiz.core.record.log import Logged, Question, skill_moves
from cps_quiz.store import pending, skills
from cps_quiz.store.rows import logged_of
from cps_quiz.store.times import IN_ORDER, Mended, settle
from cps_quiz.store.totals import TABLES, Totals

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

_LAST_MOVE = f"""
SELECT max(ifnull(counted_at, answered_at)) FROM answers
WHERE NOT again AND NOT cram AND NOT self_assessed AND {_VALID}
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
    """Take a new answer into the memories of items; into the other tables it goes by `catch_up`."""
    if entry.cram:
        return
    row = connection.execute("SELECT * FROM memories WHERE item = ?", (entry.item,)).fetchone()
    if row is not None and row["seen"] >= entry.at:
        remember_anew(connection, [entry.item])
    else:
        memory, tried = (_held(connection, memory_of(row), entry), tried_of(row)) if row is not None else (None, None)
        _keep(connection, entry, _learned(memory, entry), _tried(tried, memory, entry))


def catch_up(connection: sqlite3.Connection) -> None:
    """Take what is pending into the tables of skills and sums."""
    take_in(connection, pending.answers(connection))


def take_in(connection: sqlite3.Connection, entries: Sequence[Logged]) -> None:
    """Take some new answers into these tables, as nothing else is pending."""
    if entries:
        Totals.of(entries).keep(connection)
        skills.keep(connection, skills.after(connection, entries))
        pending.taken_in(connection, entries[-1])


def take_away(connection: sqlite3.Connection, entry: Logged) -> None:
    """Take an answer that is undone out of all derived tables."""
    if pending.is_pending(connection, entry):
        remember_anew(connection, [entry.item])
        return
    catch_up(connection)
    changes = Changes()
    changes.add(entry, -1)
    changes.keep(connection)


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


class Changes:
    """Collects what answers change in the derived tables, so that many of them cost little more than one.

    Nothing may be pending when they are kept.
    """

    def __init__(self) -> None:
        self._totals, self._items, self._skills = Totals(), set[ItemId](), set[Skill]()

    def add(self, entry: Logged, sign: int = 1) -> None:
        """Note an answer that came into the log, or with a `sign` of -1 was taken back."""
        self._totals.add(entry, sign)
        self._items.add(entry.item)
        self._skills |= skill_moves(entry).keys()

    def add_pending(self, entry: Logged) -> None:
        """Note an answer that changed before it was taken in."""
        self._items.add(entry.item)

    def swap(self, mended: Mended) -> None:
        """Note an answer that counts at another time or day by now."""
        self.add(mended.before, -1)
        self.add(mended.after)

    def keep(self, connection: sqlite3.Connection) -> None:
        """Bring the derived tables up to the log, which must hold all of it by now."""
        if self._items:
            self._totals.keep(connection)
            remember_anew(connection, self._items)
            skills.remember_anew(connection, self._skills)


def recount(connection: sqlite3.Connection, mended: Sequence[Mended]) -> None:
    """Take answers that count at another time or day by now into all derived tables as they count now."""
    if not mended:
        return
    changes = Changes()
    for one in mended:
        if pending.is_pending(connection, one.after):
            changes.add_pending(one.after)
        elif not connection.execute("SELECT 1 FROM undone WHERE answer = ?", (one.after.id,)).fetchone():
            changes.swap(one)
    catch_up(connection)
    changes.keep(connection)


def agrees(connection: sqlite3.Connection) -> bool:
    """Whether the derived tables, with what is pending, are what the log gives, by their sums. Reads all of the log.

    In a `snapshot` only.
    """
    show_pending(connection)
    sums = [[tuple(connection.execute(query).fetchone()) for query in pair] for pair in _SUMS]
    (last_move,) = connection.execute(_LAST_MOVE).fetchone()
    last_met = max((met.seen for met in skills.current(connection).values()), default=None)
    return all(log == made for log, made in sums) and last_move == last_met


def show_pending(connection: sqlite3.Connection) -> None:
    """Have the tables of sums read as if they held what is pending; in a `snapshot` only."""
    Totals.of(pending.answers(connection)).show(connection)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all derived tables again from the log, and before them what doubted answers count as."""
    settle(connection, [row[0] for row in connection.execute("SELECT DISTINCT machine FROM answers WHERE doubtful")])
    for table in ("memories", "skills", *TABLES):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    totals, latest, understood = Totals(), Latest(), skills.Latest()
    for row in connection.execute(_ALL):
        entry = logged_of(row)
        totals.add(entry)
        _learn(connection, latest, entry)
        skills.learn(understood, entry)
    totals.keep(connection)
    _keep_all(connection, latest)
    skills.keep(connection, understood)
    pending.all_taken_in(connection)


def _learn(connection: sqlite3.Connection, latest: Latest, entry: Logged) -> None:
    if not entry.cram:
        before = latest.get(entry.item)
        memory, tried = (_held(connection, before[1], entry), before[2]) if before else (None, None)
        latest[entry.item] = (entry, _learned(memory, entry), _tried(tried, memory, entry))


def _keep_all(connection: sqlite3.Connection, latest: Latest) -> None:
    for entry, memory, tried in latest.values():
        _keep(connection, entry, memory, tried)


def _tried(before: Tried | None, memory: Memory | None, entry: Logged) -> Tried:
    sure_miss = not entry.right and not entry.self_assessed and entry.confidence is Confidence.SURE
    if before is None:
        return Tried(None if entry.self_assessed else entry.right, entry.at, sure_miss)
    if entry.again or entry.self_assessed:
        return before
    reviews = before.reviews.after(memory, date.fromisoformat(entry.practice_day), right=entry.right)
    return before._replace(sure_miss=sure_miss, reviews=reviews)


def tried_of(row: sqlite3.Row) -> Tried:
    """What a row of `memories` holds beside the memory."""
    first, reviews = row["first_right"], Reviews(row["reviews"], row["reviews_right"], row["recalled"])
    return Tried(None if first is None else bool(first), row["first_at"], bool(row["sure_miss"]), reviews)


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


def _held(connection: sqlite3.Connection, memory: Memory, entry: Logged) -> Memory:
    """The memory before an answer, under the key of now where that was only mended, as far as `questions` tells."""
    if memory.key == entry.key or not keeps_memory(memory.key, entry.key, keys_of(connection, [entry.item])):
        return memory
    return memory._replace(key=entry.key)


def _learned(memory: Memory | None, entry: Logged) -> Memory:
    given = grade(right=entry.right, confidence=entry.confidence, self_assessed=entry.self_assessed)
    return review(memory, given, date.fromisoformat(entry.practice_day), entry.key)


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
            entry.at,
            memory.key,
            entry.right or entry.self_assessed,
            _word(entry.confidence),
            *tried[:3],
            *tried.reviews,
        ),
    )


def _word(confidence: Confidence | None) -> str | None:
    return confidence.value if confidence else None
