"""Which windows of the program are open: each holds a lock that the system releases when its process ends."""

import os
from contextlib import suppress
from pathlib import Path
from typing import IO

from cps_quiz.store.locking import lock


class Window:
    """This process, as others see it beside the database at `path`."""

    def __init__(self, path: Path) -> None:
        self.id = os.urandom(8).hex()
        self._file = _lock_file(path, self.id)
        self._held: IO[bytes] | None = None

    def open(self) -> None:
        """Be seen from here on; where the folder has no locks, nobody sees anybody."""
        if self._held is None:
            with suppress(OSError):
                self._held = self._file.open("ab")
                lock(self._held)

    def close(self) -> None:
        """Be gone."""
        if self._held is not None:
            self._held.close()
            self._held = None
            self._file.unlink(missing_ok=True)


def is_open(path: Path, window: str | None) -> bool:
    """Whether the window of that id is open; what one that was killed left behind is cleared away."""
    if window is None:
        return False
    file = _lock_file(path, window)
    try:
        with file.open("r+b") as there:
            if not lock(there):
                return True
    except OSError:
        return False
    with suppress(OSError):
        file.unlink()
    return False


def _lock_file(path: Path, window: str) -> Path:
    return path.with_name(f"{path.stem}.window-{window}.lock")
