from datetime import date, timedelta

import pytest
from rich.console import Console

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.standing import Leaning, Mastery, calendar
from cps_quiz.core.questions.bank import Misconception, TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.record.log import Confused
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import width_of
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.progress.home import Glance
from cps_quiz.ui.progress.progress_view import MOST_LEANINGS, Report, blocks, sentences

TODAY = date(2027, 3, 10)
GOALS = TopicId("goals")
TELLING = MisconceptionId("telling")
GLOSSARY = Glossary({GOALS: "Goal setting"}, {TELLING: Misconception(TELLING, "Telling", "", "", "")}, {})
AIMS = (("own", 0.73, 1), ("small", 0.0, 1), ("later", 0.0, 0))
REPORT = Report(
    glance=Glance("20 more answers until this can be said", None, "3 of 7 done today"),
    weeks=["This week: 10 answers.", "Last week: no practice."],
    topics=[Mastery(GOALS, None, 0.46, 9, 12)],
    objectives=[Mastery(GOALS, ObjectiveId(name), share, met, 4) for name, share, met in AIMS],
    titles={
        ("goals", "own"): "Let the goal be the person's own",
        ("goals", "small"): "Break big goals into small steps",
    },
    leanings=[Leaning(TELLING, 20, 12, 10, 2), Leaning(MisconceptionId("never"), 9, 0, 9, 0)],
    confusions=[],
    days=calendar({TODAY: 8, TODAY - timedelta(days=1): 2, TODAY - timedelta(days=30): 1}, TODAY),
    ahead=[(TODAY + timedelta(days=n), {0: 8, 3: 1}.get(n, 0)) for n in range(14)],
    calibration={Confidence.GUESSING: (4, 1), Confidence.SURE: (10, 9)},
    prediction="Too early to say.",
    exams=[],
)


APART = "Telling sets the step, steering the whole way."
STEERING = MisconceptionId("steering")
KNOWN = GLOSSARY._replace(
    misconceptions={
        TELLING: Misconception(TELLING, "Telling", "", "", "", telling_apart=((STEERING, APART),)),
        STEERING: Misconception(STEERING, "Steering", "", "", ""),
    }
)


def test_confusions_are_told_with_the_line_that_tells_them_apart() -> None:
    report = REPORT._replace(confusions=[Confused(STEERING, TELLING, 2, 3)])
    said = sentences(report, KNOWN)
    assert "What you take for one another:" in said
    assert f"- Steering: taken for Telling 2 of 3 times. {APART}" in said
    drawn = " ".join(" ".join(shown(report, 80, glossary=KNOWN)).split())
    assert "67% Steering taken for Telling, 2 of 3" in drawn
    assert APART in drawn


def test_without_confusions_nothing_is_said_of_them() -> None:
    assert not any("one another" in line for line in [*sentences(REPORT, KNOWN), *shown(REPORT, 80)])


def shown(report: Report, columns: int, *, unicode: bool = True, glossary: Glossary = GLOSSARY) -> list[str]:
    console = Console(width=columns)
    writer = Writer(console, Look(plain=False, unicode=unicode), width_of(console))
    return [line.plain.rstrip() for block in blocks(report, glossary, writer) for line in block]


def test_a_narrow_report_breaks_words_beside_the_bars() -> None:
    assert shown(REPORT, 40) == [
        " Ready?     20 more answers until this",
        "            can be said",
        " Today      3 of 7 done today",
        " This week: 10 answers.",
        " Last week: no practice.",
        " Held in memory",
        "   ━━━────  46%  Goal setting, 9 of 12",
        "                 met",
        "   ━━━━━──  73%  Let the goal be the",
        "                 person's own",
        "   ───────   0%  Break big goals into",
        "                 small steps",
        "                 1 aim still to meet",
        " What tempts you (chosen when on offer)",
        "   ━━━━───  60%  Telling, 12 of 20,",
        "                 less of late",
        " Practice: 11 answers in 12 weeks",
        "   Mon  · · · · · · · ░ · · · ·",
        "   Tue  · · · · · · · · · · · ░",
        "   Wed  · · · · · · · · · · · █",
        "   Thu  · · · · · · · · · · ·",
        "   Fri  · · · · · · · · · · ·",
        "   Sat  · · · · · · · · · · ·",
        "   Sun  · · · · · · · · · · ·",
        " Coming due in two weeks",
        "   █ · · ▁ · · · · · · · · · ·",
        "   W T F S S M T W T F S S M T",
        "   today 8, tomorrow 0, in all 9",
        " Right when you were ...",
        "   ━━━━━━─  90%  sure, 9 of 10",
        "   ━━─────  25%  guessing, 1 of 4",
        " An exam today",
        "   Too early to say.",
    ]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_nothing_is_wider_than_the_screen_and_bars_stand_in_one_line(columns: int) -> None:
    lines = shown(REPORT, columns)

    assert all(len(line) < columns for line in lines)
    assert {line.index("%") for line in lines if "%" in line} == {14 if columns < 60 else 21}


