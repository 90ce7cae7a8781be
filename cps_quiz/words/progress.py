"""What the progress report and the plan say."""

from collections.abc import Sequence
from datetime import date

from cps_quiz.core.counting import counted
from cps_quiz.core.memory.forecast import QUESTIONS, Prediction, Predictions
from cps_quiz.core.memory.schedule import COMFORTABLE, LAST_DAYS, Schedule
from cps_quiz.core.memory.standing import Leaning, Mastery, Overview
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.record.log import Confused
from cps_quiz.words.numbers import out_of
from cps_quiz.words.steps import Step

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CHANGE = 0.05
"""A change of a share that is worth a word. Our own choice."""

HELD = "Held in memory"
HELD_BY = f"{HELD}, by topic and aim:"
TEMPTING = "What tempts you"
TEMPTING_ON_OFFER = f"{TEMPTING} (chosen when on offer)"
NOTHING_TEMPTED = "Nothing has tempted you yet."
NOTHING = "Nothing yet."
CONFUSED = "What you take for one another"
COMING_DUE = "Coming due in two weeks"
RIGHT_WHEN = "Right when you were ..."
MOCK_EXAMS = "Mock exams"
EXAM_TODAY = "An exam today"

NO_EXAM_DATE = "No exam date is known yet. Tell it with: cps-quiz plan --exam-date 2027-03-14"
EXAM_IS_TODAY = "Your exam is today. All the best: you have prepared for this."
PLAN = "Your plan"


TITLE = "Your progress"


def weeks(this: Sequence[int], last: Sequence[int]) -> list[str]:
    """This week and the last one, each as answers, first tries, and those that were right."""
    return [f"{name}: {_week(*week)}." for name, week in (("This week", this), ("Last week", last))]


def _week(answers: int, asked: int, right: int) -> str:
    if not answers:
        return "no practice"
    share = f", {right / asked:.0%} right at the first try" if asked else ""
    return f"{counted(answers, 'answer')}{share}"


def steps(seen: Overview, notes: Sequence[Step], glossary: Glossary, carried: Sequence[str]) -> list[Step]:
    """What can be done about it; `notes` are steps to the notes of what is weakest."""
    found = [Step("More questions", ("drill",))]
    if seen.tempting:
        name = glossary.misconception(seen.tempting)
        found.append(Step(f"Practice telling apart: {name}", ("drill", "--misconception", seen.tempting)))
        found.append(Step(f"Read about it: {name}", ("explain", seen.tempting)))
    return [step._replace(command=(*step.command, *carried)) for step in [*found, *notes]]


def topic_row(title: str, topic: Mastery) -> str:
    """What a topic's bar is of."""
    return f"{title}, {out_of(topic.met, topic.items)} met"


def topic_sentence(title: str, topic: Mastery) -> str:
    """The same with its share."""
    return f"{title}: {topic.share:.0%}, {topic.met} of {counted(topic.items, 'question')} met."


def aim_sentence(title: str, aim: Mastery) -> str:
    """An aim and its share."""
    return f"{title}: {aim.share:.0%}."


def still_to_meet(aims: int) -> str:
    """How many aims have no bar yet."""
    return f"{counted(aims, 'aim')} still to meet"


def tempting_row(name: str, one: Leaning) -> str:
    """What a misconception's bar is of."""
    return f"{name}, {out_of(one.chosen, one.offered)}{_trend(one)}"


def tempting_sentence(name: str, one: Leaning) -> str:
    """How often a misconception was chosen, and whether less of late."""
    return f"{name}: chosen {one.chosen} of {counted(one.offered, 'time')}{_trend(one)}."


def confused_row(meant: str, taken: str, one: Confused) -> str:
    """What the bar of a confusion is of."""
    return f"{meant} taken for {taken}, {out_of(one.times, one.of)}"


def confused_sentence(meant: str, taken: str, one: Confused) -> str:
    """How often one approach was taken for another."""
    return f"{meant}: taken for {taken} {one.times} of {counted(one.of, 'time')}."


def _trend(leaning: Leaning) -> str:
    change = leaning.trend
    if change is None or abs(change) < CHANGE:
        return ""
    return ", less of late" if change < 0 else ", more of late"


def rarer(count: int) -> str:
    """How many misconceptions are not named."""
    return f"and {count} more that you chose less often"


