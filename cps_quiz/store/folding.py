"""Folding the write-ahead log into the database, so that one file alone holds everything."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Protocol

FOLD_SECONDS = 30.0
"""How long after an answer it is folded in: half of the minute that a copy of the file may lag behind."""

AGAIN_SECONDS = 5.0
"""When it is tried again where another program was in the way. Our own choice."""


class Later(Protocol):
    """Does something after some seconds, in a thread of its own, once it is started; as `threading.Timer`."""

    daemon: bool

    def start(self) -> None:
        """Let the time run."""

    def cancel(self) -> None:
        """Do nothing after all."""


class Folding:
    """Folds some time after it was asked to, once for all that was asked meanwhile. `later` is `threading.Timer`."""

    def __init__(self, path: Path, later: Callable[[float, Callable[[], None]], Later] | None = None) -> None:
        self._path = path
        self._later = later
        self._timer: Later | None = None

    def soon(self, seconds: float = FOLD_SECONDS) -> None:
        """Fold in a while."""
        if self._timer is None:
            from threading import Timer

            self._timer = (self._later or Timer)(seconds, self._fold)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Fold no more."""
        if self._timer is not None:
            self._timer.cancel()

    def _fold(self) -> None:
        self._timer = None
        if not fold(self._path):
            self.soon(AGAIN_SECONDS)


def fold(path: Path) -> bool:
    """Fold now what can be folded without waiting for others; whether that was all."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=0)) as connection:
            return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)
    except sqlite3.Error:
        return False
