"""What `drill` does: the banks, the past, the screen and the keeping of answers, put together."""

import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.cli.screens import drill_screen
from cps_quiz.cli.wiring import carried, complaints, go_on, library, now, open_or_wait, seed_or_chance, settings
from cps_quiz.core.drill.drill import Drill, Move, Wanted
from cps_quiz.core.memory.due import Mode
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.record.log import Attempt
from cps_quiz.journeys.drill.drill import DrillScreen, Ended, Rules, Steps, prepare, run
from cps_quiz.journeys.drill.keeping import Keeper, Notices, milliseconds
from cps_quiz.journeys.drill.practice import (
    NothingFlaggedError,
    Practice,
    choose,
    history,
    index,
    not_aside,
    with_changes,
    with_marks,
    with_reasons,
)
from cps_quiz.store.database import StoreError
from cps_quiz.store.patient import PatientProgress
from cps_quiz.store.progress import Progress
from cps_quiz.store.windows import is_open
from cps_quiz.words import drill as drill_words
from cps_quiz.words import keeping as keeping_words

PER_MINUTE = 3
"""Questions that a minute holds at most, repeats aside. Our own choice."""

CONFIDENCE = "confidence"
"""Setting: whether a drill asks how sure the learner was."""


class Asked(NamedTuple):
    """The command line of `drill`; None where an option was not given.

    `going_on` takes up the drill that was cut off without asking, `minutes` end it.
    """

    wanted: Wanted = Wanted()
    size: int | None = None
    mode: Mode = Mode.USUAL
    seed: int | None = None
    confidence: bool | None = None
    cram: bool = False
    banks: list[Path] | None = None
    plain: bool = False
    going_on: bool = False
    flagged: bool = False
    minutes: int | None = None

    @property
    def is_plain_drill(self) -> bool:
        """Whether nothing was asked for that an earlier drill might not have."""
        return self.wanted == Wanted() and self.mode is Mode.USUAL and self.seed is None and not self.flagged


def carry_out(asked: Asked) -> None:
    """Drill. Raises QuizError for what cannot be done, and GoOnWith for what the learner does next."""
    loaded = library(asked.banks)
    store, book = open_or_wait()
    seed = seed_or_chance(asked.seed)
    practice = Practice(_size(asked), seed, asked.seed is not None, asked.mode)
    past = history(store, now()) if store else None
    _refuse_unknown(asked.wanted.only, loaded)
    wanted = asked.wanted._replace(only=_flagged(store)) if asked.flagged else asked.wanted
    with complaints(plain=asked.plain) as tell, drill_screen(loaded, store, plain=asked.plain) as screen:
        keeper = Keeper(book, now, time.monotonic, Notices(tell, screen.note), cram=asked.cram)
        drill = _resumed(asked, loaded, store, screen, (keeper, book))
        if drill is Move.STOP:
            return
        if not isinstance(drill, Drill):
            drill = prepare(loaded, wanted, lambda items: choose(not_aside(items, store), practice, past), seed)
        drill = with_reasons(with_changes(drill, past, store), past, loaded.glossary, practice)
        drill = with_marks(drill, _flags(store))
        ended = _run(drill, screen, keeper, _steps(asked, loaded), _rules(asked, store))
    go_on(ended.step)


def _refuse_unknown(items: frozenset[ItemId], loaded: Library) -> None:
    """Raises UnknownNameError for an item that nothing loaded has."""
    if not items:
        return
    from cps_quiz.journeys.banks import find_item

    for id_ in sorted(items):
        find_item(loaded, id_)


def _size(asked: Asked) -> int:
    """How many questions: as asked for, else as many as a time can hold, else as set."""
    minutes = _minutes(asked)
    return asked.size or (PER_MINUTE * minutes if minutes else settings().length)


def _minutes(asked: Asked) -> int | None:
    return asked.minutes or (None if asked.size else settings().minutes)


def _rules(asked: Asked, store: Progress | None) -> Rules:
    minutes = _minutes(asked)
    ends = time.monotonic() + 60 * minutes if minutes else None
    return Rules(_asks_confidence(asked, store), lambda: ends is not None and time.monotonic() >= ends)


