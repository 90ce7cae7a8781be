"""Banks read the quick way: from a copy of what an earlier start made of the same files.

A copy is plain data in a file of the folder that the caller names. It begins with all that it was
made of, word for word: the program, the paths and the texts. So it is taken only where reading the
YAML would give the same, and what is damaged, old or not there is made anew without a word.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from cps_quiz import __version__
from cps_quiz.bank import files
from cps_quiz.bank.decoded import DecodedBank
from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.bank.plain_values import (
    plain_bank,
    plain_curriculum,
    restore_bank,
    restore_curriculum,
    shape,
)
from cps_quiz.bank.saving import replace_text
from cps_quiz.errors import QuizError

SLOTS = 8
"""Copies kept at most: each choice of banks has one of these places, and takes it from the one before."""

MOST_BYTES = 16 * 1024 * 1024
"""A copy that would be larger is not kept."""

_READERS = ("core", "source", "item_types", "bank")
"""The rooms that decide what a file means."""


def load_or_recall(paths: Sequence[Path], folder: Path) -> Library:
    """What `loading.load` gives, though without the trees, and quicker where `folder` has a copy.

    Only files without any problem are copied. A copy that cannot be written is done without.
    Raises as `files.read_all` does.
    """
    texts = files.read_all(paths)
    made_of = _made_of(texts)
    path = folder / f"banks-{crc32(repr([text[0] for text in texts]).encode()) % SLOTS}"
    return _recalled(path, made_of, texts) or _loaded(path, made_of, texts)


def _loaded(path: Path, made_of: str, texts: Sequence[files.ReadText]) -> Library:
    from cps_quiz.bank.loading import load_texts

    library = load_texts(texts)
    if not library.diagnostics and len(made_of) < MOST_BYTES:
        _keep(path, made_of, library)
    return library


def _made_of(texts: Sequence[files.ReadText]) -> str:
    """All that decides what the library will be. Lengths keep apart what texts could imitate."""
    shipped = files.shipped_curriculum()
    fallback = [files.read_named(shipped)] if shipped.is_file() else []
    parts = (f"{path}\0{len(text)}\0{usable}\0{text}\0" for path, text, usable, _ in (*fallback, *texts))
    return f"cps-quiz {__version__} {_age()} {shape()} {len(fallback)} {len(texts)}\0{''.join(parts)}"


def _age() -> int:
    """When the program's own reading last changed, in nanoseconds; in a checkout no version tells."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - at each start, of a hundred files
    folders, newest = [os.path.join(package, room) for room in _READERS], 0  # noqa: PTH118
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    newest = max(newest, entry.stat().st_mtime_ns)
                elif entry.is_dir():
                    folders.append(entry.path)
    return newest


def _keep(path: Path, made_of: str, library: Library) -> None:
    data = {
        "files": [
            [file.decoded and plain_bank(file.decoded.bank), file.curriculum and plain_curriculum(file.curriculum)]
            for file in library.files
        ],
        "curriculum": plain_curriculum(library.curriculum),
    }
    body = json.dumps(data, ensure_ascii=False)
    with suppress(OSError, QuizError, UnicodeEncodeError):  # a lone surrogate is no UTF-8
        copy = f"{made_of}{crc32(body.encode()):08x}{body}"
        if len(copy.encode()) <= MOST_BYTES:
            path.parent.mkdir(parents=True, exist_ok=True)
            _sweep(path)
            replace_text(path, copy)


def _sweep(path: Path) -> None:
    """Take away what a program that was killed while it wrote left beside `path`."""
    for left in path.parent.glob(f".{path.name}.*"):
        left.unlink(missing_ok=True)


def _recalled(path: Path, made_of: str, texts: Sequence[files.ReadText]) -> Library | None:
    """The library of the copy at `path`; None unless it is whole and made of just that."""
    try:
        with path.open("rb") as file:
            copy = file.read(MOST_BYTES)
        key = made_of.encode()
        body = copy[len(key) + 8 :]
        if not copy.startswith(key) or copy[len(key) : len(key) + 8] != b"%08x" % crc32(body):
            return None
        return _library(json.loads(body), texts)
    except (OSError, LookupError, TypeError, ValueError, RecursionError):
        return None


def _library(data: dict[str, list[list[object]]], texts: Sequence[files.ReadText]) -> Library:
    found = []
    for (path, text, *_), (bank, curriculum) in zip(texts, data["files"], strict=True):
        decoded = None if bank is None else restore_bank(bank)
        places = range(len(decoded.items)) if decoded else ()
        found.append(
            LoadedFile(
                path,
                text,
                decoded=decoded and DecodedBank(decoded, tuple(places), frozenset()),
                curriculum=None if curriculum is None else restore_curriculum(curriculum),
            )
        )
    return Library(tuple(found), restore_curriculum(data["curriculum"]))
