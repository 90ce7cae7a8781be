"""A drill from its first question to its summary."""

from collections.abc import Iterable
from typing import Protocol

from cps_quiz.bank.library import Library
from cps_quiz.core.drill import Answer, Drill, Move, Wanted
from cps_quiz.core.report import Report, report
from cps_quiz.core.response import Response
from cps_quiz.core.shuffle import draw
from cps_quiz.errors import NothingToAskError, UnknownNameError


class DrillScreen(Protocol):
    """Where a drill is shown and answered."""

    def ask(self, drill: Drill) -> Response | Move:
        """Ask the first question of `drill`."""

    def feedback(self, drill: Drill, answer: Answer) -> Move:
        """Explain `answer`, given to the first question of `drill`; then NEXT, UNDO, FLAG or STOP."""

    def summary(self, report: Report) -> None:
        """Tell how it went."""


def prepare(library: Library, wanted: Wanted, count: int, seed: int) -> Drill:
    """Choose up to `count` items.

    Raises UnknownNameError for a topic or misconception that nothing loaded has, and
    NothingToAskError when no item fits.
    """
    topics = {item.topic for item in library.items} | library.curriculum.topics.keys()
    for topic in sorted(wanted.topics - topics):
        raise unknown("topic", topic, topics)
    if wanted.misconception is not None and wanted.misconception not in library.misconceptions:
        raise unknown("misconception", wanted.misconception, library.misconceptions.keys())
    items = draw(filter(wanted.fits, library.items), count, seed)
    if not items:
        raise NothingToAskError
    return Drill.start(items, seed)


def unknown(noun: str, name: str, known: Iterable[str]) -> UnknownNameError:
    """The error for a name that is none of `known`."""
    from cps_quiz.core.search import near

    names = sorted(known)
    return UnknownNameError(noun, name, near(name, names), f"There are: {', '.join(names)}.")


def run(drill: Drill, screen: DrillScreen) -> Drill:
    """Ask until the drill is over or the learner stops, then tell how it went.

    An interruption is told of in the same way before it goes on.
    """
    stand = _Stand(drill)
    try:
        while stand.drill.queue and _turn(stand, screen) is not Move.STOP:
            pass
    finally:
        screen.summary(report(stand.drill))
    return stand.drill


class _Stand:
    """The drill now, and the earlier ones that undoing brings back."""

    def __init__(self, drill: Drill) -> None:
        self.drill = drill
        self.earlier: list[Drill] = []


def _turn(stand: _Stand, screen: DrillScreen) -> Move:
    asked = stand.drill
    reply = screen.ask(asked)
    if isinstance(reply, Move):
        _move(stand, reply)
        return reply
    stand.earlier.append(asked)
    stand.drill = asked.respond(reply)
    while (move := screen.feedback(asked, stand.drill.answers[-1])) is Move.FLAG:
        item = asked.queue[0].item.id
        asked, stand.drill = asked.flag(item), stand.drill.flag(item)
    _move(stand, move)
    return move


def _move(stand: _Stand, move: Move) -> None:
    match move:
        case Move.SKIP:
            stand.drill = stand.drill.skip()
        case Move.FLAG:
            stand.drill = stand.drill.flag(stand.drill.queue[0].item.id)
        case Move.UNDO if stand.earlier:
            stand.drill = stand.earlier.pop()._replace(flagged=stand.drill.flagged)
        case Move.UNDO | Move.NEXT | Move.STOP:
            pass
