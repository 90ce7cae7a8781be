import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from cps_quiz.core.drill.drill import Drill
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.record.log import Aside, Attempt, Logged, Question, Waiting
from cps_quiz.core.record.marks import Flag
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.drill.keeping import Keeper, Notices, milliseconds, new_id

BOSTON = timezone(timedelta(hours=-5))
EVENING = datetime(2027, 3, 1, 23, 30, tzinfo=BOSTON)
BODY = Single((Option("Ask", True, "Opens."), Option("Tell", False, "Closes.")))
DRILL = Drill.start([Item(ItemId(name), "single", "What?", TopicId("goals"), BODY) for name in "ab"], seed=9)


class FakeClock:
    def __init__(self) -> None:
        self.now = EVENING
        self.steady = 100.0

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.steady

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.steady += seconds


class FakeStore:
    """Keeps lists of what it is told; what it `waiting`s for is what the test says."""

    owner = "window"

    def __init__(self) -> None:
        self.waiting: Waiting | None = None
        self.moved = self.doubted = False
        self.questions: list[Question] = []
        self.checked: list[str] = []
        self.aside: list[Aside] = []
        self.kept: list[Logged] = []
        self.taken_back: list[tuple[str, int]] = []
        self.sittings: list[Attempt] = []
        self.ended: list[tuple[str, int]] = []
        self.flags: list[Flag] = []

    def record(self, entry: Logged, attempt: Attempt) -> bool:
        self.save(attempt)
        self.kept.append(entry)
        return self.doubted

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        self.save(attempt)
        self.taken_back.append((answer, at))

    def save(self, attempt: Attempt) -> bool:
        self.sittings.append(attempt)
        return True

    def end(self, attempt: Attempt, at: int) -> None:
        self.ended.append((attempt.id, at))

    def keep_questions(self, questions: Iterable[Question]) -> None:
        self.questions += questions

    def keep_flag(self, flag: Flag) -> None:
        self.flags.append(flag)

    def put_aside(self, aside: Aside) -> None:
        self.aside.append(aside)

    def check(self, attempt: str) -> None:
        self.checked.append(attempt)


def notices(complaints: list[str] | None = None, standing: list[str] | None = None) -> Notices:
    """What a drill says of its keeping; a test that names no list expects nothing."""
    return Notices(
        pytest.fail if complaints is None else complaints.append, pytest.fail if standing is None else standing.append
    )


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def keeper(store: FakeStore, clock: FakeClock) -> Keeper:
    return Keeper(store, clock, clock.seconds, notices())


def answer(keeper: Keeper, drill: Drill, confidence: Confidence | None = None) -> Drill:
    after = drill.respond(Chosen((0,)))
    keeper.answered(after, after.answers[-1], confidence)
    return after


def test_an_answer_is_kept_with_its_time_the_learners_day_and_how_long_it_took(
    keeper: Keeper, store: FakeStore, clock: FakeClock
) -> None:
    keeper.shown()
    clock.pass_by(12.34)

    answer(keeper, DRILL, Confidence.UNSURE)

    (kept,) = store.kept
    assert kept.day == "2027-03-01", "it is the 2nd in London already"
    assert datetime.fromtimestamp(kept.answered_at / 1000, UTC) == datetime(2027, 3, 2, 4, 30, 12, 340000, tzinfo=UTC)
    assert (kept.seconds, kept.seed, kept.confidence) == (12.3, 9, Confidence.UNSURE)


def test_time_counts_from_each_showing(keeper: Keeper, store: FakeStore, clock: FakeClock) -> None:
    drill = DRILL
    for seconds in (4.0, 2.0):
        keeper.shown()
        clock.pass_by(seconds)
        drill = answer(keeper, drill)
        clock.pass_by(60)

    assert [kept.seconds for kept in store.kept] == [4.0, 2.0]


def test_all_of_a_sitting_has_one_id_and_each_answer_its_own(keeper: Keeper, store: FakeStore) -> None:
    answer(keeper, answer(keeper, DRILL))
    keeper.ended(DRILL)

    assert len({kept.attempt for kept in store.kept} | {attempt for attempt, _ in store.ended}) == 1
    assert len({kept.id for kept in store.kept}) == 2
    assert {(sitting.seed, sitting.started_at) for sitting in store.sittings} == {(9, milliseconds(EVENING))}


def test_undoing_takes_back_the_latest_answer_that_still_stands(keeper: Keeper, store: FakeStore) -> None:
    answer(keeper, answer(keeper, DRILL))

    keeper.undone(DRILL)
    keeper.undone(DRILL)
    keeper.undone(DRILL)

    assert [name for name, _ in store.taken_back] == [kept.id for kept in reversed(store.kept)]


