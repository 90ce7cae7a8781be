import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from cps_quiz.core.exam.exam import Ending, Exam, Settings
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.record.log import Aside, Attempt, Kept, Logged, Question, Waiting
from cps_quiz.core.record.marks import Flag
from cps_quiz.errors import EndedElsewhereError
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.drill.keeping import Notices, milliseconds
from cps_quiz.journeys.exam.keeping import (
    KIND,
    ExamBook,
    ExamInProgress,
    finished_exams,
    newest_in_progress,
    read_in_progress,
)

BOSTON = timezone(timedelta(hours=-5))
EVENING = datetime(2027, 3, 1, 23, 30, tzinfo=BOSTON)
BODY = Single((Option("Ask", True, "Opens."), Option("Tell", False, "Closes.")))
ITEMS = {ItemId(name): Item(ItemId(name), "single", "What?", TopicId("goals"), BODY) for name in "abc"}
RIGHT, WRONG = Chosen((0,)), Chosen((1,))


class FakeStore:
    """Keeps lists of what it is told; what it `waiting`s for is what the test says; once `over` somebody ended it."""

    owner = "window"

    def __init__(self) -> None:
        self.waiting: Waiting | None = None
        self.moved = self.over = False
        self.saved: list[Attempt] = []
        self.answers: list[Logged] = []
        self.kept: list[Kept] = []
        self.asked: list[Question] = []
        self.ended: list[str] = []
        self.flags: list[Flag] = []

    def record(self, entry: Logged, attempt: Attempt) -> bool:
        raise AssertionError(entry, attempt)

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        raise AssertionError(answer, at, attempt)

    def save(self, attempt: Attempt) -> bool:
        self.saved.append(attempt)
        return not self.over

    def end(self, attempt: Attempt, at: int) -> None:
        assert at
        self.ended.append(attempt.id)

    def finish(self, attempt: Attempt, entries: Iterable[Logged], exam: Kept, at: int) -> None:  # noqa: ARG002
        self.answers += entries
        if self.waiting is None:
            self.kept.append(exam)

    def take_over(self, attempt: str) -> None:
        raise AssertionError(attempt)

    def exams(self) -> list[Kept]:
        return self.kept

    def keep_questions(self, questions: Iterable[Question]) -> None:
        self.asked += questions

    def keep_flag(self, flag: Flag) -> None:
        self.flags.append(flag)

    def put_aside(self, aside: Aside) -> None:
        raise AssertionError(aside)

    def check(self, attempt: str) -> None:
        assert attempt


def notices(said: list[str] | None = None) -> Notices:
    """What an exam says of its keeping."""
    return Notices((said if said is not None else []).append, list[str]().append)


class Shelf:
    """Questions that were kept."""

    def __init__(self, there: list[Question]) -> None:
        self.there = there

    def questions(self, fingerprints: Iterable[str] | None = None) -> list[Question]:
        return [one for one in self.there if fingerprints is None or one.fingerprint in set(fingerprints)]


def exam() -> Exam:
    return Exam.start(ITEMS.values(), Settings(certainty=True), seed=9)


def book(store: FakeStore | None, said: list[str] | None = None) -> ExamBook:
    return ExamBook(store, lambda: EVENING, notices(said))


def test_an_exam_that_was_cut_off_is_found_again_as_it_stood() -> None:
    store = FakeStore()
    finished = exam().run(12.5).answer(WRONG).go(2)

    book(store).moved(finished)

    (kept,) = store.saved
    found = read_in_progress(kept, ITEMS)
    assert kept.kind == KIND
    assert found == ExamInProgress(kept.id, milliseconds(EVENING), finished, "window")


@pytest.mark.parametrize("plan", ["", "[]", "{}", "nothing", '{"places": [{"item": "a"}]}', "null"])
def test_what_cannot_be_read_is_no_sitting(plan: str) -> None:
    assert read_in_progress(Attempt("x", KIND, 9, 0, plan), ITEMS) is None


@pytest.mark.parametrize("answered", [True, False])
def test_what_was_flagged_stays_so_after_the_exam(answered: bool) -> None:  # noqa: FBT001
    store = FakeStore()
    finished = exam().flag().go(1).flag().flag()

    if answered:
        book(store).ended(finished.answer(RIGHT), Ending.HANDED_IN)
    else:
        book(store).discarded(finished)

    assert store.flags == [Flag(finished.places[0].item.id, flagged=True, at=milliseconds(EVENING))]


