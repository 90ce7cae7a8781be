"""Keeping what a learner answers while a drill goes on."""

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Protocol

from cps_quiz.core.drill.drill import Answer, Drill
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.log import Aside, Attempt, Logged, Question, Waiting
from cps_quiz.core.record.marks import Flag
from cps_quiz.words import keeping as keeping_words

Clock = Callable[[], datetime]
"""The time now, in the learner's own time zone."""


Seconds = Callable[[], float]
"""Seconds that only ever grow, from any start."""

LONGEST_SECONDS = 30 * 60
"""Nobody reads that long: a time over it says nothing of the answer."""


class Store(Protocol):
    """Where a drill is kept. What cannot be kept at once waits, and is tried again.

    Methods raise EndedElsewhereError or TakenOverError once another window has the drill.
    """

    @property
    def owner(self) -> str:
        """The name of this window."""

    @property
    def waiting(self) -> Waiting | None:
        """What waits to be kept."""

    @property
    def moved(self) -> bool:
        """Whether all is kept in another place by now."""

    def record(self, entry: Logged, attempt: Attempt) -> bool:
        """Keep an answer, and how its sitting goes on; whether its clock is doubted."""

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        """Take an answer back."""

    def save(self, attempt: Attempt) -> bool:
        """Note how a sitting goes on; False once another window has it."""

    def end(self, attempt: Attempt, at: int) -> None:
        """Note that a sitting is over."""

    def keep_questions(self, questions: Iterable[Question]) -> None:
        """Keep questions as they are asked."""

    def keep_flag(self, flag: Flag) -> None:
        """Keep a flag, or that it was taken away."""

    def put_aside(self, aside: Aside) -> None:
        """Note that an item is not to be asked now."""

    def check(self, attempt: str) -> None:
        """Make sure that no other window has a sitting."""


def new_id(at: datetime) -> str:
    """An id that no other machine will make: the time, so that ids are in its order, and 80 random bits."""
    return f"{milliseconds(at):012x}{os.urandom(10).hex()}"


def milliseconds(at: datetime) -> int:
    """Milliseconds since 1970 in UTC."""
    return round(at.astimezone(UTC).timestamp() * 1000)


class Notices:
    """Says what there is to say about keeping: `complain` once, `notice` what stands on the screen ("" for nothing)."""

    def __init__(self, complain: Callable[[str], None], notice: Callable[[str], None]) -> None:
        self.complain = complain
        self.notice = notice
        self._standing = ""
        self._said = set[str]()

    def once(self, sentence: str) -> None:
        """Say something that holds from here on."""
        if sentence not in self._said:
            self._said.add(sentence)
            self.complain(sentence)

    def look(self, store: Store) -> None:
        """Tell how the keeping goes."""
        waiting = store.waiting
        standing = keeping_words.waiting(waiting) if waiting else ""
        if store.moved:
            standing = standing or keeping_words.MOVED
            self.once(keeping_words.STARTED_ANEW)
        if standing != self._standing:
            self._standing = standing
            self.notice(standing)

    def close(self, store: Store) -> None:
        """Tell what waits at the end."""
        if waiting := store.waiting:
            self.once(keeping_words.still_waiting(waiting))


