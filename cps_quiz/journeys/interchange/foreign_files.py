"""Files of other programs: their content, and which format they are of."""

from difflib import get_close_matches
from pathlib import Path
from stat import S_ISREG

from cps_quiz.errors import NotAFileError, PathNotFoundError, QuizError
from cps_quiz.formats import Format, formats

MOST_BYTES = 64 * 1024 * 1024
"""10,000 questions with all their explanations take half of that in the wordiest format."""

_LAST = "text"
"""The format that takes any text; it is asked last."""


class UnknownFormatError(QuizError):
    """A name that no format has, or a file that no format knows."""


def read_bytes(path: Path) -> bytes:
    """What the file holds. Raises PathNotFoundError, NotAFileError, or QuizError when it is too large or closed."""
    try:
        status = path.stat()
        if S_ISREG(status.st_mode) and status.st_size > MOST_BYTES:
            raise _too_large(path)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, ValueError):
        raise PathNotFoundError(str(path)) from None
    except IsADirectoryError:
        raise NotAFileError(str(path)) from None
    except OSError as error:
        raise QuizError(f"{path} cannot be read: {error.strerror or error}.", "See who may read the file.") from None
    if len(data) > MOST_BYTES:
        raise _too_large(path)
    return data


def _too_large(path: Path) -> QuizError:
    return QuizError(f"{path} is larger than {MOST_BYTES // 2**20} MiB.", "Export fewer questions at a time.")


def named_format(name: str, *, reading: bool) -> Format:
    """The format called `name`, which can be read, or written. Raises UnknownFormatError."""
    able = {format_.name: format_ for format_ in formats().values() if (format_.read if reading else format_.write)}
    if name in able:
        return able[name]
    near = get_close_matches(name, able, n=1)
    guess = f"Did you mean {near[0]}? " if near else ""
    verb = "read" if reading else "written"
    raise UnknownFormatError(f'No format called "{name}" can be {verb}.', f"{guess}There are {', '.join(able)}.")


def found_format(path: Path, data: bytes) -> Format:
    """The format that the content is of. Raises UnknownFormatError."""
    able = sorted((f for f in formats().values() if f.read and f.knows), key=lambda format_: format_.name == _LAST)
    for format_ in able:
        if format_.knows and format_.knows(data, path.name):
            return format_
    names = ", ".join(format_.name for format_ in able)
    raise UnknownFormatError(f"{path} is of no format that this program knows.", f"Name one with --format: {names}.")
