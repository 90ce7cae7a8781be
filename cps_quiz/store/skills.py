"""The memories of skills, which follow from the log as those of items do.

They are not needed while a drill goes on, so that its answers are taken in when it ends: `catch_up`. Who reads
before gets the same: `current`.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from cps_quiz.core.memory.skills import Skill, SkillKind, SkillMemory, met
from cps_quiz.core.memory.stability import Grade
from cps_quiz.core.record.log import Logged, skill_moves
from cps_quiz.store.rows import logged_of
from cps_quiz.store.times import IN_ORDER


class Met(NamedTuple):
    """The memory of a skill, and when (milliseconds) and in which database it was met last."""

    memory: SkillMemory
    seen: int
    machine: str | None

    def is_before(self, entry: Logged) -> bool:
        """Whether an answer that comes in now is later; among those of one database it is."""
        return (self.seen, self.machine or "") <= (entry.at, entry.machine or "")


Latest = dict[Skill, Met]

_TELLING = "topic, objective, score, confidence, offered, chosen, labels, offered_names"
"""The columns by which an answer moves skills."""

_MOVING = f"""
SELECT {_TELLING}, ifnull(counted_day, day), ifnull(counted_at, answered_at), machine, attempt, id
FROM answers WHERE NOT again AND NOT cram AND NOT self_assessed
AND id NOT IN (SELECT answer FROM undone) ORDER BY {IN_ORDER}
"""  # noqa: S608 - constant text

_ONE = "SELECT * FROM answers WHERE attempt = ? AND id = ?"

_NOT_TAKEN_IN = """
SELECT answers.* FROM machine CROSS JOIN attempts CROSS JOIN answers
WHERE machine.seq > understood AND attempts.ended_at IS NULL AND answers.attempt = attempts.id
AND answers.machine = machine.id AND answers.seq > understood AND answers.id NOT IN (SELECT answer FROM undone)
ORDER BY answers.seq
"""
_NOT_TAKEN_IN_ANYWHERE = """
SELECT answers.* FROM machine CROSS JOIN answers
WHERE answers.machine = machine.id AND answers.seq > understood AND answers.id NOT IN (SELECT answer FROM undone)
"""
"""The same wherever it stands; this reads the whole log."""

_TAKEN_IN = "SELECT 1 FROM machine WHERE id IS NOT ? OR understood >= ?"
_ALL_TAKEN_IN = """
UPDATE machine SET understood = (SELECT ifnull(max(seq), 0) FROM answers WHERE answers.machine = machine.id)
"""

_REMEMBERED = 50_000
"""Kinds of answers whose moves are remembered while a log is read: more than a bank has."""


_KNOWN = """
WITH wanted (kind, id) AS (VALUES {}) SELECT skills.* FROM wanted CROSS JOIN skills USING (kind, id)
"""
"""Looks each of some skills up; `IN (VALUES ...)` would read all of them."""


def current(connection: sqlite3.Connection) -> Latest:
    """The memories of all skills, after all answers."""
    return memories(connection.execute("SELECT * FROM skills")) | _moved(connection)


def catch_up(connection: sqlite3.Connection) -> None:
    """Take in what was answered in sittings that are not over."""
    keep(connection, _moved(connection))
    connection.execute("UPDATE machine SET understood = seq WHERE understood < seq")


def _moved(connection: sqlite3.Connection) -> Latest:
    """The skills that answers move which are not taken in yet; where one is older than what is known, by the log."""
    entries = [logged_of(row) for row in connection.execute(_NOT_TAKEN_IN)]
    moves = [(entry, skill_moves(entry)) for entry in entries]
    skills = {skill for _, moved in moves for skill in moved}
    latest = _known(connection, skills) if skills else Latest()
    for entry, moved in moves:
        if not all(latest[skill].is_before(entry) for skill in moved if skill in latest):
            return _by_log(connection, skills)
        _move(latest, moved, entry.practice_day, entry.at, entry.machine)
    return latest


def forget(connection: sqlite3.Connection, entry: Logged) -> None:
    """Make the skills again that an answer moved which was taken back, unless it was not taken in yet."""
    if connection.execute(_TAKEN_IN, (entry.machine, entry.seq)).fetchone():
        remember_anew(connection, skill_moves(entry))


def learn(latest: Latest, entry: Logged) -> None:
    """Move the skills of an answer, in memory alone."""
    _move(latest, skill_moves(entry), entry.practice_day, entry.at, entry.machine)


def _move(latest: Latest, moves: Mapping[Skill, Grade], day: str, at: int, machine: str | None) -> None:
    for skill, given in moves.items():
        before = latest.get(skill)
        memory = met(before.memory if before else None, given, date.fromisoformat(day))
        latest[skill] = Met(memory, at, machine)


def keep(connection: sqlite3.Connection, latest: Latest) -> None:
    """Write memories of skills down."""
    connection.executemany(
        "INSERT OR REPLACE INTO skills VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (skill.kind.value, skill.id, memory.stability, memory.difficulty, memory.seen.isoformat(), seen, machine)
            for skill, (memory, seen, machine) in latest.items()
        ],
    )


def remember_anew(connection: sqlite3.Connection, skills: Iterable[Skill]) -> None:
    """Make the memories of some skills again from their answers, and take in all others; this reads the whole log."""
    late = [skill_moves(logged_of(row)) for row in connection.execute(_NOT_TAKEN_IN_ANYWHERE)]
    forgotten = set(skills).union(*late)
    if not forgotten:
        return
    connection.executemany(
        "DELETE FROM skills WHERE kind = ? AND id = ?", [(skill.kind.value, skill.id) for skill in forgotten]
    )
    keep(connection, _by_log(connection, forgotten))
    all_taken_in(connection)


def all_taken_in(connection: sqlite3.Connection) -> None:
    """Note that the memories of skills hold every answer in the log."""
    connection.execute(_ALL_TAKEN_IN)


def _by_log(connection: sqlite3.Connection, skills: Collection[Skill]) -> Latest:
    """The memories of some skills, by all answers.

    Most answers are like an earlier one, so that few have to be taken apart.
    """
    latest = Latest()
    known: dict[tuple[Any, ...], dict[Skill, Grade]] = {}
    for row in connection.execute(_MOVING):
        *told, day, at, machine, attempt, id_ = row
        moves = known.get(tuple(told))
        if moves is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            entry = logged_of(connection.execute(_ONE, (attempt, id_)).fetchone())
            moves = {skill: given for skill, given in skill_moves(entry).items() if skill in skills}
            known[tuple(told)] = moves
        if moves:
            _move(latest, moves, day, at, machine)
    return latest


def memories(rows: Iterable[sqlite3.Row]) -> Latest:
    """The memories that rows of `skills` hold."""
    return {
        Skill(SkillKind(row["kind"]), row["id"]): Met(
            SkillMemory(row["stability"], row["difficulty"], date.fromisoformat(row["learned"])),
            row["seen"],
            row["machine"],
        )
        for row in rows
    }


def _known(connection: sqlite3.Connection, skills: Collection[Skill]) -> Latest:
    marks = ", ".join(["(?, ?)"] * len(skills))
    values = [value for skill in skills for value in (skill.kind.value, skill.id)]
    return memories(connection.execute(_KNOWN.format(marks), values))
