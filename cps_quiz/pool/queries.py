"""The portable SQL of a pool: plain text that runs unchanged on DuckDB, Spark and SQLite."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any, Protocol

from cps_quiz.pool.folder import Pool

Rows = list[tuple[Any, ...]]


class Engine(Protocol):
    """What runs the queries. Names that were kept or made as tables can be asked of later."""

    seconds: float

    def answers(self, pool: Pool) -> None:
        """Give the answers of a pool the name `answers`."""

    def keep(self, pool: Pool, queries: Sequence[tuple[str, str]]) -> None:
        """Work out named queries of single people, that may build upon each other."""

    def define(self, name: str, query: str) -> None:
        """Give a query a name, to be worked out where it is asked for."""

    def table(self, name: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        """Make a small table."""

    def view(self, name: str, files: Sequence[Path]) -> None:
        """Give Parquet files a name."""

    def ask(self, query: str) -> Rows:
        """The rows of a query."""

    def write(self, query: str, path: Path) -> None:
        """Write what a query gives into Parquet."""


@cache
def query(name: str, **values: str) -> str:
    """The text of a query, with its `$values`."""
    text = files("cps_quiz.pool").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    return Template(text).substitute(values)
