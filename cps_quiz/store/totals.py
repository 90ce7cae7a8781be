"""Sums over the log, by day and topic: answers, how sure they were, misconceptions, confusions."""

import sqlite3
from collections.abc import Iterable, Iterator

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.record.log import Logged

Amounts = tuple[int, ...]
Sums = dict[tuple[str, ...], Amounts]
"""What to add to the rows of a table, by their keys."""

_COLUMNS = {
    "days": (
        ("day", "topic"),
        ("answers", "asked", "right", *(name for word in Confidence for name in (word.value, f"{word.value}_right"))),
    ),
    "temptations": (("day", "misconception", "topic"), ("offered", "chosen")),
    "confusions": (("day", "meant", "taken"), ("offered", "chosen")),
}
"""The tables of sums: the columns of their keys and of their amounts."""

TABLES = tuple(_COLUMNS)


class Totals:
    """Collects sums, so that many answers cost one statement for each row that they change."""

    def __init__(self) -> None:
        self._sums: dict[str, Sums] = {table: {} for table in TABLES}

    @classmethod
    def of(cls, entries: Iterable[Logged]) -> "Totals":
        """The sums of some answers."""
        totals = cls()
        for entry in entries:
            totals.add(entry)
        return totals

    def add(self, entry: Logged, sign: int = 1) -> None:
        """Take an answer in, or with a `sign` of -1 out again."""
        for table, key, amounts in counts(entry, sign):
            sums = self._sums[table]
            before = sums.get(key, (0,) * len(amounts))
            sums[key] = tuple(old + amount for old, amount in zip(before, amounts, strict=True))

    def keep(self, connection: sqlite3.Connection) -> None:
        """Add the sums to what the tables hold."""
        for table, sums in self._sums.items():
            connection.executemany(_UPSERTS[table], [(*key, *amounts) for key, amounts in sums.items()])

    def show(self, connection: sqlite3.Connection) -> None:
        """Have who reads the tables by `connection` read these sums too, until the transaction is rolled back."""
        for table, sums in self._sums.items():
            if sums:
                make, add, show = _BESIDE[table]
                connection.execute(make)
                connection.executemany(add, [(*key, *amounts) for key, amounts in sums.items()])
                connection.execute(show)


def counts(entry: Logged, sign: int = 1) -> Iterator[tuple[str, tuple[str, ...], Amounts]]:
    """What one answer adds: the table, the key of the row, and its amounts."""
    asked = sign if entry.counts else 0
    right = asked if entry.right else 0
    sure = [amount if entry.confidence is word else 0 for word in Confidence for amount in (asked, right)]
    yield "days", (entry.practice_day, entry.topic), (sign, asked, right, *sure)
    if asked:
        tempted = entry.tempted
        for misconception in entry.offered:
            yield (
                "temptations",
                (entry.practice_day, misconception, entry.topic),
                (sign, sign * tempted.count(misconception)),
            )
        for confusion in entry.confusable:
            yield "confusions", (entry.practice_day, *confusion), (sign, sign * (confusion.taken in entry.named))


def _upsert(table: str) -> str:
    key, amounts = _COLUMNS[table]
    names = (*key, *amounts)
    sums = ", ".join(f"{name} = {name} + excluded.{name}" for name in amounts)
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - own names
        f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {sums}"
    )


_UPSERTS = {table: _upsert(table) for table in TABLES}
"""The statement that adds amounts to a row of each table."""

_BESIDE = {
    table: (
        f"CREATE TEMP TABLE beside_{table} AS SELECT * FROM main.{table} LIMIT 0",  # noqa: S608 - names of our own
        f"INSERT INTO beside_{table} VALUES ({', '.join('?' * sum(map(len, names)))})",  # noqa: S608
        f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} UNION ALL SELECT * FROM beside_{table}",  # noqa: S608
    )
    for table, names in _COLUMNS.items()
}
"""Makes a table that lies beside each table, adds to it, and a view of both, which hides the table of its name."""
