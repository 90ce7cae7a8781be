"""`cps-quiz history backup`, `restore` and `reset`: the whole of it."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import Force, complain, now, open_progress
from cps_quiz.store.copies import back_up, put_back
from cps_quiz.store.database import database_path
from cps_quiz.store.reset import move_aside
from cps_quiz.words import history as history_words

Copy = Annotated[Path, typer.Argument(help="The file with the copy.")]


def backup(file: Copy, force: Force = False) -> None:
    """Write a copy of all your progress into one file; `restore` puts it back."""
    back_up(open_progress(), file, force=force)
    complain(history_words.backed_up(file))


def restore(file: Copy) -> None:
    """Put a copy back; the present progress is moved aside, never deleted."""
    complain(history_words.restored(put_back(database_path(), file, now())))


def reset() -> None:
    """Start anew: the database is moved aside, never deleted."""
    complain(history_words.moved(move_aside(database_path(), now())))
