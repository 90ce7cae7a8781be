from datetime import UTC, datetime, timedelta, timezone

import pytest

from cps_quiz.core.drill.drill import Drill
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.record.log import Attempt, Logged
from cps_quiz.errors import QuizError
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.drill.keeping import Keeper, milliseconds, new_id

BOSTON = timezone(timedelta(hours=-5))
EVENING = datetime(2027, 3, 1, 23, 30, tzinfo=BOSTON)
BODY = Single((Option("Ask", True, "Opens."), Option("Tell", False, "Closes.")))
DRILL = Drill.start([Item(ItemId(name), "single", "What?", TopicId("goals"), BODY) for name in "ab"], seed=9)


class FakeClock:
    def __init__(self) -> None:
        self.now = EVENING

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class FakeStore:
    """Keeps lists of what it is told; once it is `full` it fails."""

    def __init__(self) -> None:
        self.full = False
        self.kept: list[Logged] = []
        self.taken_back: list[tuple[str, int]] = []
        self.sittings: list[Attempt] = []
        self.ended: list[tuple[str, int]] = []

    def record(self, entry: Logged, attempt: Attempt) -> None:
        self.save(attempt)
        self.kept.append(entry)

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        self.save(attempt)
        self.taken_back.append((answer, at))

    def save(self, attempt: Attempt) -> None:
        if self.full:
            raise QuizError("The disk is full.", "Make room.")
        self.sittings.append(attempt)

    def end(self, attempt: str, at: int) -> None:
        self.ended.append((attempt, at))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def keeper(store: FakeStore, clock: FakeClock) -> Keeper:
    return Keeper(store, clock, pytest.fail)


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
    keeper.ended()

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
    keeper = Keeper(store, clock, pytest.fail, cram=cram)

    answer(keeper, DRILL)
    keeper.moved(DRILL.skip())

    assert keeper.kind == kind
    assert {sitting.kind for sitting in store.sittings} == {kind}
    assert store.kept[0].cram is cram


def test_a_store_that_fails_is_told_of_once_and_left_alone(store: FakeStore, clock: FakeClock) -> None:
    told = list[str]()
    keeper = Keeper(store, clock, told.append)
    drill = answer(keeper, DRILL)
    store.full = True

    answer(keeper, drill)
    store.full = False
    keeper.moved(drill)
    keeper.undone(drill)
    keeper.ended()

    assert len(told) == 1
    assert told[0].startswith("The disk is full. ")
    assert told[0].endswith(" Make room.")
    assert (len(store.kept), store.taken_back, store.ended) == (1, [], [])


def test_without_a_store_nothing_is_kept_or_told(clock: FakeClock) -> None:
    keeper = Keeper(None, clock, pytest.fail)

    keeper.undone(answer(keeper, DRILL))
    keeper.ended()


def test_ids_are_in_the_order_of_their_time_and_never_the_same() -> None:
    times = [EVENING + timedelta(milliseconds=number) for number in (0, 1, 1000, 10**9, 10**12)]
    ids = [new_id(at) for at in times]

    assert ids == sorted(ids)
    assert {len(id_) for id_ in ids} == {32}
    assert len({new_id(EVENING) for _ in range(1000)}) == 1000
