import pytest

from cps_quiz.core.exam.exam import Breaks, Exam, Settings, warning
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.item_types.single import Single

BODY = Single(tuple(Option(text, text == "Ask", "So.") for text in ("Ask", "Tell", "Wait", "Pick")))
RIGHT, WRONG = Chosen((0,)), Chosen((1,))


def exam(*names: str, settings: Settings = Settings()) -> Exam:  # noqa: B008 - a value
    items = [Item(ItemId(name), "single", "What now?", TopicId("goals"), BODY) for name in names or "abc"]
    return Exam.start(items, settings, seed=7)


def test_answers_change_freely_until_the_end() -> None:
    finished = exam().answer(RIGHT).go(2).answer(WRONG).go(0).answer(WRONG)

    assert [place.response for place in finished.places] == [WRONG, None, WRONG]
    assert finished.open == (1,)
    assert finished.answer(None).open == (0, 1)


def test_a_certainty_goes_with_its_answer() -> None:
    finished = exam().answer(RIGHT).sure(Confidence.SURE)

    assert finished.place.certainty is Confidence.SURE
    assert finished.answer(RIGHT).place.certainty is Confidence.SURE
    assert finished.answer(WRONG).place.certainty is None
    assert finished.answer(None).place.certainty is None


def test_flags_come_and_go() -> None:
    finished = exam().flag().go(2).flag()

    assert finished.flagged == (0, 2)
    assert finished.flag().flagged == (0,)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        pytest.param(1, 1, id="there"),
        pytest.param(-1, 0, id="before the first"),
        pytest.param(9, 2, id="past the last"),
    ],
)
def test_moving_stays_within_the_exam(asked: int, place: int) -> None:
    assert exam().go(asked).at == place


def test_time_runs_for_the_exam_and_for_the_question_on_the_screen() -> None:
    finished = exam(settings=Settings(seconds=100)).run(10).go(1).run(5.5).go(0).run(1)

    assert finished.spent == 16.5
    assert [place.seconds for place in finished.places] == [11, 5.5, 0]
    assert finished.left == 83.5
    assert not finished.over


def test_at_zero_the_exam_is_over_and_no_more_time_is_counted() -> None:
    finished = exam(settings=Settings(seconds=100)).run(99).run(30)

    assert (finished.left, finished.spent, finished.over) == (0, 100, True)


def test_without_a_clock_time_is_counted_and_never_up() -> None:
    finished = exam(settings=Settings(seconds=None)).run(100_000)

    assert (finished.left, finished.spent, finished.over) == (None, 100_000, False)


def test_breaks_are_counted_and_cost_no_time() -> None:
    finished = exam().run(5).paused(60).paused(30).resumed()

    assert finished.breaks == Breaks(2, 90, 1)
    assert finished.spent == 5


def test_a_seed_shows_the_options_in_one_order() -> None:
    orders = {Exam.start((place.item for place in exam().places), Settings(), seed).order(0) for seed in range(30)}

    assert exam().order(0) == exam("z", "a").order(1)
    assert len(orders) > 5


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(601, 600, 600, id="ten minutes"),
        pytest.param(600, 599, None, id="said already"),
        pytest.param(61, 59.5, 60, id="one minute"),
        pytest.param(None, 300, None, id="begun with less"),
        pytest.param(None, None, None, id="no clock"),
        pytest.param(900, 30, 60, id="both at once: the later one"),
    ],
)
def test_the_clock_warns_when_it_passes_a_limit(before: float | None, after: float | None, told: float | None) -> None:
    assert warning(before, after) == told


@pytest.mark.parametrize(
    ("seconds", "spent", "tick"),
    [
        pytest.param(100, 10, 1, id="running"),
        pytest.param(100, 99.75, 0.25, id="the last of it"),
        pytest.param(None, 10, 1, id="no clock"),
    ],
)
def test_the_clock_is_looked_at_every_second_and_when_it_ends(seconds: float | None, spent: float, tick: float) -> None:
    assert exam(settings=Settings(seconds)).run(spent).tick == tick
