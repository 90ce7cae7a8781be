"""The log of answers as JSON Lines, out and in."""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from cps_quiz.core.record.lines import (
    answer_line,
    aside_line,
    choice_line,
    exam_deleted_line,
    exam_line,
    flag_line,
    note_line,
    question_line,
    secret_line,
)
from cps_quiz.core.record.log import Aside, Attempt, Kept, Logged, Question, Rest
from cps_quiz.core.record.marks import Flag, Note
from cps_quiz.journeys.history_lines import read_lines


class Marked(Protocol):
    """What the learner marked. Methods raise QuizError when it cannot be read."""

    def flags(self) -> Sequence[Flag]:
        """Every flag, also those taken away."""

    def notes(self) -> Sequence[Note]:
        """Every note, also those taken away."""


class Log(Protocol):
    """A log of answers. Methods raise QuizError when it cannot be used."""

    def log(self) -> Iterator[tuple[Logged, int | None]]:
        """Every answer, and when it was undone (milliseconds) if it was."""

    def all_exams(self) -> Sequence[Kept]:
        """The mock exams that are over, also those that were deleted."""

    def questions(self) -> Sequence[Question]:
        """Questions as they were asked."""

    def settings(self) -> Mapping[str, str]:
        """Choices by name."""

    def asides(self) -> Sequence[Aside]:
        """What was put aside, or brought back."""

    @property
    def marks(self) -> Marked:
        """Flags and notes."""

    def unknown_lines(self) -> Sequence[str]:
        """Lines that only newer versions understand."""

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        """Add answers; how many were new."""

    def merge_exams(self, exams: Iterable[Kept]) -> int:
        """Add exams; how many were new."""

    def merge_rest(self, rest: Rest) -> None:
        """Add all else."""

    def secret(self) -> str | None:
        """The learner's secret, from which pseudonyms are made."""


class Merged(NamedTuple):
    """Lines of answers read, answers and exams that were new, and a sentence for each line that was skipped."""

    read: int
    new: int
    exams: int
    problems: list[str]


def export_lines(log: Log) -> Iterator[str]:
    """One JSON object for each answer, then for each mock exam, oldest first, then for all else."""
    for entry, undone_at in log.log():
        yield answer_line(entry, undone_at)
    exams = log.all_exams()
    yield from map(exam_line, exams)
    yield from (exam_deleted_line(exam.id, exam.deleted_at) for exam in exams if exam.deleted_at is not None)
    yield from map(question_line, log.questions())
    yield from (choice_line(name, value) for name, value in log.settings().items())
    yield from map(aside_line, log.asides())
    yield from map(flag_line, log.marks.flags())
    yield from map(note_line, log.marks.notes())
    yield from log.unknown_lines()
    if (secret := log.secret()) is not None:
        yield secret_line(secret)


def import_lines(log: Log, path: Path) -> Merged:
    """Merge the answers of a file; lines that are none are skipped and told of.

    Raises PathNotFoundError or QuizError when the file cannot be read.
    """
    read = read_lines(path)
    new, exams = log.merge(read.answers), log.merge_exams(read.exams)
    log.merge_rest(read.rest)
    return Merged(len(read.answers) + len(read.problems), new, exams, read.problems)


class Waited(Protocol):
    """A store that takes in what waited to be kept. Methods raise QuizError when it cannot be used."""

    def keep_answers(self, entries: Iterable[Logged]) -> None:
        """Keep answers that were given some time ago."""

    def merge_exams(self, exams: Iterable[Kept]) -> int:
        """Add exams; how many were new."""

    def merge_rest(self, rest: Rest) -> None:
        """Add all else."""

    def merge_sittings(self, sittings: Iterable[tuple[Attempt, int | None]]) -> None:
        """Note how sittings went on, and when they were over (milliseconds) if they were."""


def take_in(store: Waited, files: Iterable[Path]) -> int:
    """Keep what waited in files, a window's each, in the order of answering; how many answers those were."""
    found = [read_lines(file) for file in files]
    told = heapq.merge(*([entry for entry, _ in read.answers] for read in found), key=lambda entry: entry.answered_at)
    answers = {entry.id: entry for entry in told}
    store.keep_answers(answers.values())
    for read in found:
        store.merge_exams(read.exams)
        store.merge_rest(read.rest)
        last = {attempt.id: (attempt, ended_at) for attempt, ended_at in read.sittings}
        store.merge_sittings(last.values())
    return len(answers)
