"""Writing files whole or not at all."""

import os
import shutil
import tempfile
from pathlib import Path

from cps_quiz.errors import WriteFailedError


def replace_text(path: Path, text: str) -> None:
    """Put `text` in the place of what the file at `path` holds; a byte order mark stays.

    It is written beside the file and moved over it, so that no moment shows half of it. A link
    stays a link. Raises WriteFailedError when the system will not have it.
    """
    real = path.resolve()
    try:
        marked = real.exists() and real.read_bytes()[:3] == b"\xef\xbb\xbf"
        handle, beside = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8-sig" if marked else "utf-8"))
                file.flush()
                os.fsync(file.fileno())
            if real.exists():
                shutil.copymode(real, beside)
            Path(beside).replace(real)
        except BaseException:
            Path(beside).unlink()
            raise
    except OSError as error:
        raise WriteFailedError(str(path), error.strerror or str(error)) from None