def test_at_the_end_answers_enter_the_log_and_open_questions_do_not() -> None:
    store = FakeStore()
    finished = exam().run(7).answer(RIGHT).sure(Confidence.SURE).go(2).run(3).answer(WRONG)

    book(store).ended(finished, Ending.HANDED_IN)

    assert [(one.item, one.score, one.confidence, one.seconds) for one in store.answers] == [
        ("a", 1.0, Confidence.SURE, 7.0),
        ("c", 0.0, None, 3.0),
    ]
    assert {one.day for one in store.answers} == {"2027-03-01"}
    assert len({one.id for one in store.answers}) == 2
    assert len({one.attempt for one in store.answers}) == 1
    assert not any(one.cram or one.again for one in store.answers)
    assert [milliseconds(EVENING) - one.answered_at for one in store.answers] == [1, 0]


def test_exams_are_numbered_in_their_order() -> None:
    store = FakeStore()

    numbers = [book(store).ended(exam(), Ending.TIME).number for _ in range(3)]

    assert numbers == [1, 2, 3]
    assert [one.ending for one in finished_exams(store)] == [Ending.TIME] * 3


def test_records_that_cannot_be_read_are_left_out_and_keep_their_numbers() -> None:
    store = FakeStore()
    store.kept.append(Kept("broken", 0, "{}"))

    found = book(store).ended(exam(), Ending.TIME)

    assert [one.number for one in finished_exams(store)] == [found.number] == [2]


def test_an_exam_taken_up_again_keeps_its_name_and_its_start() -> None:
    store = FakeStore()
    book(store).moved(exam())
    earlier = read_in_progress(store.saved[0], ITEMS)
    assert earlier

    later = ExamBook(store, lambda: EVENING + timedelta(days=1), notices(), earlier)
    later.moved(earlier.exam.resumed())
    done = later.ended(earlier.exam, Ending.HANDED_IN)

    assert store.saved[1].id == store.saved[0].id == done.id
    assert (done.started_at, done.day) == (milliseconds(EVENING), "2027-03-02")
    assert done.ended_at == milliseconds((EVENING + timedelta(days=1)).astimezone(UTC))


FULL = Waiting(1, "the disk is full", "spool.jsonl")


def test_an_exam_that_waits_is_not_kept_and_says_so_at_the_end() -> None:
    store, said = FakeStore(), list[str]()
    keeping = book(store, said)
    store.waiting = FULL

    keeping.moved(exam())
    done = keeping.ended(exam().answer(RIGHT), Ending.HANDED_IN)
    keeping.closed()

    assert said == ["Not kept yet: 1 answer (the disk is full). The next start takes it in from spool.jsonl"]
    assert not keeping.is_kept
    assert (done.number, done.outcomes[0].right) == (0, True)


def test_the_questions_are_kept_once_before_anything_else() -> None:
    store = FakeStore()
    keeping = book(store)

    keeping.moved(exam())
    keeping.moved(exam())

    assert [json.loads(one.text)["id"] for one in store.asked] == ["a", "b", "c"]


def test_an_exam_goes_on_with_its_questions_as_they_were_asked() -> None:
    store = FakeStore()
    book(store).moved(exam())
    now_ = {id_: item._replace(stem="What else?") for id_, item in ITEMS.items() if id_ != "c"}

    found = newest_in_progress(store.saved, now_, Shelf(store.asked))

    assert found is not None
    assert [place.item.stem for place in found.exam.places] == ["What?"] * 3
    assert found.changed == 3


def test_an_exam_of_an_older_version_whose_questions_changed_cannot_go_on() -> None:
    store = FakeStore()
    book(store).moved(exam())

    assert newest_in_progress(store.saved, {}, Shelf([])) is None


def test_nothing_of_an_exam_that_is_discarded_is_kept() -> None:
    store = FakeStore()
    keeping = book(store)
    keeping.moved(exam())

    keeping.discarded(exam())

    assert store.ended == [store.saved[0].id]
    assert (store.kept, store.answers) == ([], [])


def test_seconds_over_half_an_hour_say_nothing() -> None:
    store = FakeStore()

    book(store).ended(exam().answer(RIGHT).run(1801), Ending.HANDED_IN)

    assert store.answers[0].seconds is None


def test_an_exam_that_another_window_ended_cannot_go_on() -> None:
    store = FakeStore()
    keeping = book(store)
    store.over = True

    with pytest.raises(EndedElsewhereError):
        keeping.moved(exam())


def test_of_the_exams_that_were_cut_off_the_newest_that_can_go_on_is_taken() -> None:
    store = FakeStore()
    book(store).moved(exam())
    (readable,) = store.saved
    broken = readable._replace(id="newer", plan="{}")

    found = newest_in_progress([broken, readable], ITEMS)

    assert found is not None
    assert found.id == readable.id
    assert newest_in_progress([broken], ITEMS) is None


def test_without_a_store_an_exam_can_be_sat() -> None:
    keeping = book(None)

    keeping.moved(exam())

    assert keeping.ended(exam(), Ending.HANDED_IN).number == 0
