"""The folder of a pool: which Parquet files are in force, changed as a whole or not at all.

Answers lie in buckets of people, so that one bucket at a time can be made anew in little memory.
"""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree
from typing import Any, NamedTuple

from cps_quiz.errors import WriteFailedError
from cps_quiz.pool.errors import NoPoolError, PoolChangedError, PoolDamagedError

FORMAT = 1
MANIFEST = "pool.json"
BUCKETS = tuple(f"{number:x}" for number in range(16))
"""First digits of pseudonyms: pseudonyms are spread evenly, and so are buckets."""


class Pool(NamedTuple):
    """What stands in the manifest: the programme, files by bucket, and what was reported so far.

    `salt` makes the prints of who was reported unreadable; `reports` are folders of such prints, oldest
    first; `shown` holds for each cell what the last report said of it.
    """

    folder: Path
    programme: str
    salt: str
    answers: Mapping[str, tuple[str, ...]]
    reports: tuple[str, ...] = ()
    shown: Mapping[str, Any] = {}
    text: str = ""

    def files(self) -> list[Path]:
        """All files of answers."""
        return [self.folder / name for bucket in BUCKETS for name in self.answers.get(bucket, ())]


def new_pool(folder: Path, programme: str) -> Pool:
    """A pool without answers; nothing is written yet."""
    return Pool(folder, programme, secrets.token_hex(16), {})


def open_pool(folder: Path) -> Pool:
    """The pool in a folder. Raises NoPoolError or PoolDamagedError."""
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        raise NoPoolError(folder) from None
    except (OSError, UnicodeDecodeError):
        raise PoolDamagedError(folder, f"{MANIFEST} cannot be read") from None
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise PoolDamagedError(folder, f"its format is {told['format']}, and this program knows {FORMAT}")
        answers = {bucket: tuple(map(str, names)) for bucket, names in told["answers"].items()}
        pool = Pool(
            folder, str(told["programme"]), str(told["salt"]), answers, tuple(told["reports"]), told["shown"], text
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise PoolDamagedError(folder, f"{MANIFEST} is not what the program wrote") from None
    missing = [path.name for path in pool.files() if not path.is_file()]
    if missing:
        raise PoolDamagedError(folder, f"{missing[0]} is missing")
    return pool


def commit(pool: Pool, before: Pool) -> Pool:
    """Put `pool` in force; files that it no longer names are deleted.

    Raises PoolChangedError when another process changed it since `before` was read, and WriteFailedError.
    """
    path = pool.folder / MANIFEST
    text = json.dumps(
        {
            "format": FORMAT,
            "programme": pool.programme,
            "salt": pool.salt,
            "answers": pool.answers,
            "reports": pool.reports,
            "shown": pool.shown,
        }
    )
    try:
        if (path.read_text(encoding="utf-8") if path.exists() else "") != before.text:
            raise PoolChangedError(pool.folder)
        beside = path.with_name(f".{MANIFEST}.{os.getpid()}")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
        _tidy(pool)
    except OSError as error:
        raise WriteFailedError(str(path), error.strerror or str(error)) from None
    return pool._replace(text=text)


def _tidy(pool: Pool) -> None:
    """Delete Parquet files that are not in force, such as those of an interrupted run."""
    named = {path.name for path in pool.files()}
    for path in pool.folder.glob("answers-*.parquet"):
        if path.name not in named:
            path.unlink(missing_ok=True)
    for folder in pool.folder.glob("report-*"):
        if folder.name not in pool.reports:
            rmtree(folder, ignore_errors=True)


def new_name(bucket: str) -> str:
    """A name for a file of a bucket that none had before."""
    return f"answers-{bucket}-{secrets.token_hex(6)}.parquet"
