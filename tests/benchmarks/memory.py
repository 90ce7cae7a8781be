"""The store with a million answers in it: screens, picking, keeping.

Run: python tests/benchmarks/memory.py
"""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from first_question import OURS, Terminal
from measure import Result, compared, environment, in_turn, spread, table

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.drill.drill import Answer, Drill, Turn
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.due import History
from cps_quiz.core.memory.picking import Pool, pick
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write
from cps_quiz.core.questions.labels import named
from cps_quiz.core.questions.response import Arranged, Chosen, Response
from cps_quiz.core.record.drill_text import to_text
from cps_quiz.core.record.log import Attempt, Circumstances, Logged, logged
from cps_quiz.journeys.drill.practice import history
from cps_quiz.store.patient import PatientProgress
from cps_quiz.store.progress import Progress
from cps_quiz.store.rows import COLUMNS, row_of

ANSWERS = 1_000_000
ITEMS = 240
MANY = 10_000
DAYS = 3 * 365
RUNS = 21
RECORDS = 400
SITTING = 20
WARM_UP = 1500
"""Records until the write-ahead logs of both sides are as long as they get: to lengthen a file costs time too."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of the system, in which a folder of our own is made
HOME_BOUND, PROGRESS_BOUND, PICK_BOUND_MS, RECORD_BOUND = 1.2, 80, 5.0, 2.0
DRILL_BOUND_MS, ONE_BOUND_MS = 10.0, 1.0
PROGRAM = OURS[0]
FOOTER = "cps-quiz -h help"
"""The last words that the home screen draws."""


def items(count: int = ITEMS) -> list[Item]:
    """The shipped questions, under other ids as often as it takes to have `count` of them."""
    real = [item for item in load([shipped()]).items if isinstance(item.body.interaction(), ChooseOne)]
    rounds = -(-count // len(real))
    found = [
        item if number == 0 else item._replace(id=ItemId(f"{item.id}-{number}"))
        for number in range(rounds)
        for item in real
    ]
    return found[:count]


def answers(asked: list[Item], count: int, until: datetime) -> Iterator[Logged]:
    """Answers spread evenly over DAYS, three in four of them right."""
    chance = random.Random(1)
    lines = list(map(_lines, asked))
    for number in range(count):
        right, wrong = chance.choice(lines)
        at = until - timedelta(days=DAYS) * (1 - number / count)
        yield (right if chance.random() < 0.75 else chance.choice(wrong))._replace(
            id=f"{number:032x}",
            attempt=f"{number // SITTING:032x}",
            confidence=chance.choice((None, *Confidence)),
            answered_at=round(at.timestamp() * 1000),
            day=at.date().isoformat(),
        )


def _lines(item: Item) -> tuple[Logged, list[Logged]]:
    """The log's line of a right answer to `item`, and those of each wrong one."""
    nothing = Circumstances("", "", None, cram=False, seed=1, seconds=9.5, answered_at=0, day="")
    found = [logged(Answer(Turn(item), response, item.body.score(response)), nothing) for response in _responses(item)]
    return next(line for line in found if line.right), [line for line in found if not line.right]


def _responses(item: Item) -> list[Response]:
    """Every single choice, the key of a `multiple` and each option alone, all orders of the first three steps."""
    match item.body.interaction():
        case ChooseOne(options):
            return [Chosen((place,)) for place in range(len(options))]
        case ChooseSome(options):
            return [item.body.key(), *(Chosen((place,)) for place in range(len(options)))]
        case Arrange(steps):
            rest = tuple(range(3, len(steps)))
            return [Arranged((*first, *rest)) for first in permutations(range(3))]
        case other:
            raise AssertionError(other)


