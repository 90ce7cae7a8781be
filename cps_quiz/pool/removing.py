"""Taking people out of a pool again, so that nothing of their answers is left in it."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cps_quiz.pool.adding import COLUMNS, contribution_files, file_lines
from cps_quiz.pool.duckdb_engine import DuckDB, duckdb_in
from cps_quiz.pool.folder import BUCKETS, Pool, commit, new_name, open_pool
from cps_quiz.pool.lines import withdrawn


class Removed(NamedTuple):
    """People who were taken out, how many withdrew who are not in the pool, and lines that are no withdrawal."""

    people: int
    unknown: int
    refused: int


def remove_people(paths: Iterable[Path], folder: Path) -> Removed:
    """Take out those who withdraw in some files. Raises QuizError."""
    before = pool = open_pool(folder)
    told = [withdrawn(line) for path in contribution_files(paths) for line in file_lines(path)]
    names = {name for pair in told if pair is not None and pair[0] == pool.programme for name in pair[1:]}
    refused = sum(pair is None or pair[0] != pool.programme for pair in told)
    with duckdb_in(folder) as engine:
        engine.table("gone", "person varchar", [(name,) for name in sorted(names)])
        people, codes = _there(engine, pool)
        for bucket in BUCKETS:
            if any(name.startswith(bucket) for name in people) and pool.answers.get(bucket):
                pool = _without(engine, pool, bucket)
        touched = {f"{kind}:{code}" for kind in ("drill", "exam") for code in codes}
        groups = ("form:", "approach:") if people else ()
        shown = {
            cell: value for cell, value in pool.shown.items() if cell not in touched and not cell.startswith(groups)
        }
        if people:
            commit(pool._replace(shown=shown), before)
    return Removed(len(people), len(names) - len(people), refused)


def _there(engine: DuckDB, pool: Pool) -> tuple[set[str], set[int]]:
    """Those who are in the pool, and the versions that they answered."""
    if not pool.files():
        return set(), set()
    engine.answers(pool)
    rows = engine.ask("select distinct person, code from answers where person in (select person from gone)")
    return {person for person, _ in rows}, {code for _, code in rows if code is not None}


def _without(engine: DuckDB, pool: Pool, bucket: str) -> Pool:
    engine.view("fresh", [pool.folder / name for name in pool.answers[bucket]])
    name = new_name(bucket)
    rest = "from fresh where person not in (select person from gone)"
    ((left,),) = engine.ask(f"select count(*) {rest}")
    if left:
        engine.write(f"select {COLUMNS} {rest}", pool.folder / name)
    answers = {other: names for other, names in pool.answers.items() if other != bucket}
    return pool._replace(answers=answers | ({bucket: (name,)} if left else {}))
