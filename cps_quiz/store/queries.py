"""What can be asked of a learner's progress."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.due import Past, Temptation
from cps_quiz.core.memory.skills import Skill, SkillMemory
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.record.asked_keys import Keys
from cps_quiz.core.record.log import Aside, Attempt, Confused, Kept, Logged, Misses, Question
from cps_quiz.core.record.shareable import Shareable
from cps_quiz.store import derived, skills
from cps_quiz.store.database import explained, snapshot
from cps_quiz.store.rows import logged_of
from cps_quiz.store.times import IN_ORDER

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

_SHAREABLE = f"{', '.join(Shareable._fields[:-1])}, id IN (SELECT answer FROM undone)"  # noqa: S608 - our own names


class Queries:
    """Reads the database that `_connection` is open on. Methods raise StoreError."""

    path: Path
    _connection: sqlite3.Connection

    def unfinished(self, kind: str) -> Attempt | None:
        """The latest sitting of that kind that was cut off; None when there is none."""
        return next(iter(self.all_unfinished(kind)), None)

    def all_unfinished(self, kind: str) -> list[Attempt]:
        """The sittings of that kind that were cut off, the latest first."""
        rows = self._all(
            "SELECT id, kind, seed, started_at, plan, owner FROM attempts"
            " WHERE kind = ? AND ended_at IS NULL AND plan != '' ORDER BY started_at DESC",
            kind,
        )
        return [Attempt(*row) for row in rows]

    def plan_of(self, attempt: str) -> str | None:
        """How a sitting goes on; None when it is over."""
        row = self._one("SELECT plan FROM attempts WHERE id = ?", attempt)
        return row["plan"] if row is not None else None

    def past(self) -> dict[ItemId, Past]:
        """What happened with each item that was ever answered."""
        return {ItemId(row["item"]): _past(row) for row in self._all("SELECT * FROM memories")}

    def skills(self) -> dict[Skill, SkillMemory]:
        """What is understood of each objective and misconception that was ever met."""
        with explained(self.path), snapshot(self._connection):
            return {skill: met.memory for skill, met in skills.current(self._connection).items()}

    def last_seen(self) -> dict[ItemId, int]:
        """When each item that was ever answered was answered last (milliseconds)."""
        return {ItemId(row["item"]): row["seen"] for row in self._all("SELECT item, seen FROM memories")}

    def exams(self) -> list[Kept]:
        """The mock exams that are over and were not deleted, oldest first."""
        return [kept for kept in self.all_exams() if kept.deleted_at is None]

    def all_exams(self) -> list[Kept]:
        """The same with those that were deleted."""
        rows = self._all("SELECT id, started_at, record, number, deleted_at FROM exams ORDER BY started_at, id")
        return [Kept(*row) for row in rows]

    def questions(self, fingerprints: Iterable[str] | None = None) -> list[Question]:
        """Questions as they were asked: those of some fingerprints, or all."""
        import json

        query = "SELECT print, fingerprint, question FROM questions"
        if fingerprints is None:
            return [Question(*row) for row in self._all(f"{query} ORDER BY print, fingerprint")]
        asked = f"{query} WHERE fingerprint IN (SELECT value FROM json_each(?))"  # noqa: S608 - constant text
        return [Question(*row) for row in self._all(asked, json.dumps(list(fingerprints)))]

    def asides(self) -> list[Aside]:
        """Items and topics that were put aside, or brought back."""
        return [Aside(*row) for row in self._all("SELECT kind, id, aside, at FROM asides ORDER BY kind, id")]

    def unknown_lines(self) -> list[str]:
        """Lines of imports that this version does not understand."""
        return [row["line"] for row in self._all("SELECT line FROM unknown_lines ORDER BY line")]

    def day_totals(self) -> list[tuple[str, int, int, int]]:
        """For each of the learner's days (ISO date), oldest first: answers, first tries, right ones."""
        rows = self._sums(
            "SELECT day, sum(answers), sum(asked), sum(right) FROM days"
            " GROUP BY day HAVING sum(answers) > 0 ORDER BY day"
        )
        return [tuple(row) for row in rows]

    def leanings(self, since: str) -> list[tuple[MisconceptionId, int, int, int, int]]:
        """For each misconception: offered, chosen, and both since a day (ISO date)."""
        rows = self._sums(
            "SELECT misconception, sum(offered), sum(chosen),"
            " sum(iif(day >= ?1, offered, 0)), sum(iif(day >= ?1, chosen, 0)) FROM temptations"
            " GROUP BY 1 HAVING sum(offered) > 0 ORDER BY 1",
            since,
        )
        return [tuple(row) for row in rows]

    def temptations(self, since: str) -> tuple[Temptation, ...]:
        """Misconceptions chosen since a day (ISO date), by topic."""
        rows = self._sums(
            "SELECT misconception, topic, sum(chosen) FROM temptations WHERE day >= ? AND chosen > 0 GROUP BY 1, 2",
            since,
        )
        return tuple(Temptation(*row) for row in rows)

    def confusions(self) -> list[Confused]:
        """Approaches that were taken for another, the most often first."""
        rows = self._sums(
            "SELECT meant, taken, sum(chosen), sum(offered) FROM confusions"
            " GROUP BY 1, 2 HAVING sum(chosen) > 0 ORDER BY 3 DESC, 4, 1, 2"
        )
        return [Confused(*row) for row in rows]

    def misses(self, misconception: MisconceptionId) -> Misses:
        """How a misconception tempted, with at most three options that were chosen of late."""
        (sums,) = self._sums(
            "SELECT ifnull(sum(offered), 0), ifnull(sum(chosen), 0) FROM temptations WHERE misconception = ?",
            misconception,
        )
        rows = self._all(_LATELY_CHOSEN, LATELY, misconception) if sums[1] else []
        return Misses(sums[0], sums[1], tuple(row["option"] for row in rows))

    def calibration(self) -> dict[Confidence, tuple[int, int]]:
        """For each confidence: how often it was given, and how often the answer was right."""
        sums = ", ".join(f"ifnull(sum({word.value}), 0), ifnull(sum({word.value}_right), 0)" for word in Confidence)
        (row,) = self._sums(f"SELECT {sums} FROM days")  # noqa: S608 - names of our own
        pairs = zip(Confidence, row[::2], row[1::2], strict=True)
        return {word: (asked, right) for word, asked, right in pairs if asked}

    def keys_of(self, items: Iterable[ItemId]) -> Keys:
        """The keys of items as they were asked, by their prints."""
        with explained(self.path):
            return derived.keys_of(self._connection, items)

    def setting(self, name: str) -> str | None:
        """A choice that was kept; None when it was never made."""
        row = self._one("SELECT value FROM settings WHERE name = ?", name)
        return row["value"] if row is not None else None

    def settings(self) -> dict[str, str]:
        """All choices that were kept, by name."""
        return {row["name"]: row["value"] for row in self._all("SELECT name, value FROM settings ORDER BY name")}

    def answers_of(self, attempt: str) -> list[Logged]:
        """The answers of one sitting that were not taken back, oldest first."""
        query = (
            "SELECT * FROM answers WHERE attempt = ? AND id NOT IN (SELECT answer FROM undone)"  # noqa: S608 - our own
            f" ORDER BY {IN_ORDER}"
        )
        with explained(self.path):
            return [logged_of(row) for row in self._connection.execute(query, (attempt,))]

    def shareable(self) -> Iterator[Shareable]:
        """Answers that the program scored, in the order of answering, as far as sharing reads them."""
        query = f"SELECT {_SHAREABLE} FROM answers WHERE self_assessed = 0 ORDER BY {IN_ORDER}"  # noqa: S608
        with explained(self.path), closing(self._connection.cursor()) as rows:
            rows.row_factory = None
            yield from map(Shareable._make, rows.execute(query))

    def secret(self) -> str | None:
        """The learner's secret, from which pseudonyms are made; None when there is none yet."""
        row = self._one("SELECT value FROM secret")
        return row["value"] if row is not None else None

    def log(self) -> Iterator[tuple[Logged, int | None]]:
        """Every answer, oldest first, and when it was undone (milliseconds) if it was."""
        query = f"SELECT a.*, u.at FROM answers a LEFT JOIN undone u ON u.answer = a.id ORDER BY {IN_ORDER}"  # noqa: S608
        with explained(self.path), closing(self._connection.execute(query)) as rows:
            for row in rows:
                yield logged_of(row), row["at"]

    def _all(self, query: str, *values: Any) -> list[sqlite3.Row]:  # noqa: ANN401 - what SQLite takes
        with explained(self.path):
            return self._connection.execute(query, values).fetchall()

    def _sums(self, query: str, *values: Any) -> list[sqlite3.Row]:  # noqa: ANN401
        """Read the tables of sums."""
        with explained(self.path), snapshot(self._connection):
            derived.show_pending(self._connection)
            return self._connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: Any) -> sqlite3.Row | None:  # noqa: ANN401
        rows = self._all(query, *values)
        return rows[0] if rows else None


def _past(row: sqlite3.Row) -> Past:
    return Past(derived.memory_of(row), bool(row["right"]), *derived.tried_of(row))
