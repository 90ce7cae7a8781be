"""Pools of made-up people, and what reports show of them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from contributions import PROGRAMME, digits, text

from cps_quiz.core.statistics.group import Group
from cps_quiz.pool.adding import Added, add
from cps_quiz.pool.duckdb_engine import duckdb_in
from cps_quiz.pool.folder import open_pool
from cps_quiz.pool.gathering import Gathered, Labels, gather
from cps_quiz.pool.publishing import publish
from cps_quiz.pool.removing import Removed, remove_people


def add_answers(pool: Path, *contributions: Iterable[Mapping[str, Any]]) -> Added:
    """Hand in one file after the other at once."""
    folder = pool.parent / "handed-in"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for number, answers in enumerate(contributions):
        (folder / f"{number:05}.jsonl").write_text(text(answers), encoding="utf-8")
    return add([folder], pool)


def shown(pool: Path, labels: Labels | None = None) -> Group:
    """What a report may show now."""
    with duckdb_in(pool) as engine:
        opened = open_pool(pool)
        return publish(engine, opened, gather(engine, opened, labels or {}))


def gathered(pool: Path, labels: Labels | None = None) -> Gathered:
    """The sums, without a report."""
    with duckdb_in(pool) as engine:
        return gather(engine, open_pool(pool), labels or {})


def rows(pool: Path) -> list[tuple[Any, ...]]:
    """All answers of a pool."""
    with duckdb_in(pool) as engine:
        opened = open_pool(pool)
        if not opened.files():
            return []
        engine.answers(opened)
        return engine.ask(
            "select person, id, item, print, code, kind, chosen, points, confidence, exam, first_try, number, month,"
            " undone from answers order by all"
        )


def withdrawal(person: object) -> dict[str, str]:
    return {"withdrawal": PROGRAMME, "pseudonym": digits(person, 64)}


def take_out(pool: Path, *people: object) -> Removed:
    file = pool.parent / "withdrawn.jsonl"
    file.write_text(text(map(withdrawal, people)), encoding="utf-8")
    return remove_people([file], pool)
