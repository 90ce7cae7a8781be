"""DuckDB, imported where it is used: the engine for pools on one machine."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, TypeVar

from cps_quiz.pool.errors import ExtraMissingError, PoolDamagedError
from cps_quiz.pool.folder import BUCKETS, Pool

MEMORY = "500MB"
"""What DuckDB may use before it puts things aside on disk; Python and the rest of a process need some more."""

ROWS_KEPT = 30_000
"""Rows that DuckDB keeps for a bucket before it writes them; at its own 524,288 it must put rows aside first."""

Value = TypeVar("Value")


class DuckDB:
    """A connection without a database of its own; `folder` is for what does not fit into memory.

    `seconds` counts the time spent in DuckDB.
    """

    def __init__(self, folder: Path) -> None:
        """Raises ExtraMissingError."""
        try:
            import duckdb
        except ImportError:
            raise ExtraMissingError("DuckDB", "results") from None
        self.folder = folder
        self.error: type[Exception] = duckdb.Error
        self.seconds = 0.0
        self._kept: dict[str, list[Path]] = {}
        self._connection = duckdb.connect(
            config={
                "memory_limit": MEMORY,
                "temp_directory": str(folder / "spilled"),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "preserve_insertion_order": "false",
                "partitioned_write_flush_threshold": str(ROWS_KEPT),
            }
        )

    def close(self) -> None:
        """Let go of all."""
        self._connection.close()

    def ask(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that a query gives."""
        return self._timed(lambda: self._connection.execute(query, list(values)).fetchall())

    def view(self, name: str, files: Sequence[Path]) -> None:
        """Parquet files under a name."""
        self.define(name, f"select * from read_parquet({_listed(files)})")  # noqa: S608

    def define(self, name: str, query: str) -> None:
        """A query under a name."""
        self.ask(f"create or replace view {name} as {query}")

    def write(self, query: str, path: Path) -> None:
        """Write what a query gives into a Parquet file."""
        self.ask(f"copy ({query}) to {quoted(path)} (format parquet, compression zstd)")

    def table(self, name: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        """A small table from plain rows; `columns` are names and types."""
        self.ask(f"create or replace table {name} ({columns})")
        marks = ", ".join("?" * (columns.count(",") + 1))
        if rows:
            self._timed(lambda: self._connection.executemany(f"insert into {name} values ({marks})", rows))  # noqa: S608

    def answers(self, pool: Pool) -> None:
        """The answers of a pool under the name `answers`."""
        self.view("answers", pool.files())

    def keep(self, pool: Pool, queries: Sequence[tuple[str, str]]) -> None:
        """Work out, one bucket of people after the other, named queries that may build upon each other."""
        for bucket in BUCKETS:
            if files := [pool.folder / name for name in pool.answers.get(bucket, ())]:
                self.view("answers", files)
                for name, paths in self._kept.items():
                    self.view(name, [path for path in paths if path.stem.endswith(f"-{bucket}")])
                for name, query in queries:
                    path = self.folder / f"{name}-{bucket}.parquet"
                    self.write(query, path)
                    self.view(name, [path])
        for name, _ in queries:
            self._kept[name] = sorted(self.folder.glob(f"{name}-?.parquet"))
        for name, paths in self._kept.items():
            self.view(name, paths)
        self.answers(pool)

    def _timed(self, work: Callable[[], Value]) -> Value:
        began = perf_counter()
        try:
            return work()
        finally:
            self.seconds += perf_counter() - began


@contextmanager
def duckdb_in(folder: Path) -> Iterator[DuckDB]:
    """DuckDB with room for what it puts aside in `folder`, taken away afterwards. Raises PoolDamagedError."""
    with TemporaryDirectory(dir=folder, prefix=".work-") as aside:
        engine = DuckDB(Path(aside))
        try:
            yield engine
        except engine.error as error:
            raise PoolDamagedError(folder, str(error).partition("\n")[0]) from None
        finally:
            engine.close()


def quoted(path: Path) -> str:
    """A path as SQL writes it."""
    return "'" + str(path).replace("'", "''") + "'"


def _listed(paths: Sequence[Path]) -> str:
    return f"[{', '.join(quoted(literal(path)) for path in paths)}]"


def literal(path: Path) -> Path:
    """A path in which no character stands for others."""
    return Path("".join(f"[{char}]" if char in "*?[" else char for char in str(path)))
