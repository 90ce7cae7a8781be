"""Whole copies of the database: to keep elsewhere, and to put back."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from cps_quiz.errors import NotOursError, PathNotFoundError
from cps_quiz.store import derived
from cps_quiz.store.damaged import copied
from cps_quiz.store.database import StoreDamagedError, explained, open_database, schema_version
from cps_quiz.store.progress import Progress
from cps_quiz.store.reset import move_aside
from cps_quiz.store.rows import logged_of

LEFT_BEHIND = 3600
"""Seconds after which a copy that is still being made was left behind by a program that was killed. Our own choice."""


def back_up(store: Progress, file: Path, *, force: bool = False) -> None:
    """Write all of the database into one `file`, whole or not at all.

    Raises StoreUnusableError, and NotOursError where a file stands that is no such copy, unless by `force`.
    """
    if file.exists() and not force and not _is_progress(file):
        raise NotOursError(str(file))
    with explained(file), _beside(file) as copy:
        with closing(sqlite3.connect(copy)) as connection:
            store.copy_into(connection)
            connection.execute("PRAGMA journal_mode = DELETE")
        copy.replace(file)


def put_back(path: Path, file: Path, at: datetime) -> Path | None:
    """Put the copy `file` in the place of the database at `path`; where the present one was moved, if there was one.

    The copy is a database of its own from here on: answers that are given in it are told from those in others.
    Raises PathNotFoundError, StoreDamagedError, StoreNewerError or StoreUnusableError; nothing is changed then.
    """
    if not file.is_file():
        raise PathNotFoundError(str(file))
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path) as copy:
        _copy_sound(file, copy)
        return _put_in_place(copy, path, at)


def salvaged(path: Path, at: datetime, fill: Callable[[Progress], None]) -> Path | None:
    """Put a new database, as `fill` fills it, in the place of the damaged one at `path`; where that was moved.

    Raises StoreUnusableError; nothing is changed then.
    """
    with _beside(path) as copy:
        with closing(Progress(copy)) as store:
            fill(store)
        return _put_in_place(copy, path, at, fold_in=False)


def is_whole(path: Path) -> bool:
    """Whether the database at `path` can be read to the last answer. Raises StoreUnusableError."""
    with explained(path), copied(path) as copy:
        try:
            with closing(sqlite3.connect(copy)) as connection:
                connection.row_factory = sqlite3.Row
                return _is_sound(connection) and all(map(logged_of, connection.execute("SELECT * FROM answers")))
        except sqlite3.DatabaseError:
            return False


def _put_in_place(copy: Path, path: Path, at: datetime, *, fold_in: bool = True) -> Path | None:
    kept = move_aside(path, at, fold_in=fold_in)
    with explained(path):
        copy.replace(path)
    return kept


def _is_sound(connection: sqlite3.Connection) -> bool:
    if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok" or not schema_version(connection):
        return False
    connection.execute("SELECT id FROM answers LIMIT 1")
    return True


def _copy_sound(file: Path, copy: Path) -> None:
    """Copy a database that is whole, and bring it up to date."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            if not _is_sound(connection):
                raise StoreDamagedError(file, copy=True)
            with closing(sqlite3.connect(copy)) as there:
                connection.backup(there)
                there.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError:
        raise StoreDamagedError(file, copy=True) from None
    with closing(open_database(copy, derived.rebuild)) as there:
        derived.catch_up(there)
        there.execute("UPDATE this_machine SET id = lower(hex(randomblob(16))), counted_at = 0, day = ''")
        with suppress(sqlite3.OperationalError):  # where there is no shared memory
            there.execute("PRAGMA journal_mode = WAL")


def _is_progress(file: Path) -> bool:
    """Whether a file is a database of this program."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("SELECT id FROM answers LIMIT 1")
    except sqlite3.DatabaseError:
        return False
    return True


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A name beside a file, for what takes its place; nothing is left behind, of one that was killed neither."""
    for left in file.parent.iterdir():
        if left.name.startswith(f".{file.name}.") and left.stat().st_mtime < time.time() - LEFT_BEHIND:
            left.unlink(missing_ok=True)
    copy = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        yield copy
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)
