"""What is said before and in a mock exam, and in the walk through its questions."""

from collections.abc import Sequence
from pathlib import Path

from cps_quiz.core.counting import counted
from cps_quiz.core.exam.exam import Exam, Place, Settings
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.words.drill import THEN
from cps_quiz.words.durations import spoken, time_given

MOCK_EXAM = "Mock exam"
TIME_UP = "Time is up. Your answers are handed in as they stand."
FLAG = "flagged"
"""Beside the number of a question."""

FLAGGED, UNFLAGGED = "Flagged.", "Flag taken away."
NOT_KEPT = "No question was answered, so this exam is not kept."
NO_ANSWER = "No answer."
NOT_SAID = "not said yet"
NONE_BEFORE = "There is no question before this one."
ANSWER_FIRST = "Answer first, then say how sure you are."
CELLS = ("x answered", ". open", "! flagged")
"""What the signs in the overview mean."""

STUDY_ONLY = (
    "These are settings for study, not the official exam's: its length, pass mark and format are not published."
)
"""What is said wherever an exam's settings are shown."""


def minutes(seconds: float) -> str:
    """A time as minutes and seconds, like 41:07."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def clock(exam: Exam) -> str:
    """What the clock says; it counts down to 0:00, so a second that has begun still counts."""
    left = exam.left
    return "no clock" if left is None else f"{minutes(-(-left // 1))} left"


def spoken_clock(exam: Exam) -> str:
    """The same as a sentence."""
    left = exam.left
    if left is None:
        return f"There is no clock. You have spent {spoken(exam.spent)}."
    return f"{spoken(left).capitalize()} left."


def standing(exam: Exam) -> list[str]:
    """How much is answered, open and flagged, in sentences."""
    open_, flagged = exam.open, exam.flagged
    found = [f"{len(exam.places) - len(open_)} of {counted(len(exam.places), 'question')} answered."]
    if open_:
        found.append(f"Open: {numbers(open_)}.")
    if exam.half:
        found.append(f"Half answered: {numbers(exam.half)}.")
    if flagged:
        found.append(f"Flagged: {numbers(flagged)}.")
    return found


def numbers(places: tuple[int, ...]) -> str:
    """Places (from 0) as numbers, with runs drawn together: 3, 5 to 9."""
    runs: list[list[int]] = []
    for at in places:
        if runs and runs[-1][1] == at - 1:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    parts = [str(a + 1) if a == b else f"{a + 1}{',' if b == a + 1 else ' to'} {b + 1}" for a, b in runs]
    return ", ".join(parts)


def before(items: int, settings: Settings, *, kept: bool = True) -> list[str]:
    """What is said before the clock starts; `kept` tells whether anything can be kept now."""
    free = "You can move freely, change answers and flag questions. All is explained at the end, nothing before."
    left = "with the time that was left" if settings.seconds is not None else "where it was"
    keeps = f" Each change is kept: should the window close, the exam goes on {left}." if kept else ""
    return [
        f"A mock exam of {counted(items, 'question')}. Time: {time_given(settings)}. Target: {settings.target:g}%.",
        STUDY_ONLY,
        f"{free}{keeps}",
    ]


def cut_off(exam: Exam, changed: str = "") -> str:
    """The offer to go on with an exam; `changed` tells of questions that the banks have otherwise by now."""
    return (
        f"A mock exam was left at question {exam.at + 1} of {len(exam.places)}. {_then(spoken_clock(exam))}"
        f"{_then(changed)}Go on with it?"
        " If you begin anew, this one is scored as it stands, and the new one is what you ask for now."
    )


def open_elsewhere(exam: Exam, changed: str = "") -> str:
    """The offer to take over an exam from another window."""
    return (
        f"A mock exam is open in another window, at question {exam.at + 1} of {len(exam.places)}."
        f" {_then(spoken_clock(exam))}{_then(changed)}Go on with it here? The other window then stops saving."
        " If you begin anew, it goes on there."
    )


def _then(sentence: str) -> str:
    return f"{sentence} " if sentence else ""


def kept_for_later(exam: Exam, command: str) -> str:
    """What becomes of an exam that was left; `command` goes on with it, "" when it is not kept."""
    if not command:
        return "The exam was left."
    return f"Your exam is kept. {spoken_clock(exam)} Go on with it: {command}"


def interrupted(command: str) -> str:
    """What becomes of an exam that was interrupted."""
    return f"Your exam is kept. Go on with it: {command}"


def asked_to_hand_in(exam: Exam) -> str:
    """The one question before an exam is handed in."""
    told = [_are(exam.open, "open"), _are(exam.half, "half answered")]
    if not any(told):
        return "Every question is answered. Hand in?"
    return " ".join([*filter(None, told), "Hand in all the same?"])


def some_open(count: int, which: str) -> str:
    """The same where some questions have no answer; `which` are their numbers."""
    are = "question is" if count == 1 else "questions are"
    return f"{count} {are} open: {which}. Hand in all the same?"


def _are(places: tuple[int, ...], what: str) -> str:
    if not places:
        return ""
    return f"{len(places)} {'question is' if len(places) == 1 else 'questions are'} {what}: {numbers(places)}."


def walk(which: str, count: int) -> str:
    """The step that walks through some questions of an exam that is over."""
    questions = counted(count, "question")
    return {"missed": f"See the {count} not right", "flagged": f"See the {count} flagged"}.get(
        which, f"See all: {questions}"
    )


def on_break(exam: Exam) -> list[str]:
    """What is said while the clock stands still."""
    still = "" if exam.left is None else "The clock stands still. "
    return [f"You are on a break. {still}The report will say so.", spoken_clock(exam)]


def warned(seconds: float) -> str:
    """The clock's warning."""
    return f"{spoken(seconds).capitalize()} left."


def answered(count: int) -> str:
    """How much is answered, beside a bar."""
    return f"{count} answered"


def go_to(typed: str) -> str:
    """What is typed of the number of a question."""
    return f"Go to question: {typed}"


def no_such_question(number: int, last: int) -> str:
    """The complaint about a number."""
    return f"There is no question {number}; the last one is {last}."


def sure_now(asked: str, said: str) -> str:
    """How sure the learner is, behind the question for it."""
    return f"{asked} (now: {said})"


def you_are(certainty: Confidence) -> str:
    """The same once it was said."""
    return f"You are {certainty.value}."


def so_far(letters: Sequence[str]) -> str:
    """The steps of an order that is not complete."""
    return f"So far: {THEN.join(letters)}."


def your_answer(given: str) -> str:
    """An answer by its letters."""
    return f"Your answer: {given}."


def question(number: int) -> str:
    """A question by its number."""
    return f"Question {number}"


def heading(exam: Exam, given: str) -> str:
    """Where the exam stands, whether the question is flagged and what was answered, in sentences."""
    flagged = f" {FLAGGED}" if exam.place.flagged else ""
    answer = f" {your_answer(given)}" if given else ""
    return f"{question(exam.at + 1)} of {len(exam.places)}.{flagged}{answer}"


def verdict(place: Place) -> str:
    """How the answer went, kindly."""
    if place.response is None:
        return "Left open."
    score = place.item.body.score(place.response)
    if score.points and not score.full:
        return "Partly right, which counts as not right. Here is why."
    return "Right." if score.full else "Not this one. Here is why."


def printed(questions: Path, key: Path) -> str:
    """Where a paper exam is."""
    return f"The questions are in {questions}, the key with all reasons in {key}. Print them from your browser."
