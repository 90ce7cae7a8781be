"""Keeping a mock exam while it is sat, and what comes of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from cps_quiz.core.drill.drill import Answer, Turn
from cps_quiz.core.exam.exam import Ending, Exam
from cps_quiz.core.exam.report import FinishedExam, outcomes
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.record.exam_record import to_kept
from cps_quiz.core.record.exam_text import asked_in, from_text, to_text
from cps_quiz.core.record.log import Attempt, Circumstances, Kept, Logged, Waiting, logged
from cps_quiz.core.record.marks import Flag
from cps_quiz.errors import EndedElsewhereError
from cps_quiz.journeys.asked_questions import Questions, as_asked, changed, kept
from cps_quiz.journeys.drill.keeping import LONGEST_SECONDS, Clock, Notices, Store, milliseconds, new_id
from cps_quiz.journeys.exam.checks import read_kept

KIND = "exam"
"""The kind of sitting in the store."""


class Exams(Protocol):
    """A store that knows the exams that are over. Raises QuizError when it cannot be read."""

    def exams(self) -> Sequence[Kept]:
        """The exams that are over, oldest first."""


class ExamStore(Store, Exams, Protocol):
    """Where exams are kept; what cannot be kept at once waits. Methods raise as those of `Store` do."""

    def take_over(self, attempt: str) -> None:
        """Have a sitting kept by this window from here on."""

    def finish(self, attempt: Attempt, entries: Iterable[Logged], exam: Kept, at: int) -> None:
        """Keep an exam that is over, and its answers."""


class ExamInProgress(NamedTuple):
    """An exam that was cut off or left: the id of its sitting, when it began (milliseconds), and how it stood.

    `owner` is the window that kept it; `changed` counts questions that are another in the banks by now.
    """

    id: str
    started_at: int
    exam: Exam
    owner: str | None = None
    changed: int = 0


class ExamBook:
    """Keeps one exam in a store, if there is one."""

    def __init__(
        self, store: ExamStore | None, clock: Clock, notices: Notices, earlier: ExamInProgress | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self._notices = notices
        self._asked_is_kept = False
        now = clock()
        self._id = earlier.id if earlier else new_id(now)
        self._started = earlier.started_at if earlier else milliseconds(now)

    @property
    def owner(self) -> str:
        """The window that keeps it."""
        return self._store.owner if self._store is not None else ""

    @property
    def waiting(self) -> Waiting | None:
        """What waits to be kept of it; None when all is kept, or there is no store."""
        return self._store.waiting if self._store is not None else None

    @property
    def is_kept(self) -> bool:
        """Whether all of it is kept."""
        return self._store is not None and self._store.waiting is None

    def taken_over(self) -> None:
        """The exam goes on in this window."""
        if self._store is not None:
            self._store.take_over(self._id)

    def moved(self, exam: Exam) -> None:
        """The exam stands so. Durable on return, or on the screen that it is not.

        Raises EndedElsewhereError or TakenOverError once another window has it.
        """
        if self._store is None:
            return
        if not self._asked_is_kept:
            self._store.keep_questions(kept(place.item) for place in exam.places)
            self._asked_is_kept = True
        if not self._store.save(self._attempt(exam, self._store)):
            self._store.check(self._id)
            raise EndedElsewhereError
        self._notices.look(self._store)

    def check(self) -> None:
        """Make sure that no other window has the exam; raises as `moved` does."""
        if self._store is not None:
            self._store.check(self._id)
            self._notices.look(self._store)

    def discarded(self, exam: Exam) -> None:
        """The exam is over, and nothing of it is to be kept but its flags."""
        if self._store is not None:
            self._keep_flags(exam, self._store)
            self._store.end(self._attempt(exam, self._store), milliseconds(self._clock()))

    def ended(self, exam: Exam, ending: Ending) -> FinishedExam:
        """The exam is over: its answers enter the memory, and its result is kept.

        The number is 0 as long as it could not be kept.
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
        if self._store is None:
            return finished
        self._keep_flags(exam, self._store)
        entries = self._entries(exam, finished)
        self._store.finish(self._attempt(exam, self._store), entries, to_kept(finished), at)
        self._notices.look(self._store)
        return next((one for one in finished_exams(self._store) if one.id == finished.id), finished)

    def closed(self) -> None:
        """The screen is about to go."""
        if self._store is not None:
            self._notices.close(self._store)

    def _keep_flags(self, exam: Exam, store: ExamStore) -> None:
        """What was flagged in an exam stays so after it."""
        at = milliseconds(self._clock())
        for place in exam.places:
            if place.flagged:
                store.keep_flag(Flag(place.item.id, flagged=True, at=at))

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
                    seconds=round(place.seconds, 1) if place.seconds <= LONGEST_SECONDS else None,
                    answered_at=finished.ended_at - left,
                    day=finished.day,
                ),
            )
            for left, (place, answer) in zip(range(len(answers) - 1, -1, -1), answers, strict=True)
        ]

    def _attempt(self, exam: Exam, store: ExamStore) -> Attempt:
        return Attempt(self._id, KIND, exam.seed, self._started, to_text(exam), store.owner)


def finished_exams(store: Exams) -> list[FinishedExam]:
    """The exams that are over, oldest first, under their numbers; records that cannot be read are left out."""
    return [
        finished
        for place, one in enumerate(store.exams(), 1)
        if (finished := read_kept(one, one.number or place)) is not None
    ]


def newest_in_progress(
    lefts: Iterable[Attempt], items: Mapping[ItemId, Item], store: Questions | None = None
) -> ExamInProgress | None:
    """The first of the exams that were cut off that can go on; None when there is none."""
    return next((sitting for left in lefts if (sitting := read_in_progress(left, items, store)) is not None), None)


def read_in_progress(
    left: Attempt, items: Mapping[ItemId, Item], store: Questions | None = None
) -> ExamInProgress | None:
    """The exam that was cut off, with its questions as they were asked; None when it can't go on.

    Those of older versions can't when one of their questions is another in the banks by now.
    """
    try:
        asked = asked_in(left.plan)
        exam = from_text(left.plan, left.seed, as_asked(store, asked, items))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None
    if exam is None:
        return None
    return ExamInProgress(left.id, left.started_at, exam, left.owner, changed(asked, items))