def calendar(answers: int, weeks: int) -> str:
    """What the calendar shows."""
    return f"Practice: {counted(answers, 'answer')} in {counted(weeks, 'week')}"


def practice(practiced: int, days: int, answers: int) -> str:
    """On how many days there were answers, and how many."""
    return f"Practice: {practiced} of the last {counted(days, 'day')}, {counted(answers, 'answer')}."


def coming_due(ahead: Sequence[tuple[date, int]]) -> str:
    """How many items come due on which days."""
    coming = ", ".join(f"{WEEKDAYS[day.weekday()]} {day} {due}" for day, due in ahead if due)
    return f"Coming due: {coming}." if coming else "Nothing comes due in the next two weeks."


def due_soon(counts: Sequence[int]) -> str:
    """How many items come due, today first."""
    return f"today {counts[0]}, tomorrow {counts[1]}, in all {sum(counts)}"


def right_when(certainty: str, right: int, asked: int) -> str:
    """How often the learner was right with a certainty."""
    return f"When {certainty}: right {right} of {counted(asked, 'time')}."


def certainty_row(certainty: str, right: int, asked: int) -> str:
    """What its bar is of."""
    return f"{certainty}, {out_of(right, asked)}"


def mock_exams(shares: str) -> str:
    """The latest mock exams, each with its day and share."""
    return f"{MOCK_EXAMS}: {shares}."


def predictions(seen: Predictions) -> str:
    """What exams today would bring, of questions from here and of new ones."""
    here, new = seen.questions_from_here, seen.new_questions
    if here is None or new is None:
        return not_enough(seen.missing)
    return (
        f"Of {QUESTIONS} questions from here you would get {_range(here)} Of {QUESTIONS} new questions like these,"
        f" which is what the official exam asks, {_range(new)} Both rest on your answers to"
        f" {counted(new.answers, 'question')}. The numbers are ours: the official exam's length and"
        " pass mark are not published, and it may be easier or harder."
    )


def not_enough(missing: int) -> str:
    """How many answers are missing before anything is predicted."""
    return f"Not enough yet to say how an exam today might go: about {missing} more questions that are new to you."


def _range(seen: Prediction) -> str:
    return f"about {seen.score:.0%} right; four times in five between {seen.low:.0%} and {seen.high:.0%}."


def plan(found: Schedule | None) -> list[str]:
    """The plan until the exam, as Markdown."""
    if found is None:
        return [NO_EXAM_DATE]
    if not found.days:
        return [EXAM_IS_TODAY]
    until = f"**{counted(found.days, 'day')}** until {found.exam:%A, %d %B %Y}."
    return [until, _unmet(found), _each_day(found), _fit(found)]


def plan_steps(found: Schedule | None, carried: Sequence[str]) -> list[Step]:
    """What can be done about the plan."""
    return [Step("Start with today's", ("drill", *carried))] if found is not None and found.days else []


def _unmet(found: Schedule) -> str:
    if not found.unmet:
        return f"You have met all of the {counted(found.aims, 'aim')}."
    return f"You have met {found.aims - found.unmet} of {counted(found.aims, 'aim')}."


def _each_day(found: Schedule) -> str:
    back = f"about {counted(found.back_per_day, 'question')} that bring back others"
    if not found.unmet:
        return f"Each day: about {counted(found.back_per_day, 'question')}, those first that you hold least."
    return f"{_new_aims(found)}, and {back}. `cps-quiz drill` picks them."


def _new_aims(found: Schedule) -> str:
    """How often a new aim is to be met."""
    every = max(1, found.days - LAST_DAYS) // found.unmet
    if every > 1:
        return f"A new aim every {every} days"
    return f"{counted(found.new_per_day, 'new aim')} a day"


def _fit(found: Schedule) -> str:
    if found.days <= LAST_DAYS:
        return "It is nearly time: bring back what you know, and be kind to yourself."
    if found.fits:
        return "That fits, and leaves the last days for keeping everything fresh."
    if found.in_time < found.unmet:
        return (
            f"That will not fit: at {COMFORTABLE} answers a day you can meet {found.in_time} of the"
            f" {counted(found.unmet, 'aim')} that are new to you. Start with the topics that weigh most, and let the"
            " rest go without worry."
        )
    return (
        f"That is {found.per_day} answers a day, which will hardly fit. Every aim can still be met once: let the"
        " questions that bring back others go without worry."
    )
