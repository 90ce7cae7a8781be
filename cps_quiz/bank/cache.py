"""What was worked out in earlier runs, so that what did not change is not looked at again.

An entry is a file of plain data, named after a print of all that decides it: the program and what the caller
says. It is taken only when it is whole; what is damaged or cannot be written is done without.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

from cps_quiz import __version__

Value = TypeVar("Value")

MOST_BYTES = 32 * 1024 * 1024
"""An entry that would be larger is not kept."""

MOST_KEPT = 512 * 1024 * 1024
"""Bytes of all entries; when there are more, the entries that were not used longest go."""


class Cache:
    """Entries in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._grew = False
        self._prints: dict[str, bytes] = {}

    def key(self, *parts: str) -> str:
        """The name of what `parts` decide."""
        digest = _digest(_program().encode())
        for part in parts:
            digest.update(self._print(part))
        return str(digest.hexdigest())

    def _print(self, part: str) -> bytes:
        """A print of `part`; the text of a file is part of several keys, and printed once."""
        if part not in self._prints:
            self._prints[part] = _digest(part.encode(errors="surrogatepass")).digest()
        return self._prints[part]

    def recall(self, key: str, restore: Callable[[Any], Value]) -> Value | None:
        """What `restore` makes of the data kept under `key`; None where there are none, or they are damaged."""
        try:
            path = self.folder / key
            with path.open("rb") as file:
                digest, body = file.readline(100), file.read(MOST_BYTES)
            if digest.decode() != f"{_digest(body).hexdigest()}\n":
                return None
            value = restore(json.loads(body))
            os.utime(path)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None
        return value

    def keep(self, key: str, data: Any) -> None:  # noqa: ANN401 - whatever JSON takes
        """Keep `data` under `key`, if that can be done."""
        with suppress(OSError, UnicodeEncodeError):
            body = json.dumps(data, ensure_ascii=False).encode()
            if len(body) < MOST_BYTES - 100:
                self._write(self.folder / key, _digest(body).hexdigest().encode() + b"\n" + body)

    def _write(self, path: Path, content: bytes) -> None:
        """Put it there whole; that it outlives a failure of power is not needed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix=".", delete=False) as file:
            try:
                file.write(content)
                file.close()
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink()
                raise
        self._grew = True

    def sweep(self) -> None:
        """Let the oldest entries go where all together are too large."""
        with suppress(OSError):
            entries = [(path.stat(), path) for path in self.folder.iterdir()] if self._grew else []
            total = sum(status.st_size for status, _ in entries)
            for status, path in sorted(entries, key=lambda entry: entry[0].st_mtime_ns):
                if total <= MOST_KEPT:
                    break
                path.unlink(missing_ok=True)
                total -= status.st_size


def _digest(content: bytes) -> Any:  # noqa: ANN401 - of a type that hashlib does not name
    from hashlib import sha256  # takes megabytes, and only `check` needs it

    return sha256(content)


@cache
def _program() -> str:
    """The program's version, and when its code last changed: in a checkout no version tells."""
    folders, newest = [str(Path(__file__).parent.parent)], 0
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.endswith((".py", ".txt", ".yaml")):
                    newest = max(newest, entry.stat().st_mtime_ns)
    return f"{__version__} {sys.version_info[:3]} {newest}"
