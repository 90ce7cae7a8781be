"""A candidate shares 100,000 answers by the command, against merely reading them: python tests/benchmarks/sharing.py.

The bound is 3 s by the clock, the command's start among them.
"""

import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from first_question import OURS
from measure import Result, compared, environment, in_turn, spread, table
from memory import answers, items, seconds_of

from cps_quiz.store.progress import Progress
from cps_quiz.store.rows import COLUMNS, row_of

ANSWERS = 100_000
RUNS = 7
SECONDS_BOUND = 3.0
READING = "import sqlite3, sys; print(len(sqlite3.connect(sys.argv[1]).execute('SELECT * FROM answers').fetchall()))"


def fill(path: Path) -> None:
    """Answers of three years, as a candidate has them."""
    Progress(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        marks = ", ".join("?" * len(COLUMNS))
        lines = map(row_of, answers(items(), ANSWERS, datetime.now(UTC)))
        connection.executemany(f"INSERT INTO answers ({', '.join(COLUMNS)}) VALUES ({marks})", lines)  # noqa: S608
    with closing(Progress(path)) as store:
        store.rebuild()


def benchmark() -> list[Result]:
    with TemporaryDirectory() as folder:
        path, shared = Path(folder, "progress.db"), Path(folder, "shared.jsonl")
        fill(path)
        env = environment(CPS_QUIZ_HOME=folder, HOME=folder, LC_ALL="C.UTF-8", TERM="dumb")
        command = [OURS[0], "history", "share", "--programme", "ma-2026", "-o", str(shared), "--yes"]
        reading = [sys.executable, "-c", READING, str(path)]
        before = os.times()
        pairs = in_turn(lambda: seconds_of(command, env), lambda: seconds_of(reading, env), RUNS)
        after = os.times()
        lines = sum(1 for _ in shared.open(encoding="utf-8"))
    print(f"history share of {ANSWERS:,} answers, {lines:,} lines: {spread([ours for ours, _ in pairs])} s,", end=" ")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"both together {cpu / (RUNS + 1):.2f} s of the processor; load {os.getloadavg()[0]:.1f}")
    return [
        compared(f"share {ANSWERS:,} answers, against reading them", pairs, "s"),
        compared("the same, against the bound", [(ours, SECONDS_BOUND) for ours, _ in pairs], "s", 1.0),
    ]


if __name__ == "__main__":
    print(table(benchmark()))
