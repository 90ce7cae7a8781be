"""What home says: how ready, what to do today, kind words, and the next steps in their order."""

import pytest

from cps_quiz.core.memory.forecast import Prediction, Predictions
from cps_quiz.core.memory.skills import Skill, SkillKind
from cps_quiz.core.memory.standing import Mastery, Overview
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.words import home
from cps_quiz.words.aims import notes_step

GLOSSARY = Glossary({TopicId("goals"): "Goals"}, {}, {})
TIPS = MisconceptionId("tips")
SEEN = Overview(
    due=0,
    new=0,
    missed=0,
    streak=0,
    today=0,
    aims=frozenset(),
    unmet=0,
    fading=0,
    weakest=None,
    tempting=None,
    hits=0,
    begun=True,
)


def test_readiness_is_two_shares_or_what_is_missing() -> None:
    new, here = Prediction(0.71, 0.6, 0.82, 30), Prediction(0.85, 0.7, 0.9, 30)
    assert home.ready(Predictions(here, new, 0)) == "about 71% right of new questions (60% to 82%), 85% of those here"
    assert home.ready(Predictions(None, None, 1)) == "1 more new question until this can be said"


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        pytest.param(SEEN, "nothing is urgent", id="nothing"),
        pytest.param(SEEN._replace(unmet=2, fading=1), "2 aims to meet, 1 aim to bring back", id="both"),
        pytest.param(SEEN._replace(fading=3, today=1), "3 aims to bring back, 1 answer given", id="begun"),
    ],
)
def test_without_a_plan_today_tells_of_aims(seen: Overview, said: str) -> None:
    assert home.today(seen, None) == said


@pytest.mark.parametrize(("days", "kind"), [(2, False), (3, True), (4, False), (7, True), (14, True)])
def test_some_streaks_are_worth_a_word(days: int, kind: bool) -> None:  # noqa: FBT001
    told = home.kind(SEEN._replace(streak=days, today=1), [], [], GLOSSARY)
    assert bool(told) == kind


def test_a_finished_topic_and_an_approach_that_stopped_tempting_are_worth_a_word() -> None:
    topic = Mastery(TopicId("goals"), None, 1.0, 5, 5)
    assert home.kind(SEEN, [topic], [TIPS], GLOSSARY) == [
        "You have met every question of Goals.",
        "No longer tempting you: tips.",
    ]


def test_what_was_left_comes_first_and_what_is_new_before_what_tempts() -> None:
    notes = notes_step(Skill(SkillKind.TOPIC, "goals"), "goals", GLOSSARY)
    seen = SEEN._replace(unmet=1, tempting=TIPS, missed=2)
    commands = [step.command for step in home.steps(seen, home.Left(exam=True, drill=True), notes, GLOSSARY)]
    assert commands == [
        ("exam",),
        ("drill", "--resume"),
        ("drill",),
        ("drill", "--misconception", "tips"),
        ("drill", "--missed"),
        ("study", "goals"),
    ]


def test_what_tempts_comes_first_where_nothing_is_new_or_fades() -> None:
    found = home.steps(SEEN._replace(tempting=TIPS), home.Left(), (), GLOSSARY)
    assert [step.said for step in found] == [
        "Practice telling apart: tips",
        "Some questions to stay fresh",
        "Look at your progress",
        "Sit a mock exam",
    ]


def test_a_newcomer_has_one_thing_to_do() -> None:
    (step,) = home.steps(SEEN._replace(begun=False, unmet=3), home.Left(), (), GLOSSARY)
    assert step.said == "Meet what is new (3 aims)"
