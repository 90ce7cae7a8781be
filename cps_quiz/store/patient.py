"""A store that never lets a screen wait: what cannot be kept at once waits, and is tried again."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from cps_quiz.core.record.lines import (
    answer_line,
    aside_line,
    exam_line,
    flag_line,
    question_line,
    sitting_line,
    undone_line,
)
from cps_quiz.core.record.log import Aside, Attempt, Kept, Logged, Question, Waiting
from cps_quiz.core.record.marks import Flag
from cps_quiz.errors import QuizError
from cps_quiz.store.database import SHORT_PATIENCE_SECONDS, StoreDamagedError, StoreError
from cps_quiz.store.progress import Progress
from cps_quiz.store.spool import Spool
from cps_quiz.store.windows import Window

HURRY_SECONDS = 0.2
"""How long another program is waited for once something waits already."""


class _Step(NamedTuple):
    """Something to keep, and how to make the lines that tell it, if it has to wait.

    `answers` are those in it, which are kept even where the sitting has gone on elsewhere meanwhile;
    a step `instead_of` what has the same name takes its place. `run` is told whether it comes late.
    """

    run: Callable[[Progress, bool], object]
    lines: Callable[[], Sequence[str]]
    answers: tuple[Logged, ...] = ()
    instead_of: str = ""


class PatientProgress:
    """Keeps what a sitting does in the database at `path`, in its order, when it can.

    `progress` is the open database, None when it could not be opened because of `problem`.
    Methods raise EndedElsewhereError and TakenOverError, and never a StoreError.
    """

    def __init__(self, path: Path, progress: Progress | None, problem: StoreError | None = None) -> None:
        self._path = path
        self._progress = progress
        self._problem = problem
        self._steps: list[_Step] = []
        self._spool = Spool(path)
        self._doubted = False
        self.window = Window(path)
        if progress is not None:
            progress.be_patient(SHORT_PATIENCE_SECONDS)

    @property
    def owner(self) -> str:
        """The name of this window, seen by others from the first time that it is asked for."""
        self.window.open()
        return self.window.id

    @property
    def waiting(self) -> Waiting | None:
        """What waits to be kept; None when nothing does and the database is open."""
        if not self._steps and self._progress is not None:
            return None
        answers = sum(len(step.answers) for step in self._steps)
        reason = (self._problem or StoreDamagedError(self._path)).reason
        return Waiting(answers, reason, None if self._spool.file is None else str(self._spool.file))

    @property
    def held(self) -> bool:
        """Whether all that waits is at least in a file."""
        return self._spool.file is not None or not self._steps

    @property
    def moved(self) -> bool:
        """Whether the database was moved away in another window, and another one took its place."""
        return self._progress is not None and self._progress.moved

    def record(self, entry: Logged, attempt: Attempt) -> bool:
        """Keep an answer; whether its clock is doubted."""
        self._doubted = False

        def run(progress: Progress, late: bool) -> None:  # noqa: FBT001 - as it is called
            self._doubted = progress.record(entry, attempt, late=late)

        self._do(_Step(run, lambda: (answer_line(entry), sitting_line(attempt)), (entry,)))
        return self._doubted

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        """Take an answer back."""

        def lines() -> tuple[str, ...]:
            return undone_line(answer, at), sitting_line(attempt)

        self._do(_Step(lambda progress, _: progress.undo(answer, at, attempt), lines))

    def save(self, attempt: Attempt) -> bool:
        """Note how a sitting goes on; False when it was ended meanwhile, or taken over, in another window."""
        kept = True

        def run(progress: Progress, _late: bool) -> None:  # noqa: FBT001
            nonlocal kept
            kept = progress.save(attempt)

        self._do(_Step(run, lambda: (sitting_line(attempt),), instead_of=attempt.id))
        return kept

    def take_over(self, attempt: str) -> None:
        """Have a sitting kept by this window from here on."""
        owner = self.owner
        self._do(_Step(lambda progress, _: progress.take_over(attempt, owner), tuple))

    def end(self, attempt: Attempt, at: int) -> None:
        """Note that a sitting is over."""
        self._do(
            _Step(
                lambda progress, _: progress.end(attempt.id, at, attempt.owner),
                lambda: (sitting_line(attempt, at),),
            )
        )

    def finish(self, attempt: Attempt, entries: Iterable[Logged], exam: Kept, at: int) -> None:
        """Keep an exam that is over, and its answers."""
        answers = tuple(entries)

        def lines() -> list[str]:
            return [*map(answer_line, answers), exam_line(exam), sitting_line(attempt, at)]

        self._do(_Step(lambda progress, late: progress.finish(attempt, answers, exam, at, late=late), lines, answers))

    def keep_questions(self, questions: Iterable[Question]) -> None:
        """Keep questions as they are asked."""
        asked = tuple(questions)
        self._do(_Step(lambda progress, _: progress.keep_questions(asked), lambda: tuple(map(question_line, asked))))

    def keep_flag(self, flag: Flag) -> None:
        """Keep a flag, or that it was taken away."""
        self._do(_Step(lambda progress, _: progress.marks.keep(flags=[flag]), lambda: (flag_line(flag),)))

    def put_aside(self, aside: Aside) -> None:
        """Note that an item or topic is not to be asked now, or again."""
        self._do(_Step(lambda progress, _: progress.put_aside(aside), lambda: (aside_line(aside),)))

    def check(self, attempt: str) -> None:
        """Make sure that a sitting is still this window's; what waits is tried again.

        Raises EndedElsewhereError or TakenOverError.
        """
        self.retry()
        if self._progress is not None and not self._steps:
            try:
                self._progress.check(attempt, self.window.id)
            except StoreError:
                return

    def exams(self) -> list[Kept]:
        """The exams that are over; none while they cannot be read."""
        try:
            return self._progress.exams() if self._progress is not None and not self._steps else []
        except StoreError:
            return []

    def retry(self) -> None:
        """Try to keep what waits."""
        if self._steps or self._progress is None:
            self._try()

    def close(self) -> None:
        """Be gone, for others; what waits is left to the next start."""
        self._spool.close()
        self.window.close()

    def _do(self, step: _Step) -> None:
        if step.instead_of and self._steps and self._steps[-1].instead_of == step.instead_of:
            self._steps.pop()
        self._steps.append(step)
        if not self._try(step):
            held = self._spool.file is not None
            self._spool.add([line for one in ([step] if held else self._steps) for line in one.lines()])

    def _try(self, fresh: _Step | None = None) -> bool:
        """Keep what waits; whether nothing does any more. `fresh` was never tried before, nor told to be answered."""
        refused: QuizError | None = None
        try:
            progress = self._opened()
            while self._steps:
                refused = self._run(progress, self._steps[0], fresh) or refused
                self._steps.pop(0)
        except StoreError as error:
            self._problem = error
            if self._progress is not None:
                self._progress.be_patient(HURRY_SECONDS)
            return False
        if self._problem is not None:
            progress.be_patient(SHORT_PATIENCE_SECONDS)
            self._problem = None
        self._spool.clear()
        if refused is not None:
            raise refused
        return True

    def _run(self, progress: Progress, step: _Step, fresh: _Step | None) -> QuizError | None:
        """Keep one step; why it was refused, if it was."""
        try:
            step.run(progress, step is not fresh)
        except StoreError:
            raise
        except QuizError as error:
            if step is not fresh:
                progress.keep_answers(step.answers)
            return error
        return None

    def _opened(self) -> Progress:
        if self._progress is None:
            self._progress = Progress(self._path, HURRY_SECONDS)
        return self._progress
