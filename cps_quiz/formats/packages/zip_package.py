"""Zip files of strangers: read in memory, within limits, never unpacked to disk; and our own, always the same."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from cps_quiz.formats import ForeignFileError

MOST_FILES = 2_000
MOST_BYTES = 64 * 1024 * 1024
"""Files in one package, and bytes of all that is read of it, unpacked."""

_ENTRY = b"PK\x01\x02"
_DAY = (2020, 1, 1, 0, 0, 0)
_HOSTILE = "No program needs such a file; do not trust where it came from."
_BROKEN = "Export the file again from the program that wrote it."


class Package:
    """A zip file whose list of contents was found harmless. Raises ForeignFileError."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.left = MOST_BYTES
        if data.count(_ENTRY) > MOST_FILES:
            raise ForeignFileError(path, f"the package holds over {MOST_FILES:,} files", _HOSTILE)
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise ForeignFileError(path, f"this is no sound zip file ({error})", _BROKEN) from None
        self.names = tuple(self._zip.namelist())
        for name in self.names:
            _check_name(name, path)

    def read(self, name: str) -> bytes:
        """What the file `name` of the package holds, b"" without one; never more than is left of the limit."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as file:
                data = file.read(self.left + 1)
        except (BadZipFile, ZlibError, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise ForeignFileError(f"{self.path}/{name}", f"it cannot be unpacked ({error})", _BROKEN) from None
        if len(data) > self.left:
            reason = f"the package unpacks to over {MOST_BYTES // 2**20} MiB"
            raise ForeignFileError(self.path, reason, _HOSTILE)
        self.left -= len(data)
        return data


def _check_name(name: str, path: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or ":" in parts[0] or not name.isprintable():
        raise ForeignFileError(path, f"the package holds a file called {name[:80]!r}, outside itself", _HOSTILE)


def is_zip(data: bytes) -> bool:
    """Whether it begins as zip files do."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip file of `files` by name; the same files always give the same bytes."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        for name, data in files.items():
            info = ZipInfo(name, _DAY)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, data)
    return held.getvalue()