def fill(home: Path, asked: list[Item], until: datetime) -> None:
    """Write the log straight into the database, as if answered in it, then have the rest made from it."""
    store = Progress(home / "progress.db")
    store.close()
    with sqlite3.connect(home / "progress.db") as connection:
        (machine,) = connection.execute("SELECT id FROM this_machine").fetchone()
        marks = ", ".join("?" * len(COLUMNS))
        connection.executemany(
            f"INSERT INTO answers ({', '.join(COLUMNS)}) VALUES ({marks})",  # noqa: S608 - names of our own
            (
                row_of(entry._replace(machine=machine, seq=seq))
                for seq, entry in enumerate(answers(asked, ANSWERS, until), 1)
            ),
        )
        connection.execute(
            "UPDATE this_machine SET seq = ?, counted_at = (SELECT max(answered_at) FROM answers),"
            " day = (SELECT max(day) FROM answers)",
            (ANSWERS,),
        )
        connection.execute(
            "INSERT INTO attempts (id, kind, seed, started_at, plan, ended_at)"
            " SELECT attempt, 'drill', 1, min(answered_at), NULL, max(answered_at)"
            " FROM answers GROUP BY attempt"
        )
    connection.close()
    store = Progress(home / "progress.db")
    started = perf_counter()
    store.rebuild()
    print(f"history rebuild of {ANSWERS:,} answers: {perf_counter() - started:.1f} s")
    store.close()


def home_screen(env: dict[str, str]) -> float:
    terminal = Terminal([PROGRAM], env)
    seconds = terminal.seconds_until((FOOTER,))
    terminal.press("x")
    terminal.seconds_until_end()
    return seconds


def seconds_of(command: list[str], env: dict[str, str]) -> float:
    started = perf_counter()
    subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    return perf_counter() - started


def compare_home(full: dict[str, str], empty: dict[str, str]) -> Result:
    pairs = in_turn(lambda: home_screen(full), lambda: home_screen(empty), RUNS)
    return compared(f"home screen, {ANSWERS:,} answers against none", _milliseconds(pairs), "ms", HOME_BOUND)


def compare_progress(full: dict[str, str]) -> Result:
    nothing = [sys.executable, "-c", "pass"]
    pairs = in_turn(lambda: seconds_of([PROGRAM, "progress"], full), lambda: seconds_of(nothing, full), RUNS)
    name = f"progress, {ANSWERS:,} answers, against python -c pass"
    return compared(name, _milliseconds(pairs), "ms", PROGRESS_BOUND)


def time_picking(store: Progress, asked: list[Item]) -> Result:
    """What follows an answer: reading the past anew and picking ten items."""

    def once(seed: int) -> float:
        started = perf_counter()
        pick(asked, history(store, datetime.now().astimezone()), 10, seed)
        return (perf_counter() - started) * 1000

    times = [once(seed) for seed in range(200)]
    print(f"picking of {len(asked)} items, past read anew: {spread(times)} ms")
    name = f"picking, {ANSWERS:,} answers, against {PICK_BOUND_MS:g} ms"
    return compared(name, [(each, PICK_BOUND_MS) for each in times], "ms", 1.0)


def time_large_bank(past: History) -> list[Result]:
    """A drill of ten, and one more item, of MANY items that were all met; what is looked up of them once apart."""
    asked = items(MANY)
    known = list(past.past.values())
    whole = past._replace(past={item.id: known[number % len(known)] for number, item in enumerate(asked)})
    started = perf_counter()
    pool = Pool(asked)
    print(f"looking up {MANY:,} items, once for each start: {(perf_counter() - started) * 1000:.1f} ms")

    def once(count: int, seed: int) -> float:
        started = perf_counter()
        pick(pool, whole, count, seed)
        return (perf_counter() - started) * 1000

    drills = [(once(10, seed), DRILL_BOUND_MS) for seed in range(50)]
    ones = [((once(30, seed) - once(10, seed)) / 20, ONE_BOUND_MS) for seed in range(50)]
    return [
        compared(f"a drill of ten of {MANY:,} items, against {DRILL_BOUND_MS:g} ms", drills, "ms", 1.0),
        compared(f"one more item of {MANY:,}, against {ONE_BOUND_MS:g} ms", ones, "ms", 1.0),
    ]


