from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from cps_quiz.core.exam.exam import Ending, Exam, Settings
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.record.log import Attempt, Kept, Logged
from cps_quiz.errors import EndedElsewhereError, QuizError
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.drill.keeping import milliseconds
from cps_quiz.journeys.exam.keeping import KIND, ExamBook, finished_exams, newest_in_progress, read_in_progress

BOSTON = timezone(timedelta(hours=-5))
EVENING = datetime(2027, 3, 1, 23, 30, tzinfo=BOSTON)
BODY = Single((Option("Ask", True, "Opens."), Option("Tell", False, "Closes.")))
ITEMS = {ItemId(name): Item(ItemId(name), "single", "What?", TopicId("goals"), BODY) for name in "abc"}
RIGHT, WRONG = Chosen((0,)), Chosen((1,))


class FakeStore:
    """Keeps lists of what it is told; once it is `full` it fails, once it is `over` somebody ended the exam."""

    def __init__(self) -> None:
        self.full = self.over = False
        self.saved: list[Attempt] = []
        self.answers: list[Logged] = []
        self.kept: list[Kept] = []

    def save(self, attempt: Attempt) -> bool:
        self._fail_if_full()
        self.saved.append(attempt)
        return not self.over

    def finish(self, attempt: Attempt, entries: Iterable[Logged], exam: Kept, at: int) -> None:  # noqa: ARG002
        self._fail_if_full()
        self.answers += entries
        self.kept.append(exam)

    def exams(self) -> list[Kept]:
        return self.kept

    def _fail_if_full(self) -> None:
        if self.full:
            raise QuizError("The disk is full.", "Make room.")


def exam() -> Exam:
    return Exam.start(ITEMS.values(), Settings(certainty=True), seed=9)


def book(store: FakeStore | None, said: list[str] | None = None) -> ExamBook:
    return ExamBook(store, lambda: EVENING, (said if said is not None else []).append)


def test_an_exam_that_was_cut_off_is_found_again_as_it_stood() -> None:
    store = FakeStore()
    finished = exam().run(12.5).answer(WRONG).go(2)

    book(store).moved(finished)

    (kept,) = store.saved
    found = read_in_progress(kept, ITEMS)
    assert kept.kind == KIND
    assert found == (kept.id, milliseconds(EVENING), finished)


@pytest.mark.parametrize("plan", ["", "[]", "{}", "nothing", '{"places": [{"item": "a"}]}', "null"])
def test_what_cannot_be_read_is_no_sitting(plan: str) -> None:
    assert read_in_progress(Attempt("x", KIND, 9, 0, plan), ITEMS) is None


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

    later = ExamBook(store, lambda: EVENING + timedelta(days=1), list[str]().append, earlier)
    later.moved(earlier.exam.resumed())
    done = later.ended(earlier.exam, Ending.HANDED_IN)

    assert store.saved[1].id == store.saved[0].id == done.id
    assert (done.started_at, done.day) == (milliseconds(EVENING), "2027-03-02")
    assert done.ended_at == milliseconds((EVENING + timedelta(days=1)).astimezone(UTC))


def test_when_the_disk_is_full_it_is_said_once_and_the_exam_goes_on() -> None:
    store, said = FakeStore(), list[str]()
    keeping = book(store, said)
    store.full = True

    keeping.moved(exam())
    keeping.moved(exam())
    done = keeping.ended(exam().answer(RIGHT), Ending.HANDED_IN)

    assert said == ["The disk is full. The exam goes on, but from here nothing is kept. Make room."]
    assert not keeping.is_kept
    assert (done.number, done.outcomes[0].right) == (0, True)


def test_a_disk_that_is_full_at_the_end_costs_the_record_and_not_the_result() -> None:
    store, said = FakeStore(), list[str]()
    keeping = book(store, said)
    store.full = True

    done = keeping.ended(exam().answer(RIGHT), Ending.HANDED_IN)

    assert (len(said), done.number, done.outcomes[0].right) == (1, 0, True)


def test_an_exam_that_another_window_ended_cannot_go_on() -> None:
    store = FakeStore()
    keeping = book(store)
    store.over = True

    with pytest.raises(EndedElsewhereError):
        keeping.moved(exam())
    keeping.moved(exam())

    assert len(store.saved) == 1


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
