"""Scores worked out by hand: ten questions, seven answered, four right."""

from typing import Any

import pytest

from cps_quiz.core.exam.exam import Breaks, Ending, Exam, Settings
from cps_quiz.core.exam.report import ExamReport, FinishedExam, Outcome, Part, chance, exam_again, exam_report, outcomes
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Body, Item, ItemId, Level, TopicId
from cps_quiz.core.questions.interaction import (
    Arrange,
    ChooseOne,
    ChooseSome,
    Interaction,
    MisconceptionId,
    ObjectiveId,
    Option,
    Write,
)
from cps_quiz.core.questions.response import Arranged, Chosen, Response
from cps_quiz.core.record.exam_record import from_kept, to_kept
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.single import Single

GOALS, CHOICES = TopicId("goals"), TopicId("choices")
DIRECTING, ADVICE = MisconceptionId("directing-actions"), MisconceptionId("giving-advice")
SURE, UNSURE, GUESSING = Confidence.SURE, Confidence.UNSURE, Confidence.GUESSING
OPTIONS = (
    Option("Ask", True, "It opens."),
    Option("Tell", False, "It closes.", DIRECTING),
    Option("Tip", False, "It takes.", ADVICE),
    Option("Wait", False, "It leaves."),
)


def one(name: str, topic: TopicId = GOALS, **changed: Any) -> Outcome:  # noqa: ANN401 - any field
    usual: dict[str, Any] = {
        "item": ItemId(name),
        "topic": topic,
        "objective": ObjectiveId("own"),
        "level": Level.APPLY,
        "chance": 0.25,
        "print": "0",
        "response": Chosen((0,)),
        "right": True,
        "tempted": (),
        "certainty": None,
        "flagged": False,
        "seconds": 10.0,
    }
    return Outcome(**usual | changed)


def missed(name: str, *tempted: MisconceptionId, **changed: Any) -> Outcome:  # noqa: ANN401
    return one(name, right=False, tempted=tempted, **changed)


def open_(name: str, **changed: Any) -> Outcome:  # noqa: ANN401
    return one(name, response=None, right=False, seconds=0.0, **changed)


TEN = (
    one("a", seconds=20.0),
    one("b", level=Level.RECALL),
    one("c", CHOICES),
    one("d", CHOICES, chance=0.5, objective=None),
    missed("e", DIRECTING, seconds=40.0),
    missed("f", DIRECTING, ADVICE),
    missed("g", chance=0.0, level=None),
    open_("h"),
    open_("i", topic=CHOICES),
    open_("j", level=Level.ANALYZE),
)


def ten(**changed: Any) -> ExamReport:  # noqa: ANN401
    return exam_report(TEN, Settings()._replace(**changed))


def test_open_questions_count_as_not_right() -> None:
    report = ten()

    assert report.whole == Part("", 4, 10)
    assert (report.answered, report.open, report.misses) == (7, 3, 3)


def test_guessing_would_reach_the_mean_of_the_chances() -> None:
    # Eight questions of .25, one of .5, one of 0: 2.5 of 10.
    assert ten().chance == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("target", "met"), [pytest.param(40, True, id="just"), pytest.param(40.1, False, id="hardly not")]
)
def test_the_target_is_met_at_its_share(target: float, *, met: bool) -> None:
    assert ten(target=target).met is met


def test_parts_are_counted_by_topic_level_and_aim() -> None:
    report = ten()

    assert report.topics == (Part("goals", 2, 7), Part("choices", 2, 3))
    assert report.levels == (Part("recall", 1, 1), Part("apply", 3, 7), Part("analyze", 0, 1))
    assert report.objectives == (Part("goals/own", 2, 7), Part("choices/own", 1, 2))


def test_small_numbers_are_marked() -> None:
    assert Part("x", 5, 11).few
    assert not Part("x", 5, 12).few


def test_misses_are_told_by_their_misconceptions_the_most_frequent_first() -> None:
    assert ten().misconceptions == ((DIRECTING, 2), (ADVICE, 1))


def test_one_miss_counts_a_misconception_once() -> None:
    assert exam_report([missed("a", DIRECTING, DIRECTING)], Settings()).misconceptions == ((DIRECTING, 1),)


def test_time_is_that_of_the_answered_questions() -> None:
    # 20, 40 and five times 10; the three open questions took none.
    assert ten().median_seconds == 10