class Keeper:
    """Keeps a drill in a store, if there is one. `kind` tells sittings that count from those that leave the schedule.

    `clock` is in the learner's own time zone, where midnight is when their day begins; `seconds` only ever grow.
    """

    def __init__(
        self, store: Store | None, clock: Clock, seconds: Seconds, notices: Notices, *, cram: bool = False
    ) -> None:
        self._store = store
        self._clock = clock
        self._seconds = seconds
        self._notices = notices
        self._cram = cram
        self.kind = "cram" if cram else "drill"
        self._answers: list[str] = []
        self._started = clock()
        self._shown = seconds()
        self._attempt = new_id(self._started)
        self._asked: set[ItemId] = set()

    def resume(self, attempt: str, answers: Iterable[str]) -> None:
        """An earlier sitting goes on, in which these answers were given."""
        self._attempt, self._answers = attempt, list(answers)

    def shown(self) -> None:
        """A question appears: the learner's time starts."""
        if self._store is not None:
            self._store.check(self._attempt)
            self._notices.look(self._store)
        self._shown = self._seconds()

    def answered(self, drill: Drill, answer: Answer, confidence: Confidence | None) -> None:
        """`answer` was given, and `drill` is what follows. Durable on return, or on the screen that it is not."""
        from cps_quiz.core.record.log import Circumstances, logged

        now = self._clock()
        taken = self._seconds() - self._shown
        around = Circumstances(
            id=new_id(now),
            attempt=self._attempt,
            confidence=confidence,
            cram=self._cram,
            seed=drill.seed,
            seconds=round(taken, 1) if taken <= LONGEST_SECONDS else None,
            answered_at=milliseconds(now),
            day=(self._started if answer.turn.again else now).date().isoformat(),
        )
        self._keep(lambda store: self._record(store, logged(answer, around), drill), drill, answer)
        self._answers.append(around.id)

    def undone(self, drill: Drill) -> None:
        """The last answer was taken back, and `drill` is what was before it."""
        if self._answers:
            answer, now = self._answers[-1], milliseconds(self._clock())
            self._keep(lambda store: store.undo(answer, now, self._sitting(drill, store)), drill)
            self._answers.pop()

    def moved(self, drill: Drill) -> None:
        """A question was skipped."""
        self._keep(lambda store: self._save(store, drill), drill)

    def flagged(self, drill: Drill, item: ItemId) -> None:
        """A question was flagged, or its flag taken away: that outlasts the drill."""
        flag = Flag(item, item in drill.flagged, milliseconds(self._clock()))
        self._keep(lambda store: store.keep_flag(flag), drill)
        self.moved(drill)

    def put_aside(self, drill: Drill, item: ItemId) -> None:
        """An item is not to be asked any more, until it is brought back; `drill` goes on without it."""
        aside = Aside("item", item, 1, milliseconds(self._clock()))
        self._keep(lambda store: store.put_aside(aside), drill)
        self.moved(drill)

    def ended(self, drill: Drill) -> None:
        """The drill is over, or the learner stopped it."""
        if self._store is not None:
            self._store.end(self._sitting(drill, self._store), milliseconds(self._clock()))

    def closed(self) -> None:
        """The screen is about to go."""
        if self._store is not None:
            self._notices.close(self._store)

    def _save(self, store: Store, drill: Drill) -> None:
        if not store.save(self._sitting(drill, store)):
            store.check(self._attempt)

    def _record(self, store: Store, entry: Logged, drill: Drill) -> None:
        if store.record(entry, self._sitting(drill, store)):
            self._notices.once(keeping_words.WRONG_CLOCK)

    def _sitting(self, drill: Drill, store: Store) -> Attempt:
        from cps_quiz.core.record.drill_text import to_text

        plan = to_text(drill) if drill.queue else ""
        return Attempt(self._attempt, self.kind, drill.seed, milliseconds(self._started), plan, store.owner)

    def _keep(self, action: Callable[[Store], object], drill: Drill, answer: Answer | None = None) -> None:
        if self._store is None:
            return
        self._keep_asked(self._store, drill, answer)
        action(self._store)
        self._notices.look(self._store)

    def _keep_asked(self, store: Store, drill: Drill, answer: Answer | None) -> None:
        """Keep the questions of the drill as they are asked, before anything else of it."""
        from cps_quiz.journeys.asked_questions import kept

        asked = [turn.item for turn in (*drill.queue, *([answer.turn] if answer else []))]
        new = {item.id: item for item in asked if item.id not in self._asked}
        if new:
            store.keep_questions(map(kept, new.values()))
            self._asked |= new.keys()
