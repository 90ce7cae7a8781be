"""`cps-quiz history undo`, `repair` and `rebuild`."""

import sys
from typing import Annotated

import typer

from cps_quiz.cli.wiring import complain, now, open_progress, say
from cps_quiz.journeys.drill.keeping import milliseconds
from cps_quiz.words import history as history_words

Yes = Annotated[bool, typer.Option("--yes", help="Change it without asking.")]


def undo() -> None:
    """Take the last answer of a drill back, also one of another day."""
    entry = open_progress().undo_last(milliseconds(now()))
    complain(history_words.undone(entry) if entry else history_words.NOTHING_TO_UNDO)


def repair(yes: Yes = False) -> None:
    """Find answers that a wrong clock misdated, show what would change, and count them anew."""
    store, at = open_progress(), milliseconds(now())
    wrong = store.wrong_clocks(at)
    for before, after in wrong:
        say(history_words.recounted(before, after))
    if not wrong:
        complain(history_words.NOTHING_TO_REPAIR)
    elif yes or (sys.stdin.isatty() and typer.confirm(history_words.REPAIR, err=True)):
        store.mend_clocks(at)
        complain(history_words.REPAIRED)
    else:
        complain(history_words.NOT_REPAIRED)


def rebuild() -> None:
    """Make the schedule and all totals again from the log."""
    open_progress().rebuild()
    complain(history_words.REBUILT)
