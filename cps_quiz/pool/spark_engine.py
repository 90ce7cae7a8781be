"""Apache Spark, imported where it is used: the same SQL over the same Parquet, on this machine or on a cluster.

`SPARK_MASTER` in the environment names a cluster, whose machines must see the pool's folder under the same
path; without it Spark runs here, on all cores.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from cps_quiz.errors import QuizError
from cps_quiz.pool.errors import ExtraMissingError
from cps_quiz.pool.folder import Pool

MASTER = "SPARK_MASTER"


class NoSparkError(QuizError):
    """Spark does not start or cannot go on."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Apache Spark does not run: {reason}", "It needs Java 17 or newer; JAVA_HOME tells where that is."
        )


class Spark:
    """A session whose views are named as those of DuckDB are; `folder` is for what is kept on the way."""

    def __init__(self, folder: Path) -> None:
        """Raises ExtraMissingError or NoSparkError."""
        try:
            from pyspark.errors import PySparkException
            from pyspark.sql import SparkSession
        except ImportError:
            raise ExtraMissingError("Apache Spark (pyspark)", "spark") from None
        self.folder = folder
        self.error: type[Exception] = PySparkException
        self.seconds = 0.0
        builder = SparkSession.builder.appName("cps-quiz").master(os.environ.get(MASTER, "local[*]"))
        settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
        for name, value in settings.items():
            builder = builder.config(name, value)
        try:
            self._session: Any = builder.getOrCreate()
        except (PySparkException, OSError, RuntimeError) as error:
            raise NoSparkError(str(error).partition("\n")[0]) from None

    def close(self) -> None:
        """End the session."""
        self._session.stop()

    def answers(self, pool: Pool) -> None:
        """The answers of a pool under the name `answers`."""
        self.view("answers", pool.files())

    def view(self, name: str, files: Sequence[Path]) -> None:
        """Parquet files under a name."""
        self._session.read.parquet(*(path.resolve().as_uri() for path in files)).createOrReplaceTempView(name)

    def define(self, name: str, query: str) -> None:
        """A query under a name."""
        self._session.sql(query).createOrReplaceTempView(name)

    def keep(self, pool: Pool, queries: Sequence[tuple[str, str]]) -> None:
        """Work out named queries of single people; Spark shares them out by itself."""
        self.answers(pool)
        for name, query in queries:
            path = self.folder / name
            self.write(query, path)
            self.view(name, [path])

    def table(self, name: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
        """A small table from plain rows; `columns` are names and types."""
        schema = columns.replace("varchar", "string")
        self._session.createDataFrame([tuple(row) for row in rows], schema).createOrReplaceTempView(name)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        began = perf_counter()
        rows = [tuple(row) for row in self._session.sql(query).collect()]
        self.seconds += perf_counter() - began
        return rows

    def write(self, query: str, path: Path) -> None:
        """Write what a query gives into a folder of Parquet files."""
        began = perf_counter()
        self._session.sql(query).write.mode("overwrite").parquet(path.resolve().as_uri())
        self.seconds += perf_counter() - began


@contextmanager
def spark_in(folder: Path) -> Iterator[Spark]:
    """Spark with room for what it keeps in `folder`, taken away afterwards. Raises QuizError."""
    with TemporaryDirectory(dir=folder, prefix=".work-") as aside:
        engine = Spark(Path(aside))
        try:
            yield engine
        except engine.error as error:
            raise NoSparkError(str(error).partition("\n")[0]) from None
        finally:
            engine.close()
