from datetime import UTC, date, datetime, time, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.memory.cards import GOAL, Confidence, Memory, grade, recall, review
from cps_quiz.core.memory.stability import Grade

START = date(2026, 3, 1)
AGAIN, HARD, GOOD = Grade.AGAIN, Grade.HARD, Grade.GOOD
Seen = tuple[float, float, int]
"""Stability and difficulty, rounded, and the days until the item is due."""


def after(days: int) -> date:
    return START + timedelta(days=days)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def seen(answers: list[tuple[int, Grade]]) -> list[Seen]:
    """The memory after each answer, given as (day, grade)."""
    memory = None
    told = []
    for day, rating in answers:
        memory = review(memory, rating, after(day), "key")
        told.append((round(memory.stability, 4), round(memory.difficulty, 4), (memory.due - memory.seen).days))
    return told


@pytest.mark.parametrize(
    ("right", "confidence", "expected"),
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
def test_outcome_and_confidence_make_the_grade(right: bool, confidence: Confidence | None, expected: Grade) -> None:  # noqa: FBT001 - a table
    assert grade(right=right, confidence=confidence) is expected


def test_a_self_assessed_answer_is_never_a_miss() -> None:
    assert grade(right=True, confidence=None, self_assessed=True) is GOOD
    assert grade(right=False, confidence=None, self_assessed=True) is HARD


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param(
            [(0, GOOD), (21, GOOD), (150, GOOD)],
            [(2.3065, 2.1181, 21), (33.3402, 2.1112, 310), (233.5591, 2.1043, 2169)],
            id="always right",
        ),
        pytest.param([(0, HARD), (1, HARD)], [(1.2931, 5.1122, 12), (3.2494, 6.7405, 30)], id="unsure"),
        pytest.param(
            [(0, GOOD), (2, AGAIN), (3, GOOD)],
            [(2.3065, 2.1181, 21), (0.6076, 7.3945, 6), (2.4004, 7.3823, 22)],
            id="forgotten and learned again",
        ),
        pytest.param(
            [(0, AGAIN), (0, GOOD), (2, GOOD)],
            [(0.212, 6.4133, 2), (0.2467, 6.4021, 2), (2.6344, 6.3909, 24)],
            id="missed and mended in the same drill",
        ),
    ],
)
def test_memories_are_pinned(answers: list[tuple[int, Grade]], told: list[Seen]) -> None:
    assert seen(answers) == told


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(Grade)), min_size=1, max_size=8))
def test_memories_are_those_of_fsrs_at_our_goal(steps: list[tuple[int, Grade]]) -> None:
    scheduler = fsrs.Scheduler(desired_retention=0.7, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = fsrs.Card(card_id=1, due=midnight(START))
    memory = None
    day = START
    for days, rating in steps:
        day += timedelta(days=days)
        card, _ = scheduler.review_card(card, fsrs.Rating(int(rating)), midnight(day))
        memory = review(memory, rating, day, "key")
        ours = (memory.stability, memory.difficulty, midnight(memory.due))
        assert ours == (card.stability, card.difficulty, card.due)


@pytest.mark.parametrize("first", [HARD, GOOD])
def test_an_item_is_due_when_its_recall_falls_to_the_goal(first: Grade) -> None:
    memory = review(review(None, first, START, "key"), GOOD, after(10), "key")
    assert recall(memory, memory.due - timedelta(days=1)) > GOAL > recall(memory, memory.due + timedelta(days=1))


@pytest.mark.parametrize("known", [None, review(None, GOOD, START, "key")], ids=["new", "known"])
def test_the_worse_an_answer_the_sooner_it_is_due_but_never_on_its_day(known: Memory | None) -> None:
    again, hard, good = (review(known, given, after(20), "key").due for given in (AGAIN, HARD, GOOD))
    assert after(20) < again < hard < good


def test_a_day_that_goes_back_counts_as_the_same_day() -> None:
    before = review(None, GOOD, START, "key")
    back = review(before, GOOD, after(-1), "key")
    same = review(before, GOOD, START, "key")
    assert (back.stability, back.difficulty, back.seen) == (same.stability, same.difficulty, after(-1))


def test_an_answer_keeps_its_day_and_key() -> None:
    memory = review(None, GOOD, START, "key")
    assert (memory.seen, memory.key) == (START, "key")


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
        pytest.param(0, 1.0, id="the same day"),
        pytest.param(10, 0.9, id="after its stability"),
        pytest.param(100, 0.6928, id="long after"),
    ],
)
def test_recall_falls_with_the_days(days: int, chance: float) -> None:
    memory = Memory(stability=10.0, difficulty=5.0, due=after(10), seen=START, key="key")
    assert recall(memory, after(days)) == pytest.approx(chance, abs=5e-5)


@pytest.mark.parametrize("stability", [0.1, 2.3, 50.0])
@pytest.mark.parametrize("days", [0, 1, 2, 30, 400])
def test_recall_is_that_of_fsrs(stability: float, days: int) -> None:
    start = midnight(START)
    card = fsrs.Card(card_id=0, state=fsrs.State.Review, stability=stability, due=start, last_review=start)
    memory = Memory(stability, difficulty=5.0, due=START, seen=START, key="key")
    told = fsrs.Scheduler().get_card_retrievability(card, midnight(after(days)))
    assert recall(memory, after(days)) == pytest.approx(told)
