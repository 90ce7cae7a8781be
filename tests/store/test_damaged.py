"""A damaged database is read as it was before a program that was killed began to write."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.record.log import Attempt, Logged
from cps_quiz.journeys.salvaging import Finds
from cps_quiz.store.copies import is_whole
from cps_quiz.store.damaged import read_damaged
from cps_quiz.store.progress import Progress

SITTING = Attempt("sitting", "drill", 1, 1_800_000_000_000, "{}")


def answer(number: int) -> Logged:
    return Logged(
        id=f"answer-{number:03}",
        attempt="sitting",
        item=ItemId(f"item-{number}"),
        topic=TopicId("t"),
        objective=None,
        fingerprint="f",
        key="k",
        response={"chosen": [0]},
        offered=(),
        chosen=(("Text" * 50, None),),
        score=1.0,
        self_assessed=False,
        again=0,
        confidence=None,
        cram=False,
        seed=1,
        seconds=1.0,
        answered_at=1_800_000_000_000 + number,
        day="2027-01-15",
    )


@pytest.mark.parametrize("damaged", [False, True])
def test_a_rollback_journal_is_heeded(tmp_path: Path, *, damaged: bool) -> None:
    path, killed = tmp_path / "progress.db", tmp_path / "killed.db"
    with closing(Progress(path)) as store:
        for number in range(40):
            store.record(answer(number), SITTING)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")  # so that pages are written before the end
        connection.execute("BEGIN")
        connection.execute("UPDATE answers SET item = 'half written', chosen = chosen || chosen")
        shutil.copy(path, killed)
        shutil.copy(path.with_name("progress.db-journal"), killed.with_name("killed.db-journal"))
        connection.execute("ROLLBACK")
    if damaged:
        content = bytearray(killed.read_bytes())
        content[:100] = bytes(100)
        killed.write_bytes(content)
    finds = Finds()

    assert is_whole(killed), "the journal has the first page too"
    read_damaged(killed, finds)

    found = {entry.id: entry.item for entry, _ in finds.read.answers}
    wanted = {f"answer-{number:03}": f"item-{number}" for number in range(40)}
    assert found == wanted
