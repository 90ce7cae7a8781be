"""Starting anew without losing anything."""

from datetime import datetime
from pathlib import Path

from cps_quiz.store.database import explained
from cps_quiz.store.folding import fold


def move_aside(path: Path, at: datetime, *, fold_in: bool = True) -> Path | None:
    """Move the database and its companions beside themselves; the new name, None without a database.

    With `fold_in` the one file holds everything first. Raises StoreUnusableError.
    """
    if not path.exists():
        return None
    stamp = at.strftime("%Y%m%d-%H%M%S")
    number, kept = 1, path.with_name(f"{path.stem}-{stamp}{path.suffix}")
    while kept.exists():
        number, kept = number + 1, path.with_name(f"{path.stem}-{stamp}-{number + 1}{path.suffix}")
    if fold_in:
        fold(path)
    with explained(path):
        for ending in ("-wal", "-shm", ""):
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(kept.with_name(kept.name + ending))
    return kept
