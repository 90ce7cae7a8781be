"""The memories of skills, which follow from the log as those of items do."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from cps_quiz.core.memory.skills import Skill, SkillKind, SkillMemory, met
from cps_quiz.core.memory.stability import Grade
from cps_quiz.core.record.log import Logged, skill_moves
from cps_quiz.store import pending
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


def after(connection: sqlite3.Connection, entries: Collection[Logged]) -> Latest:
    """The skills that new answers move, as they are after those.

    Where one of the answers is older than what is known, this reads the whole log.
    """
    moves = [(entry, skill_moves(entry)) for entry in entries]
    skills = {skill for _, moved in moves for skill in moved}
    latest = _known(connection, skills) if skills else Latest()
    for entry, moved in moves:
        if not all(latest[skill].is_before(entry) for skill in moved if skill in latest):
            return _by_log(connection, skills)
        _move(latest, moved, entry.practice_day, entry.at, entry.machine)
    return latest


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
    """Make the memories of some skills again from their answers; this reads the whole log."""
    forgotten = set(skills)
    if not forgotten:
        return
    connection.executemany(
        "DELETE FROM skills WHERE kind = ? AND id = ?", [(skill.kind.value, skill.id) for skill in forgotten]
    )
    keep(connection, _by_log(connection, forgotten))


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


def current(connection: sqlite3.Connection) -> Latest:
    """All memories of skills, after all answers."""
    return _memories(connection.execute("SELECT * FROM skills")) | after(connection, pending.answers(connection))


def _memories(rows: Iterable[sqlite3.Row]) -> Latest:
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
    return _memories(connection.execute(_KNOWN.format(marks), values))