def _flags(store: Progress | None) -> frozenset[ItemId]:
    return store.marks.flagged() if store else frozenset()


def _flagged(store: Progress | None) -> frozenset[ItemId]:
    """What is flagged. Raises NothingFlaggedError."""
    found = _flags(store)
    if not found:
        raise NothingFlaggedError
    return found


def drill_again(items: Sequence[Item], loaded: Library, asked: Asked) -> None:
    """Drill some items, such as those that an exam showed to be weak."""
    store, book = open_or_wait()
    past = history(store, now()) if store else None
    with complaints(plain=asked.plain) as tell, drill_screen(loaded, store, plain=asked.plain) as screen:
        drill = Drill.start(items, seed_or_chance(None))._replace(reason=lambda _: drill_words.MISSED_IN_EXAM)
        drill = with_marks(with_changes(drill, past, store), _flags(store))
        keeper = Keeper(book, now, time.monotonic, Notices(tell, screen.note))
        ended = _run(drill, screen, keeper, _steps(asked, loaded), _rules(asked, store))
    go_on(ended.step)


def _steps(asked: Asked, loaded: Library) -> Steps:
    on = carried(asked.banks, plain=asked.plain)
    return lambda report: drill_words.next_steps(report, loaded.glossary, on)


def _run(drill: Drill, screen: DrillScreen, keeper: Keeper, steps: Steps, rules: Rules) -> Ended:
    try:
        return run(drill, screen, keeper, steps, rules)
    finally:
        keeper.closed()


def _resumed(
    asked: Asked,
    loaded: Library,
    store: Progress | None,
    screen: DrillScreen,
    keeping: tuple[Keeper, PatientProgress],
) -> Drill | Move:
    """The drill that was cut off, SKIP when there is none or it is not wanted, STOP to leave it there."""
    keeper, book = keeping
    left = store.unfinished(keeper.kind) if store and asked.is_plain_drill and sys.stdin.isatty() else None
    if store is None or left is None:
        return Move.SKIP
    elsewhere = is_open(store.path, left.owner)
    drill, others = _read(left, loaded, store)
    words = drill_words.open_elsewhere if elsewhere else drill_words.cut_off
    offered = words(drill, keeping_words.changed_since(others)) if drill else ""
    takes_up = asked.going_on and not elsewhere
    move = Move.SKIP if drill is None else Move.NEXT if takes_up else screen.offer(offered)
    if drill and move is Move.NEXT:
        book.take_over(left.id)
        drill, _ = _read(left, loaded, store)  # the other window may have gone on meanwhile
        keeper.resume(left.id, [entry.id for entry in store.answers_of(left.id)])
        return drill or Move.SKIP
    if move is Move.SKIP and not elsewhere:
        book.end(left, milliseconds(now()))
    return move


def _read(left: Attempt, loaded: Library, store: Progress) -> tuple[Drill | None, int]:
    """A drill that was cut off, as it stands by now, and how many of its questions are others in the banks."""
    from cps_quiz.core.record.drill_text import asked_in, from_text
    from cps_quiz.journeys.asked_questions import as_asked, changed

    items, answers = index(loaded.items), store.answers_of(left.id)
    try:
        plan = store.plan_of(left.id) or left.plan
        asked = asked_in(plan, answers)
        drill = from_text(plan, left.seed, as_asked(store, asked, items), answers)
    except (ValueError, KeyError, TypeError, IndexError):
        return None, 0
    return (drill if drill.queue else None), changed(asked, items)


def _asks_confidence(asked: Asked, store: Progress | None) -> bool:
    """As asked for now, and remembered; else as remembered."""
    if store is None:
        return bool(asked.confidence)
    if asked.confidence is not None:
        with suppress(StoreError):  # a choice that cannot be kept now is asked for again
            store.keep_setting(CONFIDENCE, "on" if asked.confidence else "off")
        return asked.confidence
    return store.setting(CONFIDENCE) == "on"
