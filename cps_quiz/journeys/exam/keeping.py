"""Keeping a mock exam while it is sat, and what comes of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from cps_quiz.core.drill.drill import Answer, Turn
from cps_quiz.core.exam.exam import Ending, Exam
from cps_quiz.core.exam.report import FinishedExam, outcomes
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.record.exam_record import to_kept
from cps_quiz.core.record.exam_text import from_text, to_text
from cps_quiz.core.record.log import Attempt, Circumstances, Kept, Logged, logged
from cps_quiz.errors import EndedElsewhereError, QuizError
from cps_quiz.journeys.drill.keeping import Clock, milliseconds, new_id
from cps_quiz.journeys.exam.checks import read_kept
from cps_quiz.words import exam as exam_words

KIND = "exam"
"""The kind of sitting in the store."""


class ExamStore(Protocol):
    """Where exams are kept. Methods raise QuizError when that fails."""

    def save(self, attempt: Attempt) -> bool:
        """Note how a sitting goes on; False when it was ended meanwhile, in another window."""

    def finish(self, attempt: Attempt, entries: Iterable[Logged], exam: Kept, at: int) -> None:
        """Keep an exam that is over, and its answers."""

    def exams(self) -> Sequence[Kept]:
        """The exams that are over, oldest first."""


class ExamInProgress(NamedTuple):
    """An exam that was cut off or left: the id of its sitting, when it began (milliseconds), and how it stood."""

    id: str
    started_at: int
    exam: Exam


class ExamBook:
    """Keeps one exam in a store, if there is one.

    When that fails it says so once, and the exam goes on unkept.
    """

    def __init__(
        self,
        store: ExamStore | None,
        clock: Clock,
        complain: Callable[[str], None],
        earlier: ExamInProgress | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._complain = complain
        now = clock()
        self._id = earlier.id if earlier else new_id(now)
        self._started = earlier.started_at if earlier else milliseconds(now)

    @property
    def is_kept(self) -> bool:
        """Whether there is a store that keeps it."""
        return self._store is not None

    def moved(self, exam: Exam) -> None:
        """The exam stands so. Durable on return. Raises EndedElsewhereError once another window ended it."""
        if self._store is None:
            return
        try:
            kept = self._store.save(self._attempt(exam))
        except QuizError as error:
            self._give_up(error)
            return
        if not kept:
            self._store = None
            raise EndedElsewhereError

    def ended(self, exam: Exam, ending: Ending) -> FinishedExam:
        """The exam is over: its answers enter the memory, and its result is kept.

        The number is 0 when it could not be kept.
        """
        now = self._clock()
        at = milliseconds(now)
        finished = FinishedExam(
            id=self._id,
            number=0,
            started_at=self._started,
            ended_at=at,
            day=now.date().isoformat(),
            ending=ending,
            seed=exam.seed,
            settings=exam.settings,
            breaks=exam.breaks,
            spent=round(exam.spent, 1),
            outcomes=outcomes(exam),
        )
        if self._store is not None:
            try:
                self._store.finish(self._attempt(exam), self._entries(exam, finished), to_kept(finished), at)
                return next(one for one in finished_exams(self._store) if one.id == finished.id)
            except QuizError as error:
                self._give_up(error)
        return finished

    def _entries(self, exam: Exam, finished: FinishedExam) -> list[Logged]:
        """The log's lines, a millisecond apart, so that they stay in the order of the exam."""
        now = self._clock()
        answers = [
            (place, Answer(Turn(place.item), place.response, place.item.body.score(place.response)))
            for place in exam.places
            if place.response is not None
        ]
        return [
            logged(
                answer,
                Circumstances(
                    id=new_id(now),
                    attempt=self._id,
                    confidence=place.certainty,
                    cram=False,
                    seed=exam.seed,
                    seconds=round(place.seconds, 1),
                    answered_at=finished.ended_at - left,
                    day=finished.day,
                ),
            )
            for left, (place, answer) in zip(range(len(answers) - 1, -1, -1), answers, strict=True)
        ]

    def _attempt(self, exam: Exam) -> Attempt:
        return Attempt(self._id, KIND, exam.seed, self._started, to_text(exam))

    def _give_up(self, error: QuizError) -> None:
        self._store = None
        self._complain(f"{error.sentence} {exam_words.KEPT_NO_MORE} {error.hint}")


class Exams(Protocol):
    """A store that knows the exams that are over. Raises QuizError when it cannot be read."""

    def exams(self) -> Sequence[Kept]:
        """The exams that are over, oldest first."""


def finished_exams(store: Exams) -> list[FinishedExam]:
    """The exams that are over, oldest first, numbered from 1; records that cannot be read are left out."""
    return [
        finished for number, kept in enumerate(store.exams(), 1) if (finished := read_kept(kept, number)) is not None
    ]


def newest_in_progress(lefts: Iterable[Attempt], items: Mapping[ItemId, Item]) -> ExamInProgress | None:
    """The first of the exams that were cut off that can go on; None when there is none."""
    return next((sitting for left in lefts if (sitting := read_in_progress(left, items)) is not None), None)


def read_in_progress(left: Attempt, items: Mapping[ItemId, Item]) -> ExamInProgress | None:
    """The exam that was cut off; None when it can't go on, as one of its questions is another by now."""
    try:
        exam = from_text(left.plan, left.seed, items)
    except (ValueError, KeyError, TypeError, IndexError):
        return None
    return ExamInProgress(left.id, left.started_at, exam) if exam is not None else None
