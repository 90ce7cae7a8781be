"""What is said about the log of answers: its copies, and how it is mended."""

from pathlib import Path

from cps_quiz.core.counting import counted
from cps_quiz.core.record.log import Logged
from cps_quiz.core.record.saved import Saved
from cps_quiz.words.steps import Step

NOTHING_TO_UNDO = "There is no answer of a drill to take back."
NOTHING_TO_REPAIR = "All answers are in the order of their times: there is nothing to repair."
REPAIR = "Count these answers so from here on?"
REPAIRED = "The answers are counted anew, and the schedule and the totals were made again."
NOT_REPAIRED = "Nothing was changed. To change it: cps-quiz history repair --yes"
RECORD = "Your record"
NO_ANSWERS = "You have not answered anything yet."
MORE = "Copy, merge, mend, start anew: cps-quiz history -h"
REBUILT = "The schedule and the totals were made again from the log."


def kept_since(answers: int, exams: int, day: str) -> str:
    """How much is kept, and since which day."""
    sat = f" and {counted(exams, 'mock exam')}" if exams else ""
    return f"{counted(answers, 'answer')}{sat} since {day}."


def kept_at(path: Path) -> str:
    """Where it is."""
    return f"What you answer is kept in {path}, on this machine only."


def day(name: str, answers: int, asked: int, right: int) -> str:
    """One day of practice: answers, first tries, and those that were right."""
    share = f", {right} of {asked} right at the first try" if asked else ""
    return f"{name}: {counted(answers, 'answer')}{share}."


def steps(own_words: int, flagged: int, notes: int) -> list[Step]:
    """What can be done with it."""
    found = [
        (flagged + notes, Step("See your notes and flags", ("history", "notes"))),
        (own_words, Step(f"Read what you wrote in your own words ({own_words})", ("history", "own-words"))),
        (flagged, Step(f"Go through what you flagged ({flagged})", ("drill", "--flagged"))),
        (1, Step("Look at your progress", ("progress",))),
    ]
    return [step for there_is, step in found if there_is]


def backed_up(file: Path) -> str:
    """Where a copy is, and how it comes back."""
    return f"All your progress is in {file}. To put it back: cps-quiz history restore {file}"


def restored(kept: Path | None) -> str:
    """What became of the progress that a copy took the place of."""
    return f"The copy is put back. What was there before was moved to {kept}." if kept else "The copy is put back."


def moved(kept: Path | None) -> str:
    """What became of the progress when it is started anew."""
    return f"Your progress was moved to {kept}." if kept else "There was no progress to move."


def whole(path: Path, *, copy: bool) -> str:
    """That there is nothing to save."""
    hint = f" To put it back: cps-quiz history restore {path}" if copy else ""
    return f"{path} is whole: there is nothing to save, and nothing was changed.{hint}"


def saved(what: Saved, path: Path, kept: Path | None) -> list[str]:
    """What could be read of a damaged file, what is lost, and where that file is (`kept` None: where it was)."""
    found, lost = _both(what.answers, what.exams), _both(what.lost_answers, what.lost_exams)
    place = "They stand in new progress." if kept else "They are added to your progress."
    return [
        f"Read from the damaged file: {found}. {place}",
        f"Lost, by their numbers and totals: {lost}." if what.lost else "By their numbers and totals, none is lost.",
        f"The damaged file was moved to {kept}." if kept else f"{path} was left as it is.",
    ]


def _both(answers: int, exams: int) -> str:
    told = [counted(exams, "mock exam")] if exams else []
    return " and ".join([counted(answers, "answer"), *told] if answers or not exams else told)


def undone(entry: Logged) -> str:
    """That an answer was taken back."""
    return f"Your answer to {entry.item} on {entry.day} is taken back. The log keeps a note of it."


def recounted(before: Logged, after: Logged) -> str:
    """What would change of one answer."""
    why = "its clock was wrong" if after.doubtful else "its clock was right"
    return f"{after.item}: counts on {before.practice_day} now, would count on {after.practice_day} ({why})."


def deleted(number: int, answers: int) -> str:
    """That a mock exam was deleted."""
    return (
        f"Mock exam {number} is deleted, and its {counted(answers, 'answer')} "
        f"{'counts' if answers == 1 else 'count'} no more. The log keeps a note of it; its number is not given again."
    )