def test_a_sitting_that_goes_on_keeps_its_id_and_can_undo_what_came_before(keeper: Keeper, store: FakeStore) -> None:
    keeper.resume("old", ["first", "second"])

    answer(keeper, DRILL)
    keeper.undone(DRILL)
    keeper.undone(DRILL)

    assert {sitting.id for sitting in store.sittings} == {"old"}
    assert [name for name, _ in store.taken_back] == [store.kept[0].id, "second"]


@pytest.mark.parametrize(("cram", "kind"), [(True, "cram"), (False, "drill")])
def test_crammed_sittings_are_told_apart(store: FakeStore, clock: FakeClock, *, cram: bool, kind: str) -> None:
    keeper = Keeper(store, clock, clock.seconds, notices(), cram=cram)

    answer(keeper, DRILL)
    keeper.moved(DRILL.skip())

    assert keeper.kind == kind
    assert {sitting.kind for sitting in store.sittings} == {kind}
    assert store.kept[0].cram is cram


def test_what_waits_stands_on_the_screen_until_it_is_kept(store: FakeStore, clock: FakeClock) -> None:
    complaints, standing = list[str](), list[str]()
    keeper = Keeper(store, clock, clock.seconds, notices(complaints, standing))
    store.waiting = Waiting(1, "the disk is full", "spool.jsonl")

    keeper.shown()
    drill = answer(keeper, DRILL)
    store.waiting = None
    answer(keeper, drill)
    keeper.closed()

    assert standing == ["Not kept yet: 1 answer (the disk is full). It is tried again with each answer.", ""]
    assert complaints == []


def test_what_still_waits_at_the_end_is_told_with_its_place(store: FakeStore, clock: FakeClock) -> None:
    complaints = list[str]()
    store.waiting = Waiting(2, "the disk is full", "spool.jsonl")

    Keeper(store, clock, clock.seconds, notices(complaints, [])).closed()

    assert complaints == ["Not kept yet: 2 answers (the disk is full). The next start takes them in from spool.jsonl"]


def test_a_wrong_clock_and_a_moved_store_are_told_once(store: FakeStore, clock: FakeClock) -> None:
    complaints = list[str]()
    shown = list[str]()
    keeper = Keeper(store, clock, clock.seconds, notices(complaints, shown))
    store.doubted = store.moved = True

    answer(keeper, answer(keeper, DRILL))

    assert shown == ["Your progress was moved away or deleted elsewhere: answers go into a new one."]
    assert [one.split()[:2] for one in complaints] == [["The", "clock"], ["Your", "progress"]]


def test_the_questions_of_a_drill_are_kept_once_and_before_its_answers(keeper: Keeper, store: FakeStore) -> None:
    answer(keeper, answer(keeper, DRILL))

    assert [json.loads(one.text)["id"] for one in store.questions] == ["b", "a"]


@pytest.mark.parametrize(
    ("passed", "set_back", "kept"), [(12.0, 3600.0, 12.0), (1800.0, 0.0, 1800.0), (1801.0, 0.0, None)]
)
def test_the_seconds_of_an_answer_are_those_that_passed(
    store: FakeStore, clock: FakeClock, *, passed: float, set_back: float, kept: float | None
) -> None:
    keeper = Keeper(store, clock, clock.seconds, notices())
    keeper.shown()
    clock.pass_by(passed)
    clock.now -= timedelta(seconds=set_back)

    answer(keeper, DRILL)

    assert store.kept[0].seconds == kept


def test_a_repeat_belongs_to_the_day_on_which_its_sitting_began(
    keeper: Keeper, store: FakeStore, clock: FakeClock
) -> None:
    drill = DRILL.respond(Chosen((1,)))
    keeper.answered(drill, drill.answers[-1], None)
    clock.pass_by(3600)
    for _ in range(2):
        drill = drill.respond(Chosen((0,)))
        keeper.answered(drill, drill.answers[-1], None)

    assert [(kept.again, kept.day) for kept in store.kept] == [
        (0, "2027-03-01"),
        (0, "2027-03-02"),
        (1, "2027-03-01"),
    ]


def test_before_each_question_it_is_made_sure_that_the_drill_is_still_here(keeper: Keeper, store: FakeStore) -> None:
    keeper.shown()

    assert len(store.checked) == 1


def test_without_a_store_nothing_is_kept_or_told(clock: FakeClock) -> None:
    keeper = Keeper(None, clock, clock.seconds, notices())

    keeper.undone(answer(keeper, DRILL))
    keeper.ended(DRILL)
    keeper.closed()


def test_ids_are_in_the_order_of_their_time_and_never_the_same() -> None:
    times = [EVENING + timedelta(milliseconds=number) for number in (0, 1, 1000, 10**9, 10**12)]
    ids = [new_id(at) for at in times]

    assert ids == sorted(ids)
    assert {len(id_) for id_ in ids} == {32}
    assert len({new_id(EVENING) for _ in range(1000)}) == 1000
