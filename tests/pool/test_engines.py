"""The same text of SQL gives the same sums on every engine.

SQLite runs each time. Spark needs Java and takes minutes: SPARK=1 pytest tests/pool/test_engines.py
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from contributions import answer, digits, sitting
from pools import add_answers, gathered, rows

from cps_quiz.pool.folder import Pool, open_pool
from cps_quiz.pool.gathering import gather

LABELS = {(f"item-{n}", digits(f"item-{n}", 16)): ("goals", {1: "directing", 2: "judging"}) for n in range(1, 30)}


class SQLite:
    """An engine that keeps all in memory."""

    seconds = 0.0

    def __init__(self, pool: Path, connection: sqlite3.Connection) -> None:
        self.connection = connection
        columns = (
            "person, id, item, print, code, kind, chosen, points, confidence, exam, first_try, number, month, undone"
        )
        connection.execute(f"create table answers ({columns})")
        connection.executemany(f"insert into answers values ({', '.join('?' * 14)})", rows(pool))  # noqa: S608

    def answers(self, pool: Pool) -> None:
        """They are there."""

    def keep(self, _pool: Pool, queries: Sequence[tuple[str, str]]) -> None:
        for name, query in queries:
            self.connection.execute(f"create table {name} as {query}")

    def define(self, name: str, query: str) -> None:
        self.connection.execute(f"create view {name} as {query}")

    def table(self, name: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        self.connection.execute(f"create table {name} ({columns})")
        marks = ", ".join("?" * (columns.count(",") + 1))
        self.connection.executemany(f"insert into {name} values ({marks})", rows)  # noqa: S608

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()

    def view(self, name: str, files: Sequence[Path]) -> None:
        raise NotImplementedError

    def write(self, query: str, path: Path) -> None:
        raise NotImplementedError


def group() -> Iterator[dict[str, Any]]:
    """Drills of different lengths, one exam for all and a second one, repeats, parts of points, open questions."""
    chance = Random(5)
    for person in range(60):
        yield from sitting(person, [chance.choice([0, 0, 1, 2, None]) for _ in range(12)], [0] * 12)
        for number in range(13, 13 + chance.randrange(30)):
            item = f"item-{chance.randrange(1, 30)}"
            yield answer(
                person,
                item,
                number=number,
                chosen=chance.choice([[0], [1], [2], [0, 1]]),
                points=chance.choice([0, 0.5, 1, 0.333]),
                exam=chance.choice([None, None, digits((person, "second"), 32)]),
                first_try=chance.random() < 0.8,
                month=chance.choice(["2026-10", "2026-11"]),
            )


def test_sqlite_gives_the_sums_of_duckdb(tmp_path: Path) -> None:
    pool = tmp_path / "pool"
    add_answers(pool, group())

    with closing(sqlite3.connect(":memory:")) as connection:
        sqlite = gather(SQLite(pool, connection), open_pool(pool), LABELS)

    assert sqlite == gathered(pool, LABELS)
    assert all(sqlite)
    assert all(type(value) in {int, str} for table in sqlite[:5] for row in table for value in row)


@pytest.mark.skipif(os.environ.get("SPARK") != "1", reason="SPARK=1 asks for it")
@pytest.mark.filterwarnings("default")
def test_spark_gives_the_sums_of_duckdb(tmp_path: Path) -> None:
    from cps_quiz.pool.spark_engine import spark_in

    pool = tmp_path / "pool"
    add_answers(pool, group())

    with spark_in(pool) as engine:
        spark = gather(engine, open_pool(pool), LABELS)

    assert spark == gathered(pool, LABELS)
