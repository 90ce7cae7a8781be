"""A mock exam being sat: free to move and to change answers, no feedback until the end.

An `Exam` never changes: each move gives a new one.
"""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from cps_quiz.core.drill.drill import shown_order
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.asking import asked_for
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.response import Chosen, Response

WARNINGS = (600.0, 60.0)
"""Seconds left at which the clock speaks up."""


TICK = 1.0
"""Seconds between two looks at the clock."""


class Ending(Enum):
    """How an exam ended."""

    HANDED_IN = "handed in"
    TIME = "time was up"
    LEFT = "left unfinished"


class Settings(NamedTuple):
    """What was agreed on before: `seconds` of time (None without a clock), `target` in percent.

    `factor` is what the time was stretched by, `certainty` whether each answer says how sure it is.
    """

    seconds: float | None = 3600.0
    target: float = 80.0
    factor: float = 1.0
    certainty: bool = False


class Place(NamedTuple):
    """A question of the exam by its number, from 1, and what the learner did; `seconds` that it was on the screen."""

    number: int
    item: Item
    response: Response | None = None
    certainty: Confidence | None = None
    flagged: bool = False
    seconds: float = 0.0


class Breaks(NamedTuple):
    """What interrupted the exam: breaks taken and their seconds, and how often it was left and come back to.

    `away` are seconds in which it was open and yet not on the screen: the program was stopped, or the computer slept.
    """

    taken: int = 0
    seconds: float = 0.0
    resumed: int = 0
    away: float = 0.0


class Exam(NamedTuple):
    """Where an exam stands: the question `at` (from 0) is on the screen; `spent` seconds have run."""

    seed: int
    settings: Settings
    places: tuple[Place, ...]
    at: int = 0
    spent: float = 0.0
    breaks: Breaks = Breaks()

    @classmethod
    def start(cls, items: Iterable[Item], settings: Settings, seed: int) -> "Exam":
        """An exam of `items` in their order."""
        return cls(seed, settings, tuple(Place(number, item) for number, item in enumerate(items, 1)))

    @property
    def place(self) -> Place:
        """The question on the screen."""
        return self.places[self.at]

    @property
    def left(self) -> float | None:
        """Seconds left, never below 0; None without a clock."""
        seconds = self.settings.seconds
        return None if seconds is None else max(0.0, seconds - self.spent)

    @property
    def tick(self) -> float:
        """Seconds to wait for a key until the clock is to be looked at: TICK at most."""
        return TICK if self.left is None else min(TICK, self.left)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.left == 0

    @property
    def open(self) -> tuple[int, ...]:
        """The places (from 0) without an answer."""
        return tuple(at for at, place in enumerate(self.places) if place.response is None)

    @property
    def half(self) -> tuple[int, ...]:
        """The places (from 0) with another number of choices than the question asks for."""
        return tuple(at for at, place in enumerate(self.places) if _is_half(place))

    @property
    def flagged(self) -> tuple[int, ...]:
        """The places (from 0) with a flag."""
        return tuple(at for at, place in enumerate(self.places) if place.flagged)

    def order(self, at: int) -> tuple[int, ...]:
        """Authored indices of the parts of the question at a place, in the order to show them."""
        item = self.places[at].item
        return shown_order(item.body.interaction(), self.seed, f"{item.id}/0")

    def answer(self, response: Response | None) -> "Exam":
        """The exam with another answer to the present question, None for none; a certainty was of the one before."""
        certainty = self.place.certainty if response == self.place.response else None
        return self._changed(self.place._replace(response=response, certainty=certainty))

    def sure(self, certainty: Confidence) -> "Exam":
        """The exam with a certainty for the present answer."""
        return self._changed(self.place._replace(certainty=certainty))

    def flag(self) -> "Exam":
        """The exam with the present question flagged, or its flag taken away."""
        return self._changed(self.place._replace(flagged=not self.place.flagged))

    def go(self, at: int) -> "Exam":
        """The exam with the question at another place on the screen, as near as there is one."""
        return self._replace(at=min(max(at, 0), len(self.places) - 1))

    def run(self, seconds: float) -> "Exam":
        """The exam after that many seconds with the present question, the last of them cut off at zero."""
        counted = seconds if self.left is None else min(seconds, self.left)
        place = self.place._replace(seconds=self.place.seconds + counted)
        return self._changed(place)._replace(spent=self.spent + counted)

    def paused(self, seconds: float) -> "Exam":
        """The exam after a break."""
        taken, before = self.breaks.taken + 1, self.breaks.seconds + seconds
        return self._replace(breaks=self.breaks._replace(taken=taken, seconds=before))

    def away(self, seconds: float) -> "Exam":
        """The exam after it was not on the screen for so long."""
        return self._replace(breaks=self.breaks._replace(away=self.breaks.away + seconds)) if seconds else self

    def resumed(self) -> "Exam":
        """The exam taken up again after it was left."""
        return self._replace(breaks=self.breaks._replace(resumed=self.breaks.resumed + 1))

    def _changed(self, place: Place) -> "Exam":
        return self._replace(places=(*self.places[: self.at], place, *self.places[self.at + 1 :]))


def _is_half(place: Place) -> bool:
    wanted = asked_for(place.item)
    return wanted is not None and isinstance(place.response, Chosen) and len(place.response.options) != wanted


class Do(Enum):
    """What a learner does beside answering and moving. WAIT: nothing yet, and the clock runs."""

    WAIT = "wait"
    FLAG = "flag"
    BREAK = "break"
    HAND_IN = "hand in"
    LEAVE = "leave"


class Respond(NamedTuple):
    """Another answer to the present question; None takes it away."""

    response: Response | None


class Certain(NamedTuple):
    """A certainty for the present answer."""

    certainty: Confidence


class Go(NamedTuple):
    """On to the question at a place, from 0."""

    at: int


Act = Do | Respond | Certain | Go


def warning(before: float | None, after: float | None) -> float | None:
    """The last warning (seconds left) that the clock has just passed, if any."""
    if before is None or after is None:
        return None
    return min((limit for limit in WARNINGS if after <= limit < before), default=None)
