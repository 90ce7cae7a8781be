"""Keeping what a learner answers while a drill goes on."""

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Protocol

from cps_quiz.core.drill.drill import Answer, Drill
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.record.log import Attempt, Logged
from cps_quiz.errors import QuizError
from cps_quiz.words import drill as drill_words

Clock = Callable[[], datetime]
"""The time now, in the learner's own time zone."""


class Store(Protocol):
    """Where a drill is kept. Methods raise QuizError when that fails."""

    def record(self, entry: Logged, attempt: Attempt) -> None:
        """Keep an answer, and how its sitting goes on."""

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        """Take an answer back."""

    def save(self, attempt: Attempt) -> object:
        """Note how a sitting goes on."""

    def end(self, attempt: str, at: int) -> None:
        """Note that a sitting is over."""


def new_id(at: datetime) -> str:
    """An id that no other machine will make: the time, so that ids are in its order, and 80 random bits."""
    return f"{milliseconds(at):012x}{os.urandom(10).hex()}"


def milliseconds(at: datetime) -> int:
    """Milliseconds since 1970 in UTC."""
    return round(at.astimezone(UTC).timestamp() * 1000)


class Keeper:
    """Keeps a drill in a store, if there is one.

    When that fails it says so once, and the drill goes on unkept. `kind` tells sittings that
    count from those that leave the schedule as it is.
    """

    def __init__(
        self, store: Store | None, clock: Clock, complain: Callable[[str], None], *, cram: bool = False
    ) -> None:
        self._store = store
        self._clock = clock
        self._complain = complain
        self._cram = cram
        self.kind = "cram" if cram else "drill"
        self._answers: list[str] = []
        self._started = self._shown = clock()
        self._attempt = new_id(self._started)

    def resume(self, attempt: str, answers: Iterable[str]) -> None:
        """An earlier sitting goes on, in which these answers were given."""
        self._attempt, self._answers = attempt, list(answers)

    def shown(self) -> None:
        """A question appears: the learner's time starts."""
        self._shown = self._clock()

    def answered(self, drill: Drill, answer: Answer, confidence: Confidence | None) -> None:
        """`answer` was given, and `drill` is what follows. Durable on return."""
        from cps_quiz.core.record.log import Circumstances, logged

        now = self._clock()
        around = Circumstances(
            id=new_id(now),
            attempt=self._attempt,
            confidence=confidence,
            cram=self._cram,
            seed=drill.seed,
            seconds=round((now - self._shown).total_seconds(), 1),
            answered_at=milliseconds(now),
            day=now.date().isoformat(),
        )
        self._answers.append(around.id)
        self._try(lambda store: store.record(logged(answer, around), self._sitting(drill)))

    def undone(self, drill: Drill) -> None:
        """The last answer was taken back, and `drill` is what was before it."""
        if self._answers:
            answer, now = self._answers.pop(), milliseconds(self._clock())
            self._try(lambda store: store.undo(answer, now, self._sitting(drill)))

    def moved(self, drill: Drill) -> None:
        """A question was skipped or flagged."""
        self._try(lambda store: store.save(self._sitting(drill)))

    def ended(self) -> None:
        """The drill is over, or the learner stopped it."""
        self._try(lambda store: store.end(self._attempt, milliseconds(self._clock())))

    def _sitting(self, drill: Drill) -> Attempt:
        from cps_quiz.core.record.drill_text import to_text

        plan = to_text(drill) if drill.queue else ""
        return Attempt(self._attempt, self.kind, drill.seed, milliseconds(self._started), plan)

    def _try(self, action: Callable[[Store], object]) -> None:
        if self._store is None:
            return
        try:
            action(self._store)
        except QuizError as error:
            self._store = None
            self._complain(f"{error.sentence} {drill_words.KEPT_NO_MORE} {error.hint}")
