"""The store keeps every answer, derives memory from the log alone, and says what is wrong with its file."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from killing import VERDICT
from program import Program

from cps_quiz import RELEASED
from cps_quiz.core.memory.cards import Confidence, review
from cps_quiz.core.memory.stability import Grade
from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.questions.labels import Label, LabelKind
from cps_quiz.core.record.log import Attempt, Kept, Logged
from cps_quiz.errors import QuizError
from cps_quiz.store import database
from cps_quiz.store.database import StoreDamagedError, StoreNewerError, StoreUnusableError
from cps_quiz.store.progress import Progress
from cps_quiz.store.rows import COLUMNS, row_of

DAY = 86_400_000
START = 1_800_000_000_000


def entry(number: int, *, item: str = "one", score: float = 1.0, day: int = 0, **other: object) -> Logged:
    told = {
        "id": f"answer-{number}",
        "attempt": "sitting",
        "item": ItemId(item),
        "topic": TopicId("reflection"),
        "objective": ObjectiveId("aim"),
        "fingerprint": "f",
        "key": "k",
        "response": {"chosen": [1]},
        "offered": (MisconceptionId("judging"), MisconceptionId("leaving-alone")),
        "chosen": (("Text", None if score == 1.0 else MisconceptionId("judging")),),
        "score": score,
        "self_assessed": False,
        "again": 0,
        "confidence": None,
        "cram": False,
        "seed": 7,
        "seconds": 1.5,
        "answered_at": START + day * DAY + number,
        "day": f"2027-01-{15 + day:02}",
    }
    return Logged(**{**told, **other})  # type: ignore[arg-type]


def attempt(plan: str = "{}") -> Attempt:
    return Attempt("sitting", "drill", 7, START, plan)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Progress]:
    progress = Progress(tmp_path / "progress.db")
    yield progress
    progress.close()


def derived(store: Progress) -> tuple[object, ...]:
    return store.past(), store.skills(), store.day_totals(), store.leanings("2027-01-16"), store.calibration()


def some_entries(seed: int, count: int = 60) -> list[Logged]:
    chance = random.Random(seed)
    return [
        entry(
            number,
            item=chance.choice("abcde"),
            score=chance.choice([0.0, 0.5, 1.0]),
            day=number // 12,
            confidence=chance.choice([None, *Confidence]),
            cram=chance.random() < 0.1,
            again=chance.choice([0, 0, 1]),
            self_assessed=chance.random() < 0.1,
            key=chance.choice(["k", "k", "k", "other"]),
            objective=chance.choice([None, ObjectiveId("aim"), ObjectiveId("other-aim")]),
        )
        for number in range(count)
    ]


def bare(told: Logged) -> Logged:
    """A line without what the store adds."""
    return told._replace(machine=None, seq=None, counted_at=None, counted_day=None)


def test_an_answer_is_read_back_as_it_was(store: Progress) -> None:
    told = entry(1, score=0.0, confidence=Confidence.SURE)

    store.record(told, attempt())

    ((kept, undone_at),) = store.log()
    assert (bare(kept), kept.seq, undone_at) == (told, 1, None)
    assert len(kept.machine or "") == 32


def test_an_answer_is_there_for_another_connection_at_once(store: Progress) -> None:
    store.record(entry(1), attempt())

    other = Progress(store.path)
    assert len(list(other.log())) == 1
    other.close()


@pytest.mark.parametrize("seed", range(5))
def test_memory_can_be_made_again_from_the_log_alone(seed: int, store: Progress) -> None:
    for told in some_entries(seed):
        store.record(told, attempt())
    before = derived(store)

    store.rebuild()

    assert derived(store) == before


def test_an_answer_that_arrives_late_counts_at_its_time(store: Progress) -> None:
    early, late = entry(1, day=0), entry(2, day=3, score=0.0)
    store.record(late, attempt())
    store.merge([(early, None)])
    before = derived(store)

    store.rebuild()

    assert derived(store) == before
    assert not store.past()[ItemId("one")].right


def test_undoing_leaves_memory_as_before_and_the_log_complete(store: Progress) -> None:
    store.record(entry(1), attempt())
    before = derived(store)[:2]
    store.record(entry(2, score=0.0, day=1), attempt())

    store.undo("answer-2", START + 5, attempt())

    assert derived(store)[:2] == before
    assert [undone for _, undone in store.log()] == [None, START + 5]
    assert [told.id for told in store.answers_of("sitting")] == ["answer-1"]


def test_undoing_twice_counts_once(store: Progress) -> None:
    store.record(entry(1), attempt())
    store.undo("answer-1", START, attempt())
    store.undo("answer-1", START, attempt())

    assert derived(store) == ({}, {}, [], [], {})


def test_a_changed_key_begins_memory_anew(store: Progress) -> None:
    for day in range(3):
        store.record(entry(day, day=day * 3), attempt())
    practiced = store.past()[ItemId("one")].memory
    store.record(entry(9, day=10, key="new"), attempt())
    anew = store.past()[ItemId("one")].memory

    assert practiced is not None
    assert anew is not None
    assert anew.stability < practiced.stability


def test_practice_a_little_earlier_the_next_day_is_a_day_later(store: Progress) -> None:
    almost_a_day = DAY - 5 * 60_000
    for name, day in (("next", 1), ("same", 0)):
        store.record(entry(1, id=f"{name}-1", item=name), attempt())
        store.record(entry(2, id=f"{name}-2", item=name, day=day, answered_at=START + almost_a_day), attempt())

    following, same = (store.past()[ItemId(name)].memory for name in ("next", "same"))

    assert following is not None
    assert same is not None
    assert following == review(review(None, Grade.GOOD, date(2027, 1, 15), "k"), Grade.GOOD, date(2027, 1, 16), "k")
    assert following.stability > same.stability


def test_a_return_and_own_words_move_no_skill(store: Progress) -> None:
    store.record(entry(1, score=0.0), attempt())
    before = store.skills()
    assert {skill.id: memory.stability for skill, memory in before.items()} == {"aim": 0.212, "judging": 0.212}

    store.record(entry(2, again=1), attempt())
    store.record(entry(3, self_assessed=True), attempt())

    assert store.skills() == before


def test_a_miss_with_confidence_stays_one_until_it_is_asked_in_another_drill(store: Progress) -> None:
    store.record(entry(1, score=0.0, confidence=Confidence.SURE), attempt())
    store.record(entry(2, again=1, confidence=Confidence.SURE), attempt())
    assert store.past()[ItemId("one")].sure_miss

    store.record(entry(3, day=1), attempt())
    assert not store.past()[ItemId("one")].sure_miss


def test_cramming_leaves_the_schedule(store: Progress) -> None:
    store.record(entry(1, cram=True), attempt())

    assert store.past() == {}
    assert store.day_totals() == [("2027-01-15", 1, 1, 1)]


def test_merging_in_any_order_any_number_of_times_gives_the_same(tmp_path: Path) -> None:
    logs: list[list[tuple[Logged, int | None]]] = [
        [(told._replace(id=f"{seed}-{told.id}"), None) for told in some_entries(seed, 15)] for seed in range(2)
    ]
    undone: list[tuple[Logged, int | None]] = [(logs[0][3][0], START + 99)]
    results = set()
    for number, order in enumerate(permutations([*logs, undone, logs[0]])):
        store = Progress(tmp_path / f"{number}.db")
        for log in order:
            store.merge(log)
        results.add(repr((list(store.log()), derived(store))))
        store.rebuild()
        results.add(repr((list(store.log()), derived(store))))
        store.close()

    assert len(results) == 1


def test_a_sitting_that_was_cut_off_is_found_until_it_ends(store: Progress) -> None:
    store.record(entry(1), attempt("left"))

    found = store.unfinished("drill")
    assert found is not None
    assert found.plan == "left"

    store.end("sitting", START)
    assert store.unfinished("drill") is None


def test_a_sitting_with_nothing_left_to_ask_was_not_cut_off(store: Progress) -> None:
    store.record(entry(1), attempt(""))

    assert store.unfinished("drill") is None


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    Progress(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    before = path.read_bytes()

    with pytest.raises(StoreNewerError):
        Progress(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_told_of_and_left_alone(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    path.write_bytes(content)

    with pytest.raises(StoreDamagedError):
        Progress(path)
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreUnusableError):
        Progress(tmp_path / "file" / "progress.db")


@pytest.mark.parametrize("name", ["damaged", "no folder"])
def test_a_drill_goes_on_unkept_where_nothing_can_be_kept(name: str, run: Program) -> None:
    if name == "damaged":
        (run.home / "progress.db").write_bytes(b"no database" * 100)
        ended = run("drill", "-n", "1", "--seed", "1", "goal-setting", stdin="a\n")
    else:
        (run.home / "file").write_text("in the way")
        ended = run(
            "drill", "-n", "1", "--seed", "1", "goal-setting", stdin="a\n", CPS_QUIZ_HOME=str(run.home / "file")
        )

    assert ended.code == 0
    assert "Not kept yet: 1 answer" in ended.err
    assert "at the first try" in ended.out


def test_a_newer_database_stops_the_program(run: Program) -> None:
    run("drill", "-n", "1", stdin="a\n")
    connection = sqlite3.connect(run.home / "progress.db")
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()

    ended = run("drill", "-n", "1", stdin="a\n")

    assert ended.code == 2
    assert "newer" in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="mounting a small disk needs root on Linux")
def test_a_full_disk_is_told_of_and_the_drill_goes_on(run: Program, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], check=False)  # noqa: S607
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        run("drill", "-n", "1", "--seed", "1", "goal-setting", stdin="a\n", CPS_QUIZ_HOME=str(disk))
        room = os.statvfs(disk)
        (disk / "rest").write_bytes(b"x" * (room.f_bavail * room.f_frsize))
        ended = run("drill", "-n", "5", "--misconception", "judging", stdin="a\nb\n" * 20, CPS_QUIZ_HOME=str(disk))
        left = list(disk.glob("*spool*"))
    finally:
        subprocess.run(["umount", disk], check=True)  # noqa: S607

    assert ended.code == 0
    assert left == []
    assert "kept" in ended.err
    assert "Traceback" not in ended.err
    assert "at the first try" in ended.out


def test_eight_processes_lose_no_answer(run: Program) -> None:
    processes = [run.start("drill", "-n", "6", "--seed", str(seed), stdin="a\nb\n" * 30) for seed in range(8)]
    outputs = [process.communicate() for process in processes]
    store = Progress(run.home / "progress.db")
    kept = len(list(store.log()))
    before = derived(store)
    store.rebuild()

    assert all(process.returncode == 0 for process in processes)
    assert all("kept" not in errors.decode() for _, errors in outputs)
    assert kept == sum(len(VERDICT.findall(out)) for out, _ in outputs)
    assert derived(store) == before
    store.close()


def test_errors_are_sentences_with_a_cure(tmp_path: Path) -> None:
    errors: list[QuizError] = [
        StoreNewerError(tmp_path),
        StoreDamagedError(tmp_path),
        StoreUnusableError(tmp_path, "no space"),
    ]

    assert all(error.sentence.endswith(".") and error.hint for error in errors)


KEPT = Kept("sitting", START, '{"day": "2027-01-15"}')


def test_an_exam_is_kept_with_its_answers_and_what_they_teach(store: Progress) -> None:
    store.save(attempt())

    store.finish(attempt(), [entry(1), entry(2, item="two", score=0.0)], KEPT, START + 9)

    assert store.exams() == [KEPT._replace(number=1)]
    assert [told.id for told in store.answers_of("sitting")] == ["answer-1", "answer-2"]
    assert store.past().keys() == {"one", "two"}
    assert store.unfinished("drill") is None


def test_an_exam_is_kept_whole_or_not_at_all(store: Progress) -> None:
    def broken() -> Iterator[Logged]:
        yield entry(1)
        raise QuizError("Something went wrong.")

    store.save(attempt())
    with pytest.raises(QuizError):
        store.finish(attempt(), broken(), KEPT, START + 9)

    assert (store.exams(), store.past(), list(store.log())) == ([], {}, [])
    assert store.unfinished("drill") == attempt()


def test_exams_come_in_their_order_with_numbers_of_their_own_and_merging_twice_changes_nothing(store: Progress) -> None:
    later = KEPT._replace(id="later", started_at=START + 1)

    assert [store.merge_exams([later, KEPT]), store.merge_exams([KEPT, later])] == [2, 0]
    assert store.exams() == [KEPT._replace(number=2), later._replace(number=1)]


def test_the_last_answer_tells_when_an_item_was_seen(store: Progress) -> None:
    for told in (entry(1), entry(3, item="two"), entry(2, day=1)):
        store.record(told, attempt())

    assert store.last_seen() == {"one": START + DAY + 2, "two": START + 3}


OLD_COLUMNS = COLUMNS[: COLUMNS.index("labels")]


def old_database(path: Path, *entries: Logged) -> None:
    """A database of the first version of the program."""
    first = Path(database.__file__).parent / "migrations" / "001.sql"
    marks = ", ".join("?" * len(OLD_COLUMNS))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(f"{first.read_text(encoding='utf-8')}; PRAGMA user_version = 1;")
        connection.executemany(
            f"INSERT INTO answers ({', '.join(OLD_COLUMNS)}) VALUES ({marks})",  # noqa: S608
            [row_of(entry)[: len(OLD_COLUMNS)] for entry in entries],
        )


def test_a_database_of_the_first_version_is_brought_up_to_date_with_all_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old_database(path, entry(1))

    store = Progress(path)

    labels = tuple(Label(LabelKind.MISCONCEPTION, id_) for id_ in entry(1).tempted)
    ((kept, _),) = store.log()
    assert (bare(kept), kept.seq) == (entry(1)._replace(labels=labels), 1)
    assert store.exams() == []
    assert {skill.id for skill in store.skills()} == {"aim", "judging", "leaving-alone"}
    assert store.past()[ItemId("one")].first_at == entry(1).answered_at
    store.close()


def test_a_copy_of_the_database_is_kept_aside_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    old_database(path, entry(1))

    Progress(path).close()
    Progress(path).close()

    (copy,) = tmp_path.glob("*before*")
    assert copy.name == "progress-before-002.db"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (1,)


def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    Progress(tmp_path / "progress.db").close()

    assert list(tmp_path.glob("*before*")) == []


def naming(number: int, taken: str, **more: Any) -> Logged:  # noqa: ANN401
    """An answer to an item that asks which approach it is: limiting."""
    names = (MisconceptionId("limiting"), MisconceptionId("deciding"), MisconceptionId("dictating"))
    labels = (Label(LabelKind.NAMES, taken),)
    return entry(number, item=f"name-{number}", **more)._replace(labels=labels, offered_names=names)


def test_what_is_taken_for_what_is_counted_and_made_again_from_the_log(store: Progress) -> None:
    for told in (naming(1, "deciding"), naming(2, "limiting"), naming(3, "deciding", again=1)):
        store.record(told, attempt())
    confusions = store.confusions()

    assert confusions == [("limiting", "deciding", 1, 2)]
    store.rebuild()
    assert store.confusions() == confusions
    store.undo(naming(1, "deciding").id, START, attempt())
    assert store.confusions() == []


def test_answers_from_before_the_release_are_not_doubted_by_what_comes_after(store: Progress) -> None:
    """Only an answer that is given now is held to the release: those of old logs and old databases count as told."""
    first = RELEASED - 385 * DAY
    old = [entry(number)._replace(answered_at=first + number * DAY, day=f"2025-11-{number:02}") for number in (1, 2)]
    store.merge((one, None) for one in old)
    with closing(sqlite3.connect(store.path)) as connection, connection:  # as if answered in this very database
        connection.execute("UPDATE answers SET machine = (SELECT id FROM this_machine), seq = substr(id, 8)")
        connection.execute("UPDATE this_machine SET seq = 2, counted_at = ?, day = ?", (old[1].answered_at, old[1].day))
    now = entry(3)._replace(answered_at=RELEASED + DAY, day="2026-11-22")

    assert store.record(now, attempt()) is False

    assert store.wrong_clocks(now.answered_at) == []
    assert [(one.day, one.doubtful) for one, _ in store.log()] == [
        ("2025-11-01", False),
        ("2025-11-02", False),
        ("2026-11-22", False),
    ]
    assert sorted(day for day, *_ in store.day_totals()) == ["2025-11-01", "2025-11-02", "2026-11-22"]
