"""In what order answers were given, and what they count as where the clock was wrong.

Within one database answers count in the order of `seq`. A clock that stood before the last answer,
or before the program's release, is doubted: such an answer counts at the time and on the day of the
last one that is not doubted; where there is none before it, of the first one after it.
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

FAR_AHEAD = 3 * 86_400_000
"""Milliseconds after now from which on an answer is misdated for sure: more than zones and travel explain. Our own."""

IN_ORDER = "ifnull(counted_at, answered_at), machine, seq, id"
"""The order of answering: that of each database as it was, between databases by time."""

_MACHINE = "SELECT id, seq, counted_at, day FROM this_machine"
_LAST = """
SELECT ifnull(counted_at, answered_at), day FROM answers
WHERE machine = ? AND NOT doubtful ORDER BY seq DESC, id DESC LIMIT 1
"""
_FIRST = """
SELECT ifnull(counted_at, answered_at), day FROM answers
WHERE machine = ? AND NOT doubtful ORDER BY seq, id LIMIT 1
"""
_EARLIEST = "SELECT min(answered_at), day FROM answers WHERE machine = ? AND answered_at >= ?"
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
    coming = entry._replace(machine=machine, seq=seq + 1, doubtful=doubtful)
    ahead = 0
    if doubtful and entry.answered_at >= RELEASED:
        ahead = connection.execute(_AHEAD, (machine, entry.attempt, entry.answered_at + JITTER)).rowcount
    if ahead or (seq and not at):
        mended = settle(connection, [machine], coming)
        last = _Last(*(connection.execute(_LAST, (machine,)).fetchone() or ()))
    placed = _counted(coming, last if last.at else _before_all(connection, machine, coming))
    after = last if doubtful else _Last(placed.at, placed.day)
    connection.execute("UPDATE this_machine SET seq = ?, counted_at = ?, day = ?", (seq + 1, *after))
    return placed, mended


def settle(connection: sqlite3.Connection, machines: Iterable[str], coming: Logged | None = None) -> list[Mended]:
    """Count anew what is doubted of some databases, one of which gets a `coming` answer; what is otherwise now."""
    import json

    mended, last, machine = list[Mended](), _Last(), None
    for row in connection.execute(_OF_MACHINES, (json.dumps(list(machines)),)):
        entry = logged_of(row)
        if entry.machine != machine:
            machine = row["machine"]
            last = _before_all(connection, machine, coming)
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
    connection.execute("UPDATE this_machine SET seq = ?, counted_at = ?, day = ?", (max(seq, last_seq), *last))


def _before_all(connection: sqlite3.Connection, machine: str, coming: Logged | None) -> _Last:
    """What doubted answers count as that no other stands before: the first one that is not doubted, else the earliest.

    One from before the release is not to be believed even then.
    """
    first = connection.execute(_FIRST, (machine,)).fetchone()
    if first is not None:
        return _Last(*first)
    told = [_Last(*connection.execute(_EARLIEST, (machine, RELEASED)).fetchone())]
    if coming is not None:
        told.append(_Last(coming.answered_at, coming.day))
        if not coming.doubtful:
            return told[-1]
    return min((one for one in told if one.at and one.at >= RELEASED), default=_Last())


def mend(connection: sqlite3.Connection, now: int) -> list[Mended]:
    """Doubt the clocks of this database that do not agree with the others, and no others; what counts otherwise.

    That it is `now` (milliseconds) is taken to be right.
    """
    (machine,) = connection.execute("SELECT id FROM this_machine").fetchone()
    rows = connection.execute(_OF_MACHINES, (f'["{machine}"]',)).fetchall()
    before = {entry.id: entry for entry in map(logged_of, rows)}
    agreed = in_order(before.values(), now + FAR_AHEAD)
    changed = [entry for entry in before.values() if entry.doubtful == (entry.id in agreed)]
    connection.executemany(_JUDGE, [(entry.id not in agreed, entry.attempt, entry.id) for entry in changed])
    settle(connection, [machine])
    catch_up(connection)
    after = map(logged_of, connection.execute(_OF_MACHINES, (f'["{machine}"]',)))
    return [Mended(before[entry.id], entry) for entry in after if entry != before[entry.id]]


def in_order(entries: Iterable[Logged], latest: int) -> set[str]:
    """The ids of the answers of one database, in its order, whose clocks agree with each other, up to a `latest` time.

    As many as possible, and of as many as many those that are not doubted: a heaviest subsequence of rising times.
    """
    told = [(_told(entry), entry) for entry in entries if not entry.doubtful or entry.answered_at >= RELEASED]
    told = [(at, entry) for at, entry in told if at <= latest]
    ranks = {at: rank for rank, at in enumerate(sorted({at for at, _ in told}), 1)}
    heaviest, before = _Heaviest(len(ranks)), list[int]()
    for at, entry in told:
        count, sure, place = heaviest.up_to(ranks[at])
        heaviest.put(ranks[at], (count + 1, sure + (not entry.doubtful), len(before)))
        before.append(place)
    found, place = set[str](), heaviest.up_to(len(ranks))[2]
    while place >= 0:
        found.add(told[place][1].id)
        place = before[place]
    return found


def _told(entry: Logged) -> int:
    """What a clock said; one that jitters is in order."""
    return entry.answered_at if entry.doubtful else entry.at


class _Heaviest:
    """The greatest of some weights up to a rank (from 1), each with a place: a Fenwick tree of maxima."""

    def __init__(self, ranks: int) -> None:
        self._best = [(0, 0, -1)] * (ranks + 1)

    def up_to(self, rank: int) -> tuple[int, int, int]:
        found = self._best[0]
        while rank:
            found = max(found, self._best[rank])
            rank &= rank - 1
        return found

    def put(self, rank: int, weight: tuple[int, int, int]) -> None:
        while rank < len(self._best):
            self._best[rank] = max(self._best[rank], weight)
            rank += rank & -rank


def _is_wrong(at: int, last: _Last) -> bool:
    return at < last.at - JITTER or at < RELEASED


def _counted(entry: Logged, last: _Last) -> Logged:
    """`entry` as it counts after `last`; a clock that was set back a little counts as standing still."""
    if entry.doubtful:
        at = last.at or RELEASED
        day = last.day or datetime.fromtimestamp(RELEASED / 1000, UTC).date().isoformat()
        return entry._replace(counted_at=at, counted_day=day)
    return entry._replace(counted_at=last.at if entry.answered_at < last.at else None, counted_day=None)
