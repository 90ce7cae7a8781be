"""A commented bank to start from, and writing it without harm."""

import os
from pathlib import Path
from re import compile as pattern
from shlex import quote

from cps_quiz.bank.loading import shipped_curriculum
from cps_quiz.errors import QuizError, WriteFailedError

_NOT_ID = pattern(r"[^a-z0-9]+")
_NAME = pattern(r"[a-z]{4}")
"""What an id has that no YAML tool could take for a number, a date or a truth."""

_HERE = Path(__file__).parent


class FileExistsAlreadyError(QuizError):
    """A file that would be overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already.", "Give another name; nothing was changed.")


def bank_id(path: Path) -> str:
    """The id of a bank that will stand at `path`, from the file's name."""
    bank = _NOT_ID.sub("-", path.stem.lower()).strip("-")
    is_name = _NAME.search(bank) and bank not in {"null", "true", "false"}
    return bank if is_name else f"bank-{bank}" if bank else "my-bank"


def starter_text(path: Path) -> str:
    """The text of a new bank that will stand at `path`."""
    bank = bank_id(path)
    topic = next(iter(shipped_curriculum().topics), "goal-setting")
    known = {
        "schema": str(_HERE / "schema.json"),
        "file": quote(" ".join(str(path).split())),
        "bank": bank,
        "title": bank.replace("-", " ").capitalize(),
        "topic": topic,
    }
    text = (_HERE / "starter.yaml").read_text(encoding="utf-8")
    for name, value in known.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def write_new(path: Path, text: str) -> None:
    """Write a file that must not exist yet, whole or not at all.

    Raises FileExistsAlreadyError, or WriteFailedError when the system will not write it.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                path.unlink()
                raise
    except FileExistsError:
        raise FileExistsAlreadyError(path) from None
    except OSError as error:
        raise WriteFailedError(str(path), error.strerror or str(error)) from None