def test_without_unicode_the_pictures_are_ascii() -> None:
    assert all(line.isascii() for line in shown(REPORT, 80, unicode=False))


def test_the_same_is_said_in_words() -> None:
    assert sentences(REPORT, GLOSSARY) == [
        "Ready? 20 more answers until this can be said.",
        "Today: 3 of 7 done today.",
        "This week: 10 answers.",
        "Last week: no practice.",
        "Held in memory, by topic and aim:",
        "Goal setting: 46%, 9 of 12 questions met.",
        "- Let the goal be the person's own: 73%.",
        "- Break big goals into small steps: 0%.",
        "- 1 aim still to meet.",
        "What tempts you:",
        "- Telling: chosen 12 of 20 times, less of late.",
        "Practice: 3 of the last 80 days, 11 answers.",
        "Coming due: Wed 2027-03-10 8, Sat 2027-03-13 1.",
        "When sure: right 9 of 10 times.",
        "When guessing: right 1 of 4 times.",
        "Too early to say.",
    ]


def test_the_rarest_temptations_are_counted_and_left_out() -> None:
    many = [Leaning(MisconceptionId(f"m-{number}"), 20, 19 - number, 0, 0) for number in range(MOST_LEANINGS + 3)]
    report = REPORT._replace(leanings=many)

    assert "- and 3 more that you chose less often." in sentences(report, GLOSSARY)
    assert any("and 3 more that you chose less often" in line for line in shown(report, 80))
    assert not any(f"m-{MOST_LEANINGS}" in line for line in shown(report, 80))


def test_one_is_no_plural() -> None:
    one = REPORT._replace(
        leanings=[Leaning(TELLING, 1, 1, 0, 0)],
        days=[(TODAY, 1)],
        calibration={Confidence.SURE: (1, 1)},
    )

    said = sentences(one, GLOSSARY)
    assert "- Telling: chosen 1 of 1 time." in said
    assert "Practice: 1 of the last 1 day, 1 answer." in said
    assert "When sure: right 1 of 1 time." in said
    assert " Practice: 1 answer in 1 week" in shown(one, 80)


def test_a_beginner_is_shown_what_there_is_and_nothing_empty() -> None:
    nothing = REPORT._replace(
        topics=[Mastery(GOALS, None, 0.0, 0, 12)],
        objectives=[aim._replace(met=0) for aim in REPORT.objectives],
        leanings=[],
        ahead=[(day, 0) for day, _ in REPORT.ahead],
        calibration={},
    )

    assert sentences(nothing, GLOSSARY)[5:8] == [
        "Goal setting: 0%, 0 of 12 questions met.",
        "- 3 aims still to meet.",
        "Nothing has tempted you yet.",
    ]
    assert "Nothing comes due in the next two weeks." in sentences(nothing, GLOSSARY)
    assert " Right when you were ..." not in shown(nothing, 80)
    assert len([line for line in shown(nothing, 80) if "%" in line]) == 1


def test_mock_exams_are_told_with_their_trend() -> None:
    days = [(TODAY - timedelta(days=20 - n)).isoformat() for n in range(10)]
    report = REPORT._replace(exams=[(day, 0.4 + n / 20) for n, day in enumerate(days)])

    lines = shown(report, 60)
    at = lines.index(" Mock exams")
    assert lines[at + 1 : at + 4] == [
        "   ▅ ▆ ▆ ▇ ▇ █ █ █",
        "   2027-02-20 50%, 2027-02-21 55%, 2027-02-22 60%,",
        "   2027-02-23 65%, 2027-02-24 70%, 2027-02-25 75%,",
    ]
    assert sentences(report, GLOSSARY)[-2].startswith("Mock exams: 2027-02-20 50%, 2027-02-21 55%")
