"""What `drill` does: the banks, the past, the screen and the keeping of answers, put together."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.cli.wiring import complain, complaints, drill_screen, library, now, open_progress, seed_or_chance
from cps_quiz.core.drill.drill import Drill, Move, Wanted
from cps_quiz.core.memory.due import Mode
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.record.log import Attempt
from cps_quiz.errors import QuizError
from cps_quiz.journeys.drill.drill import DrillScreen, prepare, run
from cps_quiz.journeys.drill.keeping import Keeper, milliseconds
from cps_quiz.journeys.drill.practice import Practice, choose, history, index, with_changes, with_reasons
from cps_quiz.store.database import StoreNewerError
from cps_quiz.store.progress import Progress
from cps_quiz.words import drill as drill_words

CONFIDENCE = "confidence"
"""Setting: whether a drill asks how sure the learner was."""


class Asked(NamedTuple):
    """The command line of `drill`; None where an option was not given.

    `going_on` takes up the drill that was cut off without asking.
    """

    wanted: Wanted = Wanted()
    size: int = 10
    mode: Mode = Mode.USUAL
    seed: int | None = None
    confidence: bool | None = None
    cram: bool = False
    banks: list[Path] | None = None
    plain: bool = False
    going_on: bool = False

    @property
    def is_plain_drill(self) -> bool:
        """Whether nothing was asked for that an earlier drill might not have."""
        return self.wanted == Wanted() and self.mode is Mode.USUAL and self.seed is None


def carry_out(asked: Asked) -> None:
    """Drill. Raises QuizError for what cannot be done."""
    loaded = library(asked.banks)
    store = open_or_go_without("drill")
    seed = seed_or_chance(asked.seed)
    practice = Practice(asked.size, seed, asked.seed is not None, asked.mode)
    past = history(store, now()) if store else None
    with complaints(plain=asked.plain) as tell, drill_screen(loaded.glossary, plain=asked.plain) as screen:
        keeper = Keeper(store, now, tell, cram=asked.cram)
        drill = _resumed(asked, loaded, store, screen, keeper)
        if drill is Move.STOP:
            return
        if not isinstance(drill, Drill):
            drill = prepare(loaded, asked.wanted, lambda items: choose(items, practice, past), seed)
        drill = with_reasons(with_changes(drill, past), past, loaded.glossary, practice)
        run(drill, screen, keeper, confidence=_asks_confidence(asked, store))


def drill_again(items: Sequence[Item], loaded: Library, store: Progress | None, *, plain: bool) -> None:
    """Drill some items, such as those that an exam showed to be weak."""
    past = history(store, now()) if store else None
    with complaints(plain=plain) as tell, drill_screen(loaded.glossary, plain=plain) as screen:
        drill = Drill.start(items, seed_or_chance(None))
        run(with_changes(drill, past), screen, Keeper(store, now, tell), confidence=_asks_confidence(Asked(), store))


def open_or_go_without(what: str) -> Progress | None:
    """The learner's progress; None, with a sentence, when a drill or an exam is better than none at all."""
    try:
        return open_progress()
    except StoreNewerError:
        raise
    except QuizError as error:
        complain(f"{error.sentence} {drill_words.goes_on(what)} {error.hint}")
        return None


def _resumed(
    asked: Asked, loaded: Library, store: Progress | None, screen: DrillScreen, keeper: Keeper
) -> Drill | Move:
    """The drill that was cut off, SKIP when there is none or it is not wanted, STOP to leave it there."""
    left = store.unfinished(keeper.kind) if store and asked.is_plain_drill and sys.stdin.isatty() else None
    if store is None or left is None:
        return Move.SKIP
    drill = _read(left, loaded, store)
    offered = drill_words.cut_off(drill) if drill else ""
    move = Move.SKIP if drill is None else Move.NEXT if asked.going_on else screen.offer(offered)
    if drill and move is Move.NEXT:
        keeper.resume(left.id, [entry.id for entry in store.answers_of(left.id)])
        return drill
    if move is Move.SKIP:
        store.end(left.id, milliseconds(now()))
    return move


def _read(left: Attempt, loaded: Library, store: Progress) -> Drill | None:
    from cps_quiz.core.record.drill_text import from_text

    try:
        drill = from_text(left.plan, left.seed, index(loaded.items), store.answers_of(left.id))
    except (ValueError, KeyError, TypeError, IndexError):
        return None
    return drill if drill.queue else None


def _asks_confidence(asked: Asked, store: Progress | None) -> bool:
    """As asked for now, and remembered; else as remembered."""
    if store is None:
        return bool(asked.confidence)
    if asked.confidence is not None:
        store.keep_setting(CONFIDENCE, "on" if asked.confidence else "off")
        return asked.confidence
    return store.setting(CONFIDENCE) == "on"