class BareTable:
    """The log's own table and nothing else in a file of its own, kept as durably as ours."""

    def __init__(self, path: Path, ours: Path) -> None:
        with sqlite3.connect(ours) as connection:
            (made_by,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'answers'").fetchone()
        connection.close()
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute(made_by)
        marks = ", ".join("?" * len(COLUMNS))
        self.insert = f"INSERT INTO answers ({', '.join(COLUMNS)}) VALUES ({marks})"  # noqa: S608

    def keep(self, row: tuple[Any, ...]) -> float:
        started = perf_counter()
        self.connection.execute(self.insert, row)
        return perf_counter() - started


def compare_records(path: Path, folder: Path, kind: str, asked: list[Item], bound: float | None = None) -> Result:
    """Ours keeps the log's line, the item's memory, and how the drill goes on; the peer the line alone.

    Sums and skills follow at the end of each drill of SITTING answers, which is timed apart.
    """
    store = Progress(path)
    book = PatientProgress(path, store)
    bare = BareTable(folder / f"bare {kind}.db", path)
    plan = to_text(Drill.start(asked[:10], 1))
    now = datetime.now(UTC)

    def sitting(entry: Logged) -> Attempt:
        return Attempt(entry.attempt, "drill", 1, entry.answered_at, plan)

    def ours(entry: Logged) -> float:
        started = perf_counter()
        book.record(entry, sitting(entry))
        return perf_counter() - started

    def end(entry: Logged) -> float:
        started = perf_counter()
        book.end(sitting(entry), entry.answered_at)
        return (perf_counter() - started) * 1000

    today, start = now.date().isoformat(), round(now.timestamp() * 1000)
    pairs, ends = [], list[float]()
    for number, told in enumerate(answers(asked, RECORDS + WARM_UP, now)):
        named = told._replace(id=f"{kind} {told.id}", attempt=f"{kind} {told.attempt}")
        entry = named._replace(answered_at=start + number, day=today)
        pair = (ours(entry), bare.keep(row_of(entry))) if number % 2 else (bare.keep(row_of(entry)), ours(entry))[::-1]
        pairs.append(pair)
        if number % SITTING == SITTING - 1:
            ends.append(end(entry))
    print(f"the end of a drill of {SITTING}, {kind}: {spread(ends[WARM_UP // SITTING :])} ms")
    bare.connection.close()
    book.close()
    store.close()
    return compared(f"keeping an answer, {kind}, against a bare insert", _milliseconds(pairs[WARM_UP:]), "ms", bound)


def compare_kinds(path: Path, folder: Path, asked: list[Item]) -> list[Result]:
    """Questions that offer approaches to name, or are of another type, change other tables; so does a first answer.

    Without a disk (where the system has a folder in memory) there is no wait, and only computing is compared.
    """
    shipped_ = [item for item in load([shipped()]).items if not isinstance(item.body.interaction(), Write)]
    kinds = {
        "to choose from": asked,
        "to name": [item for item in shipped_ if named(item)],
        "multiple and order": [item for item in shipped_ if not isinstance(item.body.interaction(), ChooseOne)],
        "new": [item._replace(id=ItemId(f"{item.id}-new-{number}")) for item in shipped_ for number in range(7)],
    }
    results = [compare_records(path, folder, kind, items_, RECORD_BOUND) for kind, items_ in kinds.items()]
    if MEMORY.is_dir():
        with TemporaryDirectory(dir=MEMORY) as there:
            results.append(compare_records(Path(there, "progress.db"), Path(there), "without a disk", asked))
    return results


def time_merging(store: Progress, asked: list[Item]) -> None:
    """A merge of a day's answers into the million: everything is derived anew."""
    entries = [entry._replace(id=f"other-{entry.id}") for entry in answers(asked, 100, datetime.now(UTC))]
    started = perf_counter()
    store.merge((entry, None) for entry in entries)
    print(f"history import of 100 answers into {ANSWERS:,}: {perf_counter() - started:.1f} s")


def _milliseconds(pairs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(ours * 1000, peer * 1000) for ours, peer in pairs]


def benchmark() -> list[Result]:
    with TemporaryDirectory() as folder:
        full, empty = Path(folder, "full"), Path(folder, "empty")
        full.mkdir()
        empty.mkdir()
        asked = items()
        fill(full, asked, datetime.now().astimezone())
        Progress(empty / "progress.db").close()
        shared = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": folder}
        env, env_empty = environment(CPS_QUIZ_HOME=str(full), **shared), environment(CPS_QUIZ_HOME=str(empty), **shared)
        results = [compare_home(env, env_empty), compare_progress(env)]
        results += compare_kinds(full / "progress.db", Path(folder), asked)
        store = Progress(full / "progress.db")
        results += time_large_bank(history(store, datetime.now().astimezone()))
        results.append(time_picking(store, asked))
        time_merging(store, asked)
        store.close()
    return results


if __name__ == "__main__":
    print(table(benchmark()))