def test_certainty_is_marked_by_both_tables() -> None:
    told = [
        one("a", certainty=SURE),
        one("b", certainty=UNSURE),
        one("c", certainty=GUESSING),
        one("d"),
        missed("e", certainty=SURE),
        missed("f", certainty=UNSURE),
        missed("g", certainty=GUESSING),
        open_("h"),
    ]

    report = exam_report(told, Settings(certainty=True))

    # Standard: 3 + 2 + 1 + 1 - 6 - 2 + 0 = -1 of 8 * 3. Gentle: 4 + 3 + 1 + 1 - 5 - 2 + 0 = 2 of 8 * 4.
    assert [(marked.table.name, marked.marks, marked.most) for marked in report.marked] == [
        ("standard", -1, 24),
        ("gentle", 2, 32),
    ]
    assert report.calibration == ((SURE, 1, 2), (UNSURE, 1, 2), (GUESSING, 1, 2))


def test_without_certainty_there_are_no_marks() -> None:
    report = ten()

    assert (report.marked, report.calibration) == ((), ())


@pytest.mark.parametrize(
    ("interaction", "expected"),
    [
        pytest.param(ChooseOne(OPTIONS), 1 / 4, id="one of four"),
        pytest.param(ChooseOne(OPTIONS[:2]), 1 / 2, id="one of two"),
        pytest.param(ChooseSome(OPTIONS), 1 / 15, id="a set of four that is not empty"),
        pytest.param(Arrange(("a", "b", "c"), ""), 1 / 6, id="three in order"),
        pytest.param(Write(("a",), "", ""), 0.0, id="a text"),
    ],
)
def test_chance_is_that_of_a_response_at_random(interaction: Interaction, expected: float) -> None:
    assert chance(interaction) == expected


@pytest.mark.parametrize(
    ("kind", "response", "right", "tempted"),
    [
        pytest.param("single", Chosen((0,)), True, (), id="single right"),
        pytest.param("single", Chosen((2,)), False, (ADVICE,), id="single wrong"),
        pytest.param("multiple", Chosen((0, 3)), True, (), id="all of the key"),
        pytest.param("multiple", Chosen((0,)), False, (), id="half of the key is not right"),
        pytest.param("multiple", Chosen((0, 1, 3)), False, (DIRECTING,), id="one too many"),
        pytest.param("order", Arranged((0, 1, 2)), True, (), id="in order"),
        pytest.param("order", Arranged((0, 2, 1)), False, (), id="nearly in order is not right"),
        pytest.param("single", None, False, (), id="open"),
    ],
)
def test_questions_are_all_or_nothing(
    kind: str, response: Response | None, tempted: tuple[MisconceptionId, ...], *, right: bool
) -> None:
    bodies: dict[str, Body] = {
        "single": Single(OPTIONS),
        "multiple": Multiple((*OPTIONS[:3], OPTIONS[3]._replace(correct=True))),
        "order": Order(("a", "b", "c"), "So."),
    }
    item = Item(ItemId("x"), kind, "What now?", GOALS, bodies[kind], level=Level.RECALL)
    exam = Exam.start([item], Settings(), seed=1).answer(response).flag().run(3.14)

    (found,) = outcomes(exam)

    assert (found.right, found.tempted, found.answered) == (right, tempted, response is not None)
    assert (found.level, found.flagged, found.seconds) == (Level.RECALL, True, 3.1)


def test_what_is_kept_reads_the_same_again() -> None:
    finished = FinishedExam(
        id="x",
        number=3,
        started_at=1_000,
        ended_at=2_000,
        day="2027-03-01",
        ending=Ending.TIME,
        seed=9,
        settings=Settings(None, 75.0, 1.5, certainty=True),
        breaks=Breaks(1, 30.0, 2),
        spent=55.5,
        outcomes=(*TEN, one("k", certainty=SURE, flagged=True)),
    )

    assert from_kept(to_kept(finished), 3) == finished


def test_an_exam_is_there_again_with_the_questions_that_are_still_the_same() -> None:
    items = [Item(ItemId(name), "single", "What now?", GOALS, Single(OPTIONS)) for name in "abc"]
    exam = Exam.start(items, Settings(), seed=1).answer(Chosen((1,))).flag().go(2).answer(Chosen((0,))).run(4)
    finished = FinishedExam("x", 1, 0, 0, "2027-03-01", Ending.HANDED_IN, 1, Settings(), Breaks(), 4.0, outcomes(exam))
    now = {item.id: item for item in items} | {ItemId("b"): items[1]._replace(stem="What else?")}

    again = exam_again(finished, now)

    assert [(place.item.id, place.response, place.flagged, place.seconds) for place in again.places] == [
        ("a", Chosen((1,)), True, 0.0),
        ("c", Chosen((0,)), False, 4.0),
    ]
    assert [again.order(0), again.order(1)] == [exam.order(0), exam.order(2)]
