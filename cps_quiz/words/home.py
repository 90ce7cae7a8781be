"""What the home screen says."""

from collections.abc import Sequence
from typing import NamedTuple

from cps_quiz.core.counting import counted
from cps_quiz.core.memory.forecast import Predictions
from cps_quiz.core.memory.schedule import Schedule
from cps_quiz.core.memory.standing import Mastery, Overview
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.words.numbers import out_of
from cps_quiz.words.steps import Step

WELCOME = (
    "Welcome. This is practice for future peer specialists: short situations, with kind replies to choose from.",
    "No answer can do any harm, and each one is explained.",
    "Ten questions take about ten minutes. Press Enter to begin.",
)
"""Said as long as nothing was ever answered. The minutes are our guess."""

TITLE = "CPS Quiz"
YOUR_EXAM, READY, WEAKEST, TODAY, STREAK = "Your exam", "Ready?", "Weakest", "Today", "Streak"

ASK_DATE = "When is your exam? Type the day, like 2027-03-14 or March 14, and Enter. Enter alone skips this."
DATE_KEPT = "Good to know. How much to do each day stands on this page from now on."

KIND_STREAKS = (3, 7, 14, 21, 30, 50, 75, 100, 150, 200, 250, 300, 365)
"""Days in a row that are worth a word. Our own choice."""

MOST_STEPS = 6


def ready(seen: Predictions) -> str:
    """How ready the learner is, by what exams today would bring."""
    new, here = seen.new_questions, seen.questions_from_here
    if new is None or here is None:
        return f"{counted(seen.missing, 'more new question')} until this can be said"
    within = f"{new.low:.0%} to {new.high:.0%}"
    return f"about {new.score:.0%} right of new questions ({within}), {here.score:.0%} of those here"


def today(seen: Overview, plan: Schedule | None) -> str:
    """What to do today, of the plan if there is one, and how much of it is done."""
    if plan is not None and plan.days and plan.per_day:
        done = f"{out_of(min(seen.today, plan.per_day), plan.per_day)} done today"
        return done if seen.today < plan.per_day else f"{done}: that is all for today"
    meet = [f"{counted(seen.unmet, 'aim')} to meet"] if seen.unmet else []
    back = [f"{counted(seen.fading, 'aim')} to bring back"] if seen.fading else []
    given = [f"{counted(seen.today, 'answer')} given"] if seen.today else []
    return ", ".join([*(meet + back or ["nothing is urgent"]), *given])


def streak(days: int, today: int) -> str:
    """For how many days there were answers, and how many there are `today`."""
    if not days:
        return "begins with your next answer"
    return f"{counted(days, 'day')}, {counted(today, 'answer') if today else 'no answer yet'} today"


def days_left(days: int) -> str:
    """When the exam will be."""
    return "today" if days == 0 else f"in {counted(days, 'day')}"


def row(word: str, said: str) -> str:
    """A line of the home screen to be read aloud."""
    return f"{word}{'' if word.endswith('?') else ':'} {said}."


def kind(
    seen: Overview, topics: Sequence[Mastery], overcome: Sequence[MisconceptionId], glossary: Glossary
) -> list[str]:
    """Kind lines for what was reached: a streak, a finished topic, a misconception that has stopped tempting."""
    told = []
    if seen.streak in KIND_STREAKS and seen.today:
        told.append(f"{counted(seen.streak, 'day')} in a row. A little each day is what makes it last.")
    done = [glossary.topic(topic.topic) for topic in topics if topic.met == topic.items]
    if done:
        told.append(f"You have met every question of {' and of '.join(done)}.")
    if overcome:
        told.append(f"No longer tempting you: {', '.join(map(glossary.misconception, overcome[:3]))}.")
    return told


class Left(NamedTuple):
    """What was begun and not ended."""

    exam: bool = False
    drill: bool = False


def steps(seen: Overview, left: Left, notes: Sequence[Step], glossary: Glossary) -> list[Step]:
    """What can be done now, the first is what Enter starts; `notes` are steps to the notes of what is weakest."""
    found = [
        *([Step("Go on with the mock exam that you left", ("exam",))] if left.exam else []),
        *([Step("Go on with the drill that was cut off", ("drill", "--resume"))] if left.drill else []),
        *_practice(seen, glossary),
        *([Step(f"Try again what you missed ({seen.missed})", ("drill", "--missed"))] if seen.missed else []),
    ]
    if seen.begun:
        sits = [] if left.exam else [Step("Sit a mock exam", ("exam",))]
        found += [*notes, Step("Look at your progress", ("progress",)), *sits]
    return found[:MOST_STEPS]


def _practice(seen: Overview, glossary: Glossary) -> list[Step]:
    """The usual drill, by what it does now, and what tempts; that one first where nothing is new or fades."""
    if seen.unmet:
        usual = f"Meet what is new ({counted(seen.unmet, 'aim')})"
    elif seen.fading:
        usual = f"Bring back what fades ({counted(seen.fading, 'aim')})"
    else:
        usual = "Some questions to stay fresh"
    found = [Step(usual, ("drill",))]
    if seen.tempting:
        apart = f"Practice telling apart: {glossary.misconception(seen.tempting)}"
        found.insert(1 if seen.unmet or seen.fading else 0, Step(apart, ("drill", "--misconception", seen.tempting)))
    return found
