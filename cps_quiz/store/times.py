"""In what order answers were given, and what they count as where the clock was wrong.

Within one database answers count in the order of `seq`. A clock that stood before the last answer,
or before the program's release, is doubted: such an answer counts at the time and on the day of the
last one that is not doubted.
"""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from cps_quiz import RELEASED
from cps_quiz.core.record.log import Logged
from cps_quiz.store.rows import logged_of

JITTER = 60_000
"""Milliseconds by which a clock may be set back without being wrong: what networks correct. Our own choice."""

IN_ORDER = "ifnull(counted_at, answered_at), machine, seq, id"
"""The order of answering: that of each database as it was, between databases by time."""

_MACHINE = "SELECT id, seq, counted_at, day FROM machine"
_LAST = """
SELECT ifnull(counted_at, answered_at), day FROM answers
WHERE machine = ? AND NOT doubtful ORDER BY seq DESC, id DESC LIMIT 1
"""
_AHEAD = """
UPDATE answers SET doubtful = 1
WHERE machine = ? AND NOT doubtful AND attempt != ? AND answered_at > ?
"""
_OF_MACHINES = """
SELECT * FROM answers WHERE machine IN (SELECT value FROM json_each(?)) ORDER BY machine, seq, id
"""
_JUDGE = "UPDATE answers SET doubtful = ? WHERE attempt = ? AND id = ?"
_COUNT_AS = "UPDATE answers SET counted_at = ?, counted_day = ? WHERE attempt = ? AND id = ?"


class Mended(NamedTuple):
    """A line of the log as it counted before, and as it counts now."""

    before: Logged
    after: Logged


class _Last(NamedTuple):
    """The time (milliseconds) and day of the last answer that is not doubted."""

    at: int = 0
    day: str = ""


def place(connection: sqlite3.Connection, entry: Logged, *, late: bool = False) -> tuple[Logged, list[Mended]]:
    """`entry` with its place in the order of this database, and what it puts right of those before.

    An answer of an earlier sitting that is dated after it was dated in the future. One that was answered some
    time ago and is kept only now is `late`: it says nothing of the clock.
    """
    machine, seq, at, day = connection.execute(_MACHINE).fetchone()
    last, mended = _Last(at, day), list[Mended]()
    doubtful = not late and _is_wrong(entry.answered_at, last)
    if doubtful and entry.answered_at >= RELEASED:
        ahead = connection.execute(_AHEAD, (machine, entry.attempt, entry.answered_at + JITTER)).rowcount
        if ahead:
            mended = settle(connection, [machine])
            last = _Last(*(connection.execute(_LAST, (machine,)).fetchone() or ()))
    placed = _counted(entry._replace(machine=machine, seq=seq + 1, doubtful=doubtful), last)
    after = last if doubtful else _Last(placed.at, placed.day)
    connection.execute("UPDATE machine SET seq = ?, counted_at = ?, day = ?", (seq + 1, *after))
    return placed, mended


def settle(connection: sqlite3.Connection, machines: Iterable[str]) -> list[Mended]:
    """Count anew what is doubted of some databases; the answers that count otherwise by now."""
    import json

    mended, last, machine = list[Mended](), _Last(), None
    for row in connection.execute(_OF_MACHINES, (json.dumps(list(machines)),)):
        entry = logged_of(row)
        if entry.machine != machine:
            machine, last = entry.machine, _Last()
        now = _counted(entry, last)
        if now != entry:
            mended.append(Mended(entry, now))
        if not entry.doubtful:
            last = _Last(now.at, now.day)
    connection.executemany(_COUNT_AS, [(now.counted_at, now.counted_day, now.attempt, now.id) for _, now in mended])
    return mended


def catch_up(connection: sqlite3.Connection) -> None:
    """Note anew how many answers were given in this database, and how far its clock had come."""
    machine, seq, _, _ = connection.execute(_MACHINE).fetchone()
    (last_seq,) = connection.execute("SELECT ifnull(max(seq), 0) FROM answers WHERE machine = ?", (machine,)).fetchone()
    last = _Last(*(connection.execute(_LAST, (machine,)).fetchone() or ()))
    connection.execute("UPDATE machine SET seq = ?, counted_at = ?, day = ?", (max(seq, last_seq), *last))


def mend(connection: sqlite3.Connection) -> list[Mended]:
    """Doubt the clocks of this database that do not agree with the others, and no others; what counts otherwise."""
    (machine,) = connection.execute("SELECT id FROM machine").fetchone()
    rows = connection.execute(_OF_MACHINES, (f'["{machine}"]',)).fetchall()
    before = {entry.id: entry for entry in map(logged_of, rows)}
    agreed = in_order(before.values())
    changed = [entry for entry in before.values() if entry.doubtful == (entry.id in agreed)]
    connection.executemany(_JUDGE, [(entry.id not in agreed, entry.attempt, entry.id) for entry in changed])
    settle(connection, [machine])
    catch_up(connection)
    after = map(logged_of, connection.execute(_OF_MACHINES, (f'["{machine}"]',)))
    return [Mended(before[entry.id], entry) for entry in after if entry != before[entry.id]]


def in_order(entries: Iterable[Logged]) -> set[str]:
    """The ids of the answers of one database, in its order, whose clocks agree with each other.

    As many as possible: a longest subsequence of rising times, by patience sorting.
    """
    from bisect import bisect_right

    times: list[int] = []
    tops: list[Logged] = []
    before: dict[str, Logged | None] = {}
    for entry in entries:
        if entry.doubtful and entry.answered_at < RELEASED:
            continue
        told = entry.answered_at if entry.doubtful else entry.at  # a clock that jitters is in order
        pile = bisect_right(times, told)
        before[entry.id] = tops[pile - 1] if pile else None
        times[pile : pile + 1] = [told]
        tops[pile : pile + 1] = [entry]
    found, top = set[str](), tops[-1] if tops else None
    while top is not None:
        found.add(top.id)
        top = before[top.id]
    return found


def _is_wrong(at: int, last: _Last) -> bool:
    return at < last.at - JITTER or at < RELEASED


def _counted(entry: Logged, last: _Last) -> Logged:
    """`entry` as it counts after `last`; a clock that was set back a little counts as standing still."""
    if entry.doubtful:
        at = last.at or RELEASED
        day = last.day or datetime.fromtimestamp(RELEASED / 1000, UTC).date().isoformat()
        return entry._replace(counted_at=at, counted_day=day)
    return entry._replace(counted_at=last.at if entry.answered_at < last.at else None, counted_day=None)
