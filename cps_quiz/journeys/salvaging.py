"""Saving what can be read of a damaged log: what was found, what is lost, and how it comes into a store."""

from collections.abc import Iterable, Iterator
from re import compile as pattern
from typing import Protocol

from cps_quiz.core.record.log import Attempt, Kept, Logged, Rest
from cps_quiz.core.record.saved import Saved
from cps_quiz.errors import QuizError
from cps_quiz.journeys.foreign_values import is_count, is_day, is_text
from cps_quiz.journeys.history_lines import Read

_CONTROL = pattern(r"\\u(?:00[01][0-9a-f]|007f)")
"""Control characters as JSON writes them, but line breaks: remains of a page that was cut off or overwritten."""


class NothingSavedError(QuizError):
    """Nothing of a log can be read."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"Nothing of {path} can be read: it is no database of cps-quiz, or nothing of it is left. "
            "It was left as it is.",
            "Put back a copy with: cps-quiz history restore FILE, or start anew with: cps-quiz history reset",
        )


class Finds:
    """Lines that were found in any order; those that are none are left out."""

    def __init__(self) -> None:
        self.read = Read()
        self._given: dict[str | None, int] = {}
        self._counted = 0

    def line(self, line: str) -> bool:
        """Take a line in; whether it is one, and has no character that nobody types."""
        if _CONTROL.search(line):
            return False
        try:
            self.read.line(line)
        except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
            return False
        return True

    def given(self, machine: object, answers: object) -> bool:
        """Take in how many answers were given in a database."""
        if not (isinstance(machine, str) and is_text(machine) and isinstance(answers, int) and is_count(answers)):
            return False
        self._given[machine] = answers
        return True

    def counted(self, day: object, answers: object) -> bool:
        """Take in how many answers of a topic count on a day."""
        if not (isinstance(day, str) and is_day(day) and isinstance(answers, int) and is_count(answers)):
            return False
        self._counted += answers
        return True

    def saved(self, path: str) -> Saved:
        """What was found, and what is known to be lost. Raises NothingSavedError when nothing was found.

        Answers of a database are numbered from 1, and exams too, so that gaps tell; and so do the days' totals.
        """
        if not (self.read.answers or self.read.exams or self.read.sittings or self.read.rest != Rest()):
            raise NothingSavedError(path)
        numbers: dict[str | None, set[int]] = {}
        for entry, _ in self.read.answers:
            if entry.seq is not None:
                numbers.setdefault(entry.machine, set()).add(entry.seq)
        several = {machine for machine, found in numbers.items() if len(found) > 1}  # one alone may be a damaged name
        machines = several | self._given.keys()
        lost = sum(_missing(numbers.get(machine, set()), self._given.get(machine)) for machine in machines)
        undone = {answer for answer, _ in self.read.rest.undone}
        standing = sum(entry.id not in undone for entry, _ in self.read.answers)
        exams = {exam.number for exam in self.read.exams if exam.number is not None}
        return Saved(len(self.read.answers), len(self.read.exams), max(lost, self._counted - standing), _missing(exams))


def _missing(numbers: set[int], given: int | None = None) -> int:
    """How many of the numbers up to `given` are not there; without it, up to the highest that is."""
    last = max(numbers, default=0) if given is None else given
    return last - sum(number <= last for number in numbers)


class Emptied(Protocol):
    """A store that takes in what was saved. Methods raise QuizError when it cannot be used."""

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        """Add answers; how many were new."""

    def merge_exams(self, exams: Iterable[Kept]) -> int:
        """Add exams; how many were new."""

    def merge_sittings(self, sittings: Iterable[tuple[Attempt, int | None]]) -> None:
        """Note how sittings went on, and when they were over (milliseconds) if they were."""

    def merge_rest(self, rest: Rest) -> None:
        """Add all else."""


def pour(finds: Finds, store: Emptied) -> None:
    """Put what was found into a store, each answer and exam under its number."""
    read = finds.read
    store.merge(sorted(read.answers, key=lambda answer: answer[0].id))
    store.merge_exams(_numbered(read.exams))
    store.merge_sittings(read.sittings)
    store.merge_rest(read.rest)


def _numbered(exams: Iterable[Kept]) -> Iterator[Kept]:
    """Those with a number first, so that none is given to another exam."""
    return iter(sorted(exams, key=lambda exam: (exam.number is None, exam.number, exam.started_at)))
