"""Which files hold banks, and their text."""

import os
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from cps_quiz.bank.file_kinds import stranger
from cps_quiz.errors import NoBankError, PathNotFoundError
from cps_quiz.source import codes
from cps_quiz.source.problems import Problems

SUFFIXES = (".yaml", ".yml")
MOST_BYTES = 16 * 1024 * 1024

ReadText = tuple[str, str, bool, Problems]
"""A path, the text there, whether it can be used, and its problems so far."""


def shipped() -> Path:
    """The folder of the banks that come with the program, in a wheel or in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "question_banks"
    return inside if inside.is_dir() else package.parent / "question_banks"


def shipped_curriculum() -> Path:
    """Where the curriculum is that comes with the program; somebody may have taken it away."""
    return shipped() / "curriculum.yaml"


def find(path: Path) -> list[Path]:
    """The file itself, or the YAML files of a folder in order, hidden folders left out.

    Raises PathNotFoundError when there is nothing at `path`.
    """
    try:
        is_folder = S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):  # a NUL in the name is a ValueError
        raise PathNotFoundError(str(path)) from None
    return sorted(_walk(path)) if is_folder else [path]


def find_all(paths: Iterable[Path]) -> list[Path]:
    """What `find` finds at all of `paths`, a file that can be reached in several ways only once."""
    found: dict[str, Path] = {}
    for path in (file for place in paths for file in find(place)):
        found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def _walk(folder: Path) -> list[Path]:
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(here, name) for name in files if name.endswith(SUFFIXES) and not name.startswith(".")]
    return [path for path in found if not is_stream(path)]


def is_stream(path: Path) -> bool:
    """Whether it is a pipe, device or socket: reading one that happens to lie in a folder may never end."""
    try:
        return not S_ISREG(path.stat().st_mode)
    except OSError:
        return False  # reading it will tell what is wrong


def read_all(paths: Iterable[Path]) -> list[ReadText]:
    """The texts of files, and of folders with all that is below them.

    Raises PathNotFoundError for a path that is not there and NoBankError when no file is found.
    """
    asked = tuple(paths)
    found = find_all(asked)
    if not found:
        raise NoBankError(", ".join(str(path) for path in asked))
    return [read_named(path) for path in found]


def read_named(path: Path) -> ReadText:
    """What `read` gives, with the path and the problems."""
    problems = Problems()
    return (str(path), *read(path, problems), problems)


def read(path: Path, problems: Problems) -> tuple[str, bool]:
    """The text of a file and whether it can be used; if not, the reason is in `problems`.

    At most 16 MiB are taken into memory, whatever the file's size says: it may be a device.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        problems.add(
            codes.UNREADABLE_FILE, (0, 0), f"the system will not open it: {reason}", "see who may read the file"
        )
        return "", False
    return decode(content, problems)


def decode(content: bytes, problems: Problems) -> tuple[str, bool]:
    """UTF-8 text of `content` without its byte order mark, and whether it can be used."""
    if len(content) > MOST_BYTES:
        message = f"the file is larger than {MOST_BYTES // 2**20} MiB"
        problems.add(codes.UNSAFE_YAML, (0, 0), message, "split it into several banks")
        return "", False
    if content and not content.strip(b"\0"):
        message = "the file holds nothing but NUL bytes: what was written into it is lost"
        problems.add(codes.UNREADABLE_FILE, (0, 0), message, "put back a copy of it")
        return "", False
    other = stranger(content)
    if other is not None:
        problems.add(other.code, (0, 0), other.message, other.help)
        return "", False
    try:
        return content.decode("utf-8-sig"), True
    except UnicodeDecodeError as error:
        at = len(error.object[: error.start].decode("utf-8-sig"))
        message = f"the byte 0x{error.object[error.start]:02X} is not UTF-8 text"
        cure = "save the file again with the encoding UTF-8: in Notepad under Save as, Encoding"
        problems.add(codes.UNREADABLE_FILE, (at, at + 1), message, cure)
        return content.decode("utf-8-sig", "replace"), False
