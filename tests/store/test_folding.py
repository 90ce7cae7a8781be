"""A copy of the one file holds everything but the last minute: by a clock that the test sets forward."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.record.log import Attempt, Logged
from cps_quiz.store.folding import AGAIN_SECONDS, FOLD_SECONDS, Folding
from cps_quiz.store.progress import Progress

MINUTE = 60.0
SITTING = Attempt("sitting", "drill", 1, 1_800_000_000_000, "{}")


class Clock:
    """Makes timers that go off when its time is set forward."""

    def __init__(self) -> None:
        self.now = 0.0
        self.timers: list[FakeTimer] = []

    def timer(self, seconds: float, action: Callable[[], None]) -> "FakeTimer":
        self.timers.append(FakeTimer(self.now + seconds, action))
        return self.timers[-1]

    def forward(self, seconds: float) -> None:
        """Let time go by, and do at its time what falls due, also what is only begun meanwhile."""
        ends = self.now + seconds
        while due := [timer for timer in self.timers if timer.runs and timer.at <= ends]:
            first = min(due, key=lambda timer: timer.at)
            first.runs, self.now = False, first.at
            first.action()
        self.now = ends


class FakeTimer:
    """As `threading.Timer`, by the clock that made it."""

    def __init__(self, at: float, action: Callable[[], None]) -> None:
        self.at, self.action, self.runs, self.daemon = at, action, False, False

    def start(self) -> None:
        self.runs = True

    def cancel(self) -> None:
        self.runs = False


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


def answer(number: int) -> Logged:
    return Logged(
        id=f"answer-{number}",
        attempt="sitting",
        item=ItemId(f"item-{number}"),
        topic=TopicId("t"),
        objective=None,
        fingerprint="f",
        key="k",
        response={"chosen": [0]},
        offered=(),
        chosen=(("Text", None),),
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


def in_the_one_file(path: Path) -> int:
    """How many answers a copy of the one file holds."""
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'answers'").fetchone():
            return 0
        return int(connection.execute("SELECT count(*) FROM answers").fetchone()[0])


def test_a_minute_after_the_last_answer_the_one_file_holds_it(path: Path, clock: Clock) -> None:
    with closing(Progress(path, folding=Folding(path, clock.timer))) as store:
        for number in range(3):
            store.record(answer(number), SITTING)
            clock.forward(5)
        assert in_the_one_file(path) == 0, "not after each answer: that would cost another wait for the disk"

        clock.forward(MINUTE - 5)

        assert in_the_one_file(path) == 3
        assert path.with_name("progress.db-wal").stat().st_size == 0


def test_while_somebody_goes_on_answering_the_file_is_never_a_minute_behind(path: Path, clock: Clock) -> None:
    with closing(Progress(path, folding=Folding(path, clock.timer))) as store:
        for number in range(40):
            store.record(answer(number), SITTING)
            clock.forward(7)
            assert in_the_one_file(path) >= number + 1 - MINUTE / 7


def test_where_another_program_is_in_the_way_it_is_tried_again(path: Path, clock: Clock) -> None:
    with closing(Progress(path, folding=Folding(path, clock.timer))) as store:
        store.record(answer(0), SITTING)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM answers").fetchall()
            store.record(answer(1), SITTING)
            clock.forward(FOLD_SECONDS + 3 * AGAIN_SECONDS)
            assert path.with_name("progress.db-wal").stat().st_size, "who reads keeps the log"
        clock.forward(AGAIN_SECONDS)

        assert in_the_one_file(path) == 2


def test_what_is_closed_is_folded_at_once_and_tried_no_more(path: Path, clock: Clock) -> None:
    store = Progress(path, folding=Folding(path, clock.timer))
    store.record(answer(0), SITTING)
    store.close()

    assert in_the_one_file(path) == 1
    assert not any(timer.runs for timer in clock.timers)
    assert not path.with_name("progress.db-wal").exists()
