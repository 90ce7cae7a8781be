import pytest

from cps_quiz.core.drill.drill import Answer, Turn
from cps_quiz.core.drill.report import Report, TopicScore
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.words.drill import is_low, next_steps, opening, verdict
from cps_quiz.words.steps import Step

HARDER, ON = Step("Harder ones", ("drill", "--level", "analyze")), Step("More questions", ("drill",))
GLOSSARY = Glossary({TopicId("goals"): "Goal setting"}, {}, {})


def reported(right: int, asked: int, unmet: int = 0) -> Report:
    return Report(right, asked, (), (), reflections=0, mended=0, flagged=(), skipped=0, unmet=unmet)


@pytest.mark.parametrize(
    ("report", "step"),
    [
        pytest.param(reported(5, 5), HARDER, id="all-of-five"),
        pytest.param(reported(4, 5), HARDER, id="four-of-five"),
        pytest.param(reported(4, 4), ON, id="too-few"),
        pytest.param(reported(7, 9), ON, id="less-than-80-percent"),
        pytest.param(reported(9, 9, unmet=1), ON, id="not-reached"),
        pytest.param(reported(0, 0), Step("Begin when you like", ("drill",)), id="none"),
    ],
)
def test_harder_questions_are_for_those_who_did_well(report: Report, step: Step) -> None:
    assert next_steps(report, GLOSSARY) == [step]


def test_each_step_is_a_command_about_the_same_banks() -> None:
    met = reported(1, 4)._replace(
        misconceptions=((MisconceptionId("telling"), 2),),
        topics=(TopicScore(TopicId("goals"), 1, 4),),
        flagged=(ItemId("goal-001"),),
    )
    carried = ("--bank", "my bank.yaml")

    assert [step.typed for step in next_steps(met, GLOSSARY, carried)] == [
        "cps-quiz drill --bank 'my bank.yaml'",
        "cps-quiz drill --misconception telling --bank 'my bank.yaml'",
        "cps-quiz explain telling --bank 'my bank.yaml'",
        "cps-quiz study goals --bank 'my bank.yaml'",
        "cps-quiz drill --flagged --bank 'my bank.yaml'",
    ]


@pytest.mark.parametrize(
    ("report", "told"),
    [
        pytest.param(reported(0, 0), "No question was answered this time. That is fine", id="nothing"),
        pytest.param(reported(0, 0)._replace(reflections=2), "You put 2 answers into your own words.", id="own-words"),
        pytest.param(reported(4, 4), "All right. Well done!", id="all"),
        pytest.param(reported(0, 4)._replace(mended=1), "You got 1 question right that you had missed", id="mended"),
        pytest.param(
            reported(1, 4)._replace(topics=(TopicScore(TopicId("goals"), 1, 4),)), "Goal setting went best.", id="low"
        ),
        pytest.param(reported(0, 4), "You stayed with hard questions.", id="none-right"),
    ],
)
def test_an_ending_begins_with_what_went_well(report: Report, told: str) -> None:
    assert opening(report, GLOSSARY)[0].startswith(told)


def test_a_score_is_low_below_half() -> None:
    assert [is_low(reported(right, 4)) for right in (0, 1, 2, 4)] == [True, True, False, False]
    assert not is_low(reported(0, 0))


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        pytest.param((0, 1), "Right.", id="both"),
        pytest.param((0, 2), "Half right: one of two. Here is why.", id="half"),
        pytest.param((0,), "Half right: one of two. Here is why.", id="half-of-one"),
        pytest.param((2, 3), "Not these. Here is why.", id="none"),
    ],
)
def test_half_right_is_told(chosen: tuple[int, ...], told: str) -> None:
    body = Multiple(tuple(Option(f"Option {at}", at < 2, "So.") for at in range(4)))
    item = Item(ItemId("m"), "multiple", "Choose two.", TopicId("goals"), body)
    response = Chosen(chosen)

    assert verdict(Answer(Turn(item), response, body.score(response))) == told
