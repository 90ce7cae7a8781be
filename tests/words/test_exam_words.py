import pytest

from cps_quiz.core.exam.exam import Exam, Settings
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.item_types.single import Single
from cps_quiz.words import exam as exam_words

BODY = Single((Option("Ask", correct=True, why="So."), Option("Tell", correct=False, why="So.")))


def exam(seconds: float | None = 3600, *, items: int = 5, spent: float = 0) -> Exam:
    drawn = [Item(ItemId(f"i-{at}"), "single", "What now?", TopicId("goals"), BODY) for at in range(items)]
    return Exam.start(drawn, Settings(seconds), seed=7).run(spent)


def marked(answered: str, flagged: str = "") -> Exam:
    """Five questions, some answered and some flagged, by their numbers."""
    finished = exam()
    for number in answered:
        finished = finished.go(int(number) - 1).answer(Chosen((0,)))
    for number in flagged:
        finished = finished.go(int(number) - 1).flag()
    return finished


@pytest.mark.parametrize(
    ("places", "told"),
    [
        pytest.param((), "", id="none"),
        pytest.param((2,), "3", id="one"),
        pytest.param((0, 1), "1, 2", id="two beside each other"),
        pytest.param((0, 1, 2), "1 to 3", id="a run"),
        pytest.param((2, 4, 5, 6, 7, 8), "3, 5 to 9", id="both"),
        pytest.param((0, 2, 3, 9, 10), "1, 3, 4, 10, 11", id="pairs"),
    ],
)
def test_numbers_draw_runs_together(places: tuple[int, ...], told: str) -> None:
    assert exam_words.numbers(places) == told


@pytest.mark.parametrize(
    ("spent", "clock", "spoken"),
    [
        pytest.param(0, "60:00 left", "60 minutes left.", id="all of it"),
        pytest.param(0.4, "60:00 left", "60 minutes left.", id="a second that has begun"),
        pytest.param(1, "59:59 left", "60 minutes left.", id="a second"),
        pytest.param(3000, "10:00 left", "10 minutes left.", id="ten minutes"),
        pytest.param(3540, "1:00 left", "60 seconds left.", id="a minute"),
        pytest.param(3599.5, "0:01 left", "0 seconds left.", id="the last half second"),
        pytest.param(3600, "0:00 left", "0 seconds left.", id="none"),
    ],
)
def test_the_clock(spent: float, clock: str, spoken: str) -> None:
    assert exam_words.clock(exam(spent=spent)) == clock
    assert exam_words.spoken_clock(exam(spent=spent)) == spoken


def test_where_there_is_no_clock_that_is_said() -> None:
    assert exam_words.clock(exam(None, spent=75)) == "no clock"
    assert exam_words.spoken_clock(exam(None, spent=75)) == "There is no clock. You have spent 75 seconds."


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        pytest.param(
            3600,
            ["You are on a break. The clock stands still. The report will say so.", "60 minutes left."],
            id="clock",
        ),
        pytest.param(
            None,
            ["You are on a break. The report will say so.", "There is no clock. You have spent 0 seconds."],
            id="none",
        ),
    ],
)
def test_a_break(seconds: float | None, told: list[str]) -> None:
    assert exam_words.on_break(exam(seconds)) == told


@pytest.mark.parametrize(
    ("answered", "flagged", "told"),
    [
        pytest.param("", "", ["0 of 5 questions answered.", "Open: 1 to 5."], id="nothing"),
        pytest.param("13", "23", ["2 of 5 questions answered.", "Open: 2, 4, 5.", "Flagged: 2, 3."], id="some"),
        pytest.param("12345", "", ["5 of 5 questions answered."], id="all"),
    ],
)
def test_how_an_exam_stands(answered: str, flagged: str, told: list[str]) -> None:
    assert exam_words.standing(marked(answered, flagged)) == told


@pytest.mark.parametrize(
    ("answered", "asked"),
    [
        pytest.param("12345", "Every question is answered. Hand in?", id="all"),
        pytest.param("1245", "1 question is open: 3. Hand in all the same?", id="one open"),
        pytest.param("1", "4 questions are open: 2 to 5. Hand in all the same?", id="several open"),
    ],
)
def test_handing_in_asks_about_what_is_open(answered: str, asked: str) -> None:
    assert exam_words.asked_to_hand_in(marked(answered)) == asked


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        pytest.param(Settings(), "A mock exam of 50 questions. Time: 60 minutes. Target: 80%.", id="usual"),
        pytest.param(Settings(None), "A mock exam of 50 questions. Time: no limit. Target: 80%.", id="no clock"),
        pytest.param(
            Settings(5400, 72.5, 1.5),
            "A mock exam of 50 questions. Time: 90 minutes (1.5 times the usual). Target: 72.5%.",
            id="stretched",
        ),
    ],
)
def test_before_the_start_time_and_target_are_told_and_that_nothing_is_official(settings: Settings, told: str) -> None:
    first, second, third = exam_words.before(50, settings)

    assert first == told
    assert "not the official exam's" in second
    assert "explained at the end, nothing before" in third


@pytest.mark.parametrize(
    ("command", "told"),
    [
        pytest.param("go on", "Your exam is kept. 45 minutes left. Go on with it: go on", id="kept"),
        pytest.param("", "The exam was left.", id="not kept"),
    ],
)
def test_leaving_says_what_becomes_of_the_exam(command: str, told: str) -> None:
    assert exam_words.kept_for_later(exam(spent=900), command) == told


def test_the_offer_to_go_on_says_where_and_how_long() -> None:
    assert exam_words.cut_off(exam(spent=900).go(2)).startswith(
        "A mock exam was left at question 3 of 5. 45 minutes left. Go on with it?"
    )


@pytest.mark.parametrize(("seconds", "told"), [(600, "10 minutes left."), (60, "60 seconds left.")])
def test_warnings(seconds: float, told: str) -> None:
    assert exam_words.warned(seconds) == told
