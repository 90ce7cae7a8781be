"""The memories of skills, which follow from the log as those of items do."""

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

_REMEMBERED = 50_000
"""Kinds of answers whose moves are remembered while a log is read: more than a bank has."""


_KNOWN = """
WITH wanted (kind, id) AS (VALUES {}) SELECT skills.* FROM wanted CROSS JOIN skills USING (kind, id)
"""
"""Looks each of some skills up; `IN (VALUES ...)` would read all of them."""


def add(connection: sqlite3.Connection, entry: Logged) -> None:
    """Take a new answer in; one that is older than what is known has its skills remembered anew."""
    moves = skill_moves(entry)
    if not moves:
        return
    known = _known(connection, moves)
    if all(met.is_before(entry) for met in known.values()):
        _move(known, moves, entry.practice_day, entry.at, entry.machine)
        keep(connection, known)
    else:
        remember_anew(connection, moves)


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
    """Make the memories of some skills again from their answers; this reads the whole log.

    Most answers are like an earlier one, so that few have to be taken apart.
    """
    forgotten, latest = set(skills), Latest()
    if not forgotten:
        return
    known: dict[tuple[Any, ...], dict[Skill, Grade]] = {}
    for row in connection.execute(_MOVING):
        *told, day, at, machine, attempt, id_ = row
        moves = known.get(tuple(told))
        if moves is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            entry = logged_of(connection.execute(_ONE, (attempt, id_)).fetchone())
            moves = {skill: given for skill, given in skill_moves(entry).items() if skill in forgotten}
            known[tuple(told)] = moves
        if moves:
            _move(latest, moves, day, at, machine)
    connection.executemany(
        "DELETE FROM skills WHERE kind = ? AND id = ?", [(skill.kind.value, skill.id) for skill in forgotten]
    )
    keep(connection, latest)


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
