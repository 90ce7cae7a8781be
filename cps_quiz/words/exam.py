"""Sentences about a mock exam that the full screen, the plain one and the report all say."""

from cps_quiz.core.counting import counted
from cps_quiz.core.exam.blueprint import STUDY_ONLY
from cps_quiz.core.exam.exam import Exam, Settings
from cps_quiz.words.durations import spoken, time_given

KEYS_HELP = (
    ("a b c ...", "answer, or change your answer; 1 2 3 ... do as well"),
    ("enter n right", "the next question"),
    ("p left", "the one before"),
    ("g", "go to a number"),
    ("f", "flag the question for later (F where f is an option)"),
    ("o", "overview: answered, open and flagged questions"),
    ("backspace", "take your answer back"),
    ("space", "the next part, where not all fits"),
    ("l", "how much time is left"),
    ("t", "take a break: the clock stops, and the report says so"),
    ("s", "hand the exam in"),
    ("q", "leave; the exam and its time are kept for later"),
)

CERTAINTY_HELP = ("1 2 3", "how sure you are of your answer: 1 sure, 2 unsure, 3 guessing")


def keys_help(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Each key and what it does."""
    if not settings.certainty:
        return KEYS_HELP
    (letters, _), *rest = KEYS_HELP
    return ((letters, "answer, or change your answer"), CERTAINTY_HELP, *rest)


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


def before(items: int, settings: Settings) -> list[str]:
    """What is said before the clock starts."""
    free = "You can move freely, change answers and flag questions. All is explained at the end, nothing before."
    left = "with the time that was left" if settings.seconds is not None else "where it was"
    kept = f"Each change is kept: should the window close, the exam goes on {left}."
    return [
        f"A mock exam of {counted(items, 'question')}. Time: {time_given(settings)}. Target: {settings.target:g}%.",
        STUDY_ONLY,
        f"{free} {kept}",
    ]


def cut_off(exam: Exam) -> str:
    """The offer to go on with an exam."""
    return (
        f"A mock exam was left at question {exam.at + 1} of {len(exam.places)}. {spoken_clock(exam)} Go on with it?"
        " If you begin anew, this one is scored as it stands, and the new one is what you ask for now."
    )


def kept_for_later(exam: Exam, command: str) -> str:
    """What becomes of an exam that was left; `command` goes on with it, "" when it could not be kept."""
    if not command:
        return "The exam was left. It could not be kept."
    return f"Your exam is kept. {spoken_clock(exam)} Go on with it: {command}"


def interrupted(command: str) -> str:
    """What becomes of an exam that was interrupted."""
    return f"Your exam is kept. Go on with it: {command}"


def asked_to_hand_in(exam: Exam) -> str:
    """The one question before an exam is handed in."""
    count = len(exam.open)
    if not count:
        return "Every question is answered. Hand in?"
    are = "question is" if count == 1 else "questions are"
    return f"{count} {are} open: {numbers(exam.open)}. Hand in all the same?"


TIME_UP = "Time is up. Your answers are handed in as they stand."
FLAGGED, UNFLAGGED = "Flagged.", "Flag taken away."
AGAIN = "Enter goes on with it, n begins anew, q leaves."
IN_LINES = (
    "One line answers a question, an empty one leaves it open, f flags it; the end of the lines hands in."
    " All is explained at the end, nothing before."
)


def on_break(exam: Exam) -> list[str]:
    """What is said while the clock stands still."""
    still = "" if exam.left is None else "The clock stands still. "
    return [f"You are on a break. {still}The report will say so.", spoken_clock(exam)]


def warned(seconds: float) -> str:
    """The clock's warning."""
    return f"{spoken(seconds).capitalize()} left."
