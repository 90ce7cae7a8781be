"""Writing files whole or not at all."""

import os
import tempfile
from errno import EACCES
from pathlib import Path

from cps_quiz.errors import WriteFailedError


def replace_text(path: Path, text: str) -> None:
    """Put `text` in the place of what the file at `path` holds; a byte order mark stays.

    Raises as `replace_bytes` does.
    """
    replace_bytes(path, text.encode("utf-8-sig" if _is_marked(path.resolve()) else "utf-8"))


def _is_marked(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return path.is_file() and file.read(3) == b"\xef\xbb\xbf"
    except OSError:
        return False  # writing tells what is wrong


def replace_bytes(path: Path, data: bytes) -> None:
    """Put `data` in the place of what the file at `path` holds.

    It is written beside the file and moved over it, so that no moment shows half of it. A link
    stays a link. Raises WriteFailedError when the system will not have it.
    """
    real = path.resolve()
    if real.exists() and not real.is_file():
        raise WriteFailedError(str(path), "it is no ordinary file")
    if _is_read_only(real):
        raise WriteFailedError(str(path), os.strerror(EACCES))
    try:
        handle, beside = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).chmod(real.stat().st_mode if real.exists() else 0o666 & ~_umask())
            Path(beside).replace(real)
        except BaseException:
            Path(beside).unlink()
            raise
    except OSError as error:
        raise WriteFailedError(str(path), error.strerror or str(error)) from None


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it, unless it is there. Raises WriteFailedError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFailedError(str(folder), error.strerror or str(error)) from None


def _umask() -> int:
    """What this user's new files are not allowed; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _is_read_only(path: Path) -> bool:
    """Whether somebody wants the file to stay as it is; moving another over it would not ask."""
    try:
        return not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK))
    except OSError:
        return False  # there is none yet; else writing tells what is wrong
