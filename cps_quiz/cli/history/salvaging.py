"""`cps-quiz history salvage`."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import complain, now, open_progress
from cps_quiz.errors import ExitCode, PathNotFoundError
from cps_quiz.store.copies import is_whole, salvaged
from cps_quiz.store.damaged import read_damaged
from cps_quiz.store.database import database_path
from cps_quiz.words import history as history_words

Damaged = Annotated[Path | None, typer.Argument(help="A damaged copy; without it, your progress itself.")]


def salvage(file: Damaged = None) -> None:
    """Save what can be read of damaged progress; the damaged file is moved aside, never deleted.

    A FILE that is named, such as a damaged copy, is left as it is: what it holds is added to your progress.
    """
    from cps_quiz.journeys.salvaging import Finds, pour

    ours = database_path()
    path = file or ours
    if not path.is_file():
        raise PathNotFoundError(str(path))
    if is_whole(path):
        complain(history_words.whole(path, copy=path != ours))
        return
    finds = Finds()
    read_damaged(path, finds)
    saved = finds.saved(str(path))
    kept = None
    if path == ours:
        kept = salvaged(path, now(), lambda store: pour(finds, store))
    else:
        pour(finds, open_progress())
    for sentence in history_words.saved(saved, path, kept):
        complain(sentence)
    raise typer.Exit(ExitCode.FOUND if saved.lost else ExitCode.OK)
