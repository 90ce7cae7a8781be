"""The memories of skills, which follow from the log as those of items do."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

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

_OF_SKILLS = f"""
SELECT * FROM answers AS a WHERE NOT again AND NOT cram AND NOT self_assessed
AND id NOT IN (SELECT answer FROM undone)
AND EXISTS (
    SELECT 1 FROM json_each(?)
    WHERE value IN (a.objective, a.topic)
    OR instr(a.offered || a.chosen || ifnull(a.labels, '') || ifnull(a.offered_names, ''), value)
)
ORDER BY {IN_ORDER}
"""  # noqa: S608 - constant text


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
        _move(known, entry, moves)
        keep(connection, known)
    else:
        remember_anew(connection, moves)


def learn(latest: Latest, entry: Logged, only: Collection[Skill] | None = None) -> None:
    """Move the skills of an answer, in memory alone; all of them, or some."""
    moves = skill_moves(entry)
    _move(latest, entry, moves if only is None else {skill: moves[skill] for skill in moves if skill in only})


def _move(latest: Latest, entry: Logged, moves: Mapping[Skill, Grade]) -> None:
    day = date.fromisoformat(entry.practice_day)
    for skill, given in moves.items():
        before = latest.get(skill)
        latest[skill] = Met(met(before.memory if before else None, given, day), entry.at, entry.machine)


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
    import json

    forgotten, latest = set(skills), Latest()
    if not forgotten:
        return
    for row in connection.execute(_OF_SKILLS, (json.dumps(sorted({skill.id for skill in forgotten})),)):
        learn(latest, logged_of(row), forgotten)
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
