from datetime import UTC, datetime, timedelta

import fsrs
import pytest

from cps_quiz.core.memory import Confidence, Grade, Memory, grade, recall, review

START = datetime(2026, 3, 1, 18, tzinfo=UTC)
AGAIN, HARD, GOOD = Grade.AGAIN, Grade.HARD, Grade.GOOD
Seen = tuple[float, float, int]
"""Stability and difficulty, rounded, and the days until the item is due."""


def after(days: float) -> datetime:
    return START + timedelta(days=days)


def seen(*answers: tuple[float, Grade]) -> list[Seen]:
    """The memory after each answer, given as (day, grade)."""
    memory = None
    told = []
    for day, given in answers:
        memory = review(memory, given, after(day), "key")
        told.append((round(memory.stability, 4), round(memory.difficulty, 4), (memory.due - memory.seen).days))
    return told


@pytest.mark.parametrize(
    ("right", "confidence", "given"),
    [
        pytest.param(True, None, GOOD, id="right, not asked how sure"),
        pytest.param(True, Confidence.SURE, GOOD, id="right and sure"),
        pytest.param(True, Confidence.UNSURE, HARD, id="right and unsure"),
        pytest.param(True, Confidence.GUESSING, AGAIN, id="right by guessing"),
        pytest.param(False, None, AGAIN, id="wrong, not asked how sure"),
        pytest.param(False, Confidence.SURE, AGAIN, id="wrong and sure"),
        pytest.param(False, Confidence.UNSURE, AGAIN, id="wrong and unsure"),
        pytest.param(False, Confidence.GUESSING, AGAIN, id="wrong by guessing"),
    ],
)
def test_outcome_and_confidence_make_the_grade(right: bool, confidence: Confidence | None, given: Grade) -> None:  # noqa: FBT001 - a table
    assert grade(right=right, confidence=confidence) is given


def test_a_self_assessed_answer_is_never_a_miss() -> None:
    assert grade(right=True, confidence=None, self_assessed=True) is GOOD
    assert grade(right=False, confidence=None, self_assessed=True) is HARD


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param(
            [(0, GOOD), (2, GOOD), (15, GOOD)],
            [(2.3065, 2.1181, 2), (10.9643, 2.1112, 11), (50.6626, 2.1043, 51)],
            id="always right",
        ),
        pytest.param([(0, HARD), (1, HARD)], [(1.2931, 5.1122, 1), (3.2494, 6.7405, 3)], id="unsure"),
        pytest.param(
            [(0, GOOD), (2, AGAIN), (3, GOOD)],
            [(2.3065, 2.1181, 2), (0.6076, 7.3945, 1), (2.4004, 7.3823, 2)],
            id="forgotten and learned again",
        ),
        pytest.param(
            [(0, AGAIN), (0.25, GOOD), (2.25, GOOD)],
            [(0.212, 6.4133, 1), (0.2467, 6.4021, 1), (2.6344, 6.3909, 3)],
            id="missed and mended in the same drill",
        ),
    ],
)
def test_memories_are_pinned(answers: list[tuple[float, Grade]], told: list[Seen]) -> None:
    assert seen(*answers) == told


def test_an_answer_keeps_its_time_and_key() -> None:
    memory = review(None, GOOD, START, "key")
    assert (memory.seen, memory.key, memory.due) == (START, "key", after(2))


def test_another_key_begins_anew() -> None:
    long_known = Memory(stability=90.0, difficulty=2.0, due=after(-1), seen=after(-90), key="old")
    assert review(long_known, GOOD, START, "new") == review(None, GOOD, START, "new")


def test_the_same_answers_always_make_the_same_memory() -> None:
    old = Memory(stability=90.0, difficulty=5.0, due=after(-1), seen=after(-90), key="key")
    assert len({review(old, GOOD, START, "key") for _ in range(20)}) == 1


@pytest.mark.parametrize(
    ("days", "chance"),
    [
        pytest.param(-1, 1.0, id="before it was seen: a clock that went back"),
        pytest.param(0.9, 1.0, id="the same day"),
        pytest.param(10, 0.9, id="after its stability"),
        pytest.param(100, 0.6928, id="long after"),
    ],
)
def test_recall_falls_with_the_days(days: float, chance: float) -> None:
    memory = Memory(stability=10.0, difficulty=5.0, due=after(10), seen=START, key="key")
    assert recall(memory, after(days)) == pytest.approx(chance, abs=5e-5)


@pytest.mark.parametrize("stability", [0.1, 2.3, 50.0])
@pytest.mark.parametrize("days", [0, 1, 2.5, 30, 400])
def test_recall_is_that_of_fsrs(stability: float, days: float) -> None:
    card = fsrs.Card(card_id=0, state=fsrs.State.Review, stability=stability, due=START, last_review=START)
    memory = Memory(stability, difficulty=5.0, due=START, seen=START, key="key")
    assert recall(memory, after(days)) == pytest.approx(fsrs.Scheduler().get_card_retrievability(card, after(days)))
