"""What is said about the keeping of answers."""

from cps_quiz.core.counting import counted
from cps_quiz.core.record.log import Waiting

MOVED = "Your progress was moved away or deleted elsewhere: answers go into a new one."
STARTED_ANEW = (
    "Your progress was moved away in another window (history reset or restore), or deleted."
    " What you answer from here on is kept in a new one."
)
WRONG_CLOCK = (
    "The clock of this computer stood before your last answer, or before this program was made. Your answers are kept"
    " in their order, and count on the last day that is sure. Set the clock, then see: cps-quiz history repair"
)
TOTALS_MADE_AGAIN = (
    "Your progress was changed from outside, and its totals did not agree with its log. They were made again."
)


def waiting(what: Waiting) -> str:
    """The line on the screen while answers wait."""
    begun = f"Not kept yet: {counted(what.answers, 'answer')}" if what.answers else "Nothing can be kept yet"
    where = "" if what.file or not what.answers else ", in memory only: leave this window open"
    return f"{begun}{where} ({what.reason}). It is tried again with each answer."


def still_waiting(what: Waiting) -> str:
    """What is said at the end, when answers still wait."""
    if what.file is None:
        lost = counted(what.answers, "answer") if what.answers else "What you did"
        return f"{lost} could not be kept, not even in a file: {what.reason}."
    if not what.answers:
        return f"Not kept yet: where you stand ({what.reason}). The next start takes it in from {what.file}"
    return (
        f"Not kept yet: {counted(what.answers, 'answer')} ({what.reason})."
        f" The next start takes {'it' if what.answers == 1 else 'them'} in from {what.file}"
    )


def taken_in(answers: int) -> str:
    """What is said when answers that waited are kept."""
    return f"{counted(answers, 'answer')} that could not be kept before {'is' if answers == 1 else 'are'} kept now."


def changed_since(count: int) -> str:
    """What is said of questions that the banks have no more as they were."""
    if not count:
        return ""
    are = "question has" if count == 1 else "questions have"
    it = "it is" if count == 1 else "they are"
    return f"{count} of its {are} changed in your banks since, or gone from them; {it} asked as before."


def put_aside(id_: str) -> str:
    """That something is not asked any more."""
    return f"{id_} is put aside: neither drills nor exams ask it. To bring it back: cps-quiz bank back {id_}"


def brought_back(id_: str) -> str:
    """That it is asked again."""
    return f"{id_} is asked again."
