"""A learner's progress on disk."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.due import Past, Temptation
from cps_quiz.core.memory.skills import Skill, SkillMemory
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.record.log import Attempt, Confused, Kept, Logged, Misses, skill_moves
from cps_quiz.errors import EndedElsewhereError
from cps_quiz.store import derived, skills
from cps_quiz.store.database import explained, open_database, transaction
from cps_quiz.store.rows import COLUMNS, logged_of, row_of
from cps_quiz.store.totals import Totals

_INSERT = f"INSERT OR IGNORE INTO answers ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608

_INSERT_EXAM = "INSERT OR IGNORE INTO exams VALUES (?, ?, ?)"

_ONE = "SELECT * FROM answers WHERE attempt = ? AND id = ?"

LATELY = 2000
"""Answers among which options are looked for that were chosen of late: months of practice. Our own choice."""

_LATELY_CHOSEN = """
SELECT json_extract(pair.value, '$[0]') AS option
FROM (
    SELECT * FROM answers WHERE id NOT IN (SELECT answer FROM undone) ORDER BY attempt DESC, id DESC LIMIT ?
) AS answer, json_each(answer.chosen) AS pair
WHERE json_extract(pair.value, '$[1]') = ?
GROUP BY option ORDER BY max(answered_at) DESC LIMIT 3
"""


class Progress:
    """The database of one learner. Every method that writes does so in one transaction."""

    def __init__(self, path: Path) -> None:
        """Open or make the database at `path`; raises StoreError."""
        self.path = path
        self._connection = open_database(path, derived.rebuild)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def record(self, entry: Logged, attempt: Attempt) -> None:
        """Keep an answer, the memory that it changes, and how the sitting goes on; durable on return."""
        with self._writing():
            if self._connection.execute(_INSERT, row_of(entry)).rowcount:
                derived.add(self._connection, entry)
            self._keep(attempt)

    def finish(self, attempt: Attempt, entries: Iterable[Logged], exam: Kept, at: int) -> None:
        """Keep an exam that was over `at` some time (milliseconds), its answers, and the memories that they change.

        Raises EndedElsewhereError when it is kept already.
        """
        with self._writing():
            if not self._connection.execute(_INSERT_EXAM, exam).rowcount:
                raise EndedElsewhereError
            for entry in entries:
                if self._connection.execute(_INSERT, row_of(entry)).rowcount:
                    derived.add(self._connection, entry)
            self._keep(attempt)
            self._end(attempt.id, at)

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        """Take an answer back: the log keeps it and says so, the memory is as before."""
        with self._writing():
            row = self._connection.execute(_ONE, (attempt.id, answer)).fetchone()
            if row is not None and self._mark_undone(answer, at):
                derived.take_away(self._connection, logged_of(row))
            self._keep(attempt)

    def save(self, attempt: Attempt) -> bool:
        """Note how a sitting goes on; False when it was ended meanwhile, in another window."""
        with self._writing():
            return self._keep(attempt)

    def end(self, attempt: str, at: int) -> None:
        """Note that a sitting is over and needs no resuming."""
        with self._writing():
            self._end(attempt, at)

    def unfinished(self, kind: str) -> Attempt | None:
        """The latest sitting of that kind that was cut off; None when there is none."""
        return next(iter(self.all_unfinished(kind)), None)

    def all_unfinished(self, kind: str) -> list[Attempt]:
        """The sittings of that kind that were cut off, the latest first."""
        rows = self._all(
            "SELECT id, kind, seed, started_at, plan FROM attempts"
            " WHERE kind = ? AND ended_at IS NULL AND plan != '' ORDER BY started_at DESC",
            kind,
        )
        return [Attempt(*row) for row in rows]

    def past(self) -> dict[ItemId, Past]:
        """What happened with each item that was ever answered."""
        return {ItemId(row["item"]): _past(row) for row in self._all("SELECT * FROM memories")}

    def skills(self) -> dict[Skill, SkillMemory]:
        """What is understood of each objective and misconception that was ever met."""
        known = skills.memories(self._all("SELECT * FROM skills"))
        return {skill: memory for skill, (memory, _) in known.items()}

    def last_seen(self) -> dict[ItemId, int]:
        """When each item that was ever answered was answered last (milliseconds)."""
        return {ItemId(row["item"]): row["seen"] for row in self._all("SELECT item, seen FROM memories")}

    def exams(self) -> list[Kept]:
        """The mock exams that are over, oldest first."""
        return [Kept(*row) for row in self._all("SELECT id, started_at, record FROM exams ORDER BY started_at, id")]

    def day_totals(self) -> list[tuple[str, int, int, int]]:
        """For each of the learner's days (ISO date), oldest first: answers, first tries, right ones."""
        rows = self._all(
            "SELECT day, sum(answers), sum(asked), sum(right) FROM days"
            " GROUP BY day HAVING sum(answers) > 0 ORDER BY day"
        )
        return [tuple(row) for row in rows]

    def leanings(self, since: str) -> list[tuple[MisconceptionId, int, int, int, int]]:
        """For each misconception: offered, chosen, and both since a day (ISO date)."""
        rows = self._all(
            "SELECT misconception, sum(offered), sum(chosen),"
            " sum(iif(day >= ?1, offered, 0)), sum(iif(day >= ?1, chosen, 0)) FROM temptations"
            " GROUP BY 1 HAVING sum(offered) > 0 ORDER BY 1",
            since,
        )
        return [tuple(row) for row in rows]

    def temptations(self, since: str) -> tuple[Temptation, ...]:
        """Misconceptions chosen since a day (ISO date), by topic."""
        rows = self._all(
            "SELECT misconception, topic, sum(chosen) FROM temptations WHERE day >= ? AND chosen > 0 GROUP BY 1, 2",
            since,
        )
        return tuple(Temptation(*row) for row in rows)

    def confusions(self) -> list[Confused]:
        """Approaches that were taken for another, the most often first."""
        rows = self._all(
            "SELECT meant, taken, sum(chosen), sum(offered) FROM confusions"
            " GROUP BY 1, 2 HAVING sum(chosen) > 0 ORDER BY 3 DESC, 4, 1, 2"
        )
        return [Confused(*row) for row in rows]

    def misses(self, misconception: MisconceptionId) -> Misses:
        """How a misconception tempted, with at most three options that were chosen of late."""
        (sums,) = self._all(
            "SELECT ifnull(sum(offered), 0), ifnull(sum(chosen), 0) FROM temptations WHERE misconception = ?",
            misconception,
        )
        rows = self._all(_LATELY_CHOSEN, LATELY, misconception) if sums[1] else []
        return Misses(sums[0], sums[1], tuple(row["option"] for row in rows))

    def calibration(self) -> dict[Confidence, tuple[int, int]]:
        """For each confidence: how often it was given, and how often the answer was right."""
        sums = ", ".join(f"ifnull(sum({word.value}), 0), ifnull(sum({word.value}_right), 0)" for word in Confidence)
        (row,) = self._all(f"SELECT {sums} FROM days")  # noqa: S608 - names of our own
        pairs = zip(Confidence, row[::2], row[1::2], strict=True)
        return {word: (asked, right) for word, asked, right in pairs if asked}

    def setting(self, name: str) -> str | None:
        """A choice that was kept; None when it was never made."""
        row = self._one("SELECT value FROM settings WHERE name = ?", name)
        return row["value"] if row is not None else None

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a choice."""
        with self._writing():
            self._connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def answers_of(self, attempt: str) -> list[Logged]:
        """The answers of one sitting that were not taken back, oldest first."""
        query = (
            "SELECT * FROM answers WHERE attempt = ? AND id NOT IN (SELECT answer FROM undone) ORDER BY answered_at, id"
        )
        return [logged_of(row) for row in self._all(query, attempt)]

    def log(self) -> Iterator[tuple[Logged, int | None]]:
        """Every answer, oldest first, and when it was undone (milliseconds) if it was."""
        query = "SELECT a.*, u.at FROM answers a LEFT JOIN undone u ON u.answer = a.id ORDER BY a.answered_at, a.id"
        with explained(self.path), closing(self._connection.execute(query)) as rows:
            for row in rows:
                yield logged_of(row), row["at"]

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        """Add answers of another log; those that are here already change nothing. How many were new."""
        new = 0
        totals, items, moved = Totals(), set[ItemId](), set[Skill]()
        with self._writing():
            for entry, undone_at in entries:
                added = self._connection.execute(_INSERT, row_of(entry)).rowcount
                taken_back = self._mark_undone(entry.id, undone_at) if undone_at is not None else 0
                new += added
                if added != taken_back:
                    totals.add(entry, added - taken_back)
                    items.add(entry.item)
                    moved |= skill_moves(entry).keys()
            derived.merge(self._connection, totals, items, moved)
        return new

    def merge_exams(self, exams: Iterable[Kept]) -> int:
        """Add exams of another log; those that are here already change nothing. How many were new."""
        with self._writing():
            return sum(self._connection.execute(_INSERT_EXAM, exam).rowcount for exam in exams)

    def rebuild(self) -> None:
        """Make memories and totals again from the log."""
        with self._writing():
            derived.rebuild(self._connection)

    def _writing(self) -> AbstractContextManager[None]:
        return transaction(self._connection, self.path)

    def _end(self, attempt: str, at: int) -> None:
        self._connection.execute("UPDATE attempts SET ended_at = ?, plan = NULL WHERE id = ?", (at, attempt))

    def _mark_undone(self, answer: str, at: int) -> int:
        """Note that an answer was taken back, at the earliest time that is told; 1 when that is new."""
        added = self._connection.execute("INSERT OR IGNORE INTO undone VALUES (?, ?)", (answer, at)).rowcount
        if not added:
            self._connection.execute("UPDATE undone SET at = min(at, ?) WHERE answer = ?", (at, answer))
        return added

    def _keep(self, attempt: Attempt) -> bool:
        done = self._connection.execute(
            "INSERT INTO attempts (id, kind, seed, started_at, plan) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET plan = excluded.plan WHERE ended_at IS NULL",
            attempt,
        )
        return bool(done.rowcount)

    def _all(self, query: str, *values: Any) -> list[sqlite3.Row]:  # noqa: ANN401 - what SQLite takes
        with explained(self.path):
            return self._connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: Any) -> sqlite3.Row | None:  # noqa: ANN401
        rows = self._all(query, *values)
        return rows[0] if rows else None


def _past(row: sqlite3.Row) -> Past:
    return Past(derived.memory_of(row), bool(row["right"]), *derived.tried_of(row))
