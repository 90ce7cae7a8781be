"""Files of what could not be kept yet, for the next start to take in."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from zlib import crc32

from cps_quiz.store.locking import lock


class Spool:
    """What waits to be kept in the database at `path`, a line each; beside it, else in the temporary folder.

    `file` is where the lines are, None where only memory has them.
    """

    def __init__(self, path: Path) -> None:
        self.file: Path | None = None
        self._places = _places(path, os.urandom(8).hex())
        self._open: IO[bytes] | None = None

    def add(self, lines: Iterable[str]) -> bool:
        """Have lines on disk on return; False when no folder will have them."""
        told = "".join(f"{line}\n" for line in lines).encode()
        if self._open is not None:
            return _written(self._open, told)
        for place in self._places:
            with suppress(OSError):
                handle = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                opened = os.fdopen(handle, "wb")
                lock(opened)
                if _written(opened, told):
                    self.file, self._open = place, opened
                    return True
                try:
                    opened.close()  # tries once more to write what the disk had no room for
                finally:
                    place.unlink()
        return False

    def close(self) -> None:
        """Leave what is in the file to the next start."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def clear(self) -> None:
        """All of it is kept by now."""
        if self._open is not None and self.file is not None:
            self._open.close()
            self.file.unlink(missing_ok=True)
        self.file = self._open = None


def _written(file: IO[bytes], told: bytes) -> bool:
    try:
        file.write(told)
        file.flush()
        os.fsync(file.fileno())
    except OSError:
        return False
    return True


def _places(path: Path, id_: str) -> tuple[Path, Path]:
    """The temporary folder is everybody's: the name tells which database is meant."""
    mark = f"{crc32(str(path.absolute()).encode('utf-8', 'surrogateescape')):08x}"
    return (
        path.with_name(f"{path.stem}.spool-{id_}.jsonl"),
        Path(tempfile.gettempdir(), f"cps-quiz-{mark}.spool-{id_}.jsonl"),
    )


def waiting_files(path: Path) -> list[Path]:
    """The spools of the database at `path` that this user wrote."""
    found = []
    for place in _places(path, "*"):
        with suppress(OSError):
            found += [file for file in sorted(place.parent.glob(place.name)) if _is_ours(file)]
    return found


def _is_ours(file: Path) -> bool:
    told = file.lstat()
    return not file.is_symlink() and file.is_file() and (not hasattr(os, "getuid") or told.st_uid == os.getuid())


@contextmanager
def taken(file: Path) -> Iterator[bool]:
    """Hold a spool while it is taken in, and delete it afterwards; False when a window still writes it."""
    with file.open("r+b") as there:
        free = lock(there)
        yield free
    if free:
        file.unlink(missing_ok=True)
