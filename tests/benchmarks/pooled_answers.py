"""A pool of 20 million answers of 100,000 people: made, added, reported; and a candidate who shares 100,000.

Run: python tests/benchmarks/pooled_answers.py [MILLIONS]

The floor of adding is DuckDB counting the lines of the same files. Bounds: adding and reporting together 60 s
and 1 GB on two cores, sharing 3 s.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb
import sharing
from measure import Result, table

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.journeys.results import report
from cps_quiz.pool.adding import add

ANSWERS_EACH, ITEMS, PEOPLE_A_FILE = 200, 240, 250
SECONDS_BOUND, MEGABYTES_BOUND = 60.0, 1024.0


def write_contributions(folder: Path, count: int) -> None:
    """People with 200 answers each to 240 questions, a quarter of them in an exam, 250 people a file."""
    connection = duckdb.connect()
    step = ANSWERS_EACH * PEOPLE_A_FILE
    for number, start in enumerate(range(0, count, step)):
        connection.execute(
            f"""
            copy (
                select 'ma-2026' as contribution, sha256('p' || (i // {ANSWERS_EACH})) as pseudonym,
                       substr(sha256('a' || i), 1, 32) as id,
                       'question-' || lpad((i * 7919 % {ITEMS})::varchar, 3, '0') as item,
                       substr(sha256('i' || (i * 7919 % {ITEMS})), 1, 16) as print,
                       [hash(i) % 4] as chosen, case when hash(i) % 4 = 0 then 1 else 0 end as points,
                       null as confidence,
                       case when hash(i + 7) % 4 = 0
                            then substr(sha256('e' || (i // {ANSWERS_EACH})), 1, 32) end as exam,
                       true as first_try, i % {ANSWERS_EACH} + 1 as number, '2026-11' as month
                from range({start}, {min(count, start + step)}) t(i)
            ) to '{folder}/{number:05}.jsonl' (format json)
            """  # noqa: S608 - numbers of our own
        )


def measured(folder: Path) -> None:
    """Add and report, in a process of their own, whose memory is then told."""
    began = perf_counter()
    added = add([folder / "handed-in"], folder / "pool")
    added_at = perf_counter()
    view, in_engine = report(folder / "pool", load([shipped()]))
    ended = perf_counter()
    used = resource.getrusage(resource.RUSAGE_SELF)
    assert (added.answers, added.refused.lines) == (view.results.answers, 0)
    assert len(view.results.items) == 2 * ITEMS
    print(
        added_at - began,
        ended - added_at,
        added.seconds + in_engine,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
    )


def main(millions: float) -> None:
    number = round(millions * 1_000_000)
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "handed-in").mkdir()
        write_contributions(folder / "handed-in", number)
        began = perf_counter()
        duckdb.execute(f"select count(pseudonym) from read_json('{folder}/handed-in/*.jsonl')").fetchall()  # noqa: S608
        floor = perf_counter() - began
        done = subprocess.run(
            [sys.executable, __file__, "--measured", name], stdout=subprocess.PIPE, text=True, check=True
        )
        adding, reporting, in_engine, cpu, megabytes = map(float, done.stdout.split())
    whole = adding + reporting
    print(f"{number:,} answers; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(
        f"adding {adding:.1f} s, reporting {reporting:.1f} s, {in_engine / whole:.0%} of it in DuckDB; {cpu:.0f} s CPU"
    )
    results = [
        Result("pool and report (floor: to read the lines)", f"{whole:.1f} s", f"{floor:.1f} s", whole / floor),
        Result("seconds of the bound", f"{whole:.1f} s", f"{SECONDS_BOUND:g} s", whole / SECONDS_BOUND, 1.0),
        Result(
            "CPU seconds by two cores, of the bound",
            f"{cpu / 2:.1f} s",
            f"{SECONDS_BOUND:g} s",
            cpu / 2 / SECONDS_BOUND,
        ),
        Result(
            "memory of the bound", f"{megabytes:.0f} MB", f"{MEGABYTES_BOUND:g} MB", megabytes / MEGABYTES_BOUND, 1.0
        ),
        *sharing.benchmark(),
    ]
    print(table(results))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measured"]:
        measured(Path(sys.argv[2]))
    else:
        main(float(sys.argv[1]) if sys.argv[1:] else 20)
