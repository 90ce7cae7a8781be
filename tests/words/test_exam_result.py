"""What is said of a result: kindly, with its uncertainty, and what to do next."""

import pytest

from cps_quiz.core.exam.exam import Breaks, Ending, Settings
from cps_quiz.core.exam.report import FinishedExam, Outcome, exam_report
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import ItemId, Level, Misconception, TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.questions.response import Chosen
from cps_quiz.words.exam_result import COMFORT, FEW_NOTE, ExamView

GOALS, CHOICES = TopicId("goals"), TopicId("choices")
DIRECTING = MisconceptionId("directing-actions")
GLOSSARY = Glossary(
    {CHOICES: "Choices", GOALS: "Goal setting"},
    {DIRECTING: Misconception(DIRECTING, "Directing", "", "", "")},
    {},
)


def outcomes(right: int, asked: int, *, answered: int | None = None) -> tuple[Outcome, ...]:
    """The first `right` of `asked` questions right, the ones after `answered` open, two topics in turn."""
    answered = asked if answered is None else answered
    return tuple(
        Outcome(
            item=ItemId(f"q-{number}"),
            topic=(GOALS, CHOICES)[number % 2],
            objective=ObjectiveId("own"),
            level=Level.APPLY,
            chance=0.25,
            print="0",
            response=Chosen((0,)) if number < answered else None,
            right=number < right,
            tempted=(DIRECTING,) if right <= number < answered else (),
            certainty=None,
            flagged=False,
            seconds=20.0,
        )
        for number in range(asked)
    )


def view(found: tuple[Outcome, ...], **changed: object) -> ExamView:
    usual: dict[str, object] = {
        "id": "x",
        "number": 3,
        "started_at": 0,
        "ended_at": 0,
        "day": "2027-03-01",
        "ending": Ending.HANDED_IN,
        "seed": 1,
        "settings": Settings(),
        "breaks": Breaks(),
        "spent": 1500.0,
        "outcomes": found,
    }
    finished = FinishedExam(**usual | changed)  # type: ignore[arg-type]
    return ExamView(
        finished, exam_report(found, finished.settings), GLOSSARY, {"goals/own": "Let the goal be their own"}
    )


def test_the_score_comes_with_its_interval_and_what_guessing_would_reach() -> None:
    score, _, worth, *_ = view(outcomes(38, 50)).headline()

    assert score == "Mock exam 3, 1 March 2027: 38 of 50 questions right (76%)."
    assert worth == (
        "Over many questions like these your share most likely lies between 63% and 86% (95% interval);"
        " guessing alone would reach about 25%."
    )


@pytest.mark.parametrize(
    ("right", "said"),
    [
        pytest.param(40, "That meets your target of 80%. Well done!", id="just met"),
        pytest.param(
            39,
            "That is 1 question short of your target of 80%. That is close enough for luck to have its say."
            " What you missed is a good list of what to look at next.",
            id="close",
        ),
        pytest.param(
            20,
            "That is 20 questions short of your target of 80%. What you missed is a good list of what to look at next.",
            id="far",
        ),
    ],
)
def test_the_target_is_told_kindly(right: int, said: str) -> None:
    assert view(outcomes(right, 50)).headline()[1] == said


def test_a_target_between_two_scores_counts_whole_questions() -> None:
    seen = view(outcomes(5, 10), settings=Settings(target=75.0))

    assert seen.headline()[1].startswith("That is 3 questions short of your target of 75%.")


def test_what_happened_on_the_way_is_told() -> None:
    seen = view(
        outcomes(2, 10, answered=6),
        ending=Ending.TIME,
        settings=Settings(seconds=5400.0, factor=1.5),
        breaks=Breaks(2, 360.0, 1),
        spent=5400.0,
    )

    assert seen.headline()[3:] == [
        "The exam ended because the time was up.",
        "4 questions without an answer, counted as not right.",
        "Time: 90 minutes of 90 minutes (1.5 times the usual); half of the answers took at most 20 seconds.",
        "2 breaks (6 minutes).",
        "Left and taken up again 1 time.",
    ]


def test_nothing_answered_is_told_without_a_time_for_answers() -> None:
    seen = view(outcomes(0, 4, answered=0), settings=Settings(seconds=None), spent=30.0)

    assert seen.headline()[3:] == [
        "4 questions without an answer, counted as not right.",
        "Time: 30 seconds, no limit.",
    ]


def test_groups_follow_the_curriculum_and_the_weakest_aim_comes_first() -> None:
    topics, levels, aims = view(outcomes(5, 10)).groups()

    assert [name for name, _ in topics.parts] == ["Choices", "Goal setting"]
    assert [name for name, _ in levels.parts] == ["apply"]
    assert [(name, part.right) for name, part in aims.parts] == [("choices/own", 2), ("Let the goal be their own", 3)]


def test_misses_are_told_by_what_they_have_in_common() -> None:
    assert view(outcomes(5, 10)).misconceptions() == ["Directing: chosen in 5 of your 5 misses."]
    assert view(outcomes(9, 10)).misconceptions() == ["Directing: chosen in your one miss."]
    assert view(outcomes(10, 10)).misconceptions() == []


def test_certainty_is_told_in_both_tables() -> None:
    sure = tuple(one._replace(certainty=Confidence.SURE) for one in outcomes(1, 2))

    assert view(sure, settings=Settings(certainty=True)).certainty() == [
        "Marked by certainty, standard (+1 +2 +3, wrong 0 -2 -6; sure pays from 80% on): -3 of 6.",
        "Marked by certainty, gentle (+1 +3 +4, wrong 0 -2 -5; sure pays from 75% on): -1 of 8.",
        "When sure: 1 of 2 right (50%).",
    ]


def test_each_next_step_has_its_command() -> None:
    assert [step.typed for step in view(outcomes(5, 10)).next_steps()] == [
        "cps-quiz drill --misconception directing-actions",
        "cps-quiz explain directing-actions",
        "cps-quiz study choices",
    ]
    assert view(outcomes(5, 10)).sharing() == "To keep or share this result: cps-quiz exam show 3 --html FILE"
    assert view(outcomes(4, 4), number=0).next_steps() == []
    assert view(outcomes(4, 4), number=0).sharing() == ""


def test_small_numbers_are_marked_and_the_mark_explained() -> None:
    few, many = view(outcomes(5, 10)).sentences(), view(outcomes(30, 50)).sentences()

    assert "- Goal setting: 3 of 5 right (few)." in few
    assert FEW_NOTE in few
    assert "- Goal setting: 15 of 25 right." in many
    assert FEW_NOTE not in many


def test_few_right_answers_begin_with_what_the_exam_is_good_for() -> None:
    low, well = view(outcomes(10, 50)), view(outcomes(30, 50))
    assert low.sentences()[0].startswith("A mock exam is there to show what to practice next, and this one did.")
    assert low.sentences()[0].endswith(" went best.")
    assert view(outcomes(0, 50)).comfort() == COMFORT
    assert (well.comfort(), well.sentences()[0]) == ("", well.headline()[0])
