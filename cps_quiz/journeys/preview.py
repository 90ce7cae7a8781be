"""Seeing questions while they are written: the sound items of a file, and what `check` says of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.errors import NoBankError, PathNotFoundError
from cps_quiz.journeys.check import Wishes, examine, read_found
from cps_quiz.lint.selection import Selection
from cps_quiz.lint.walk import Patterns, find
from cps_quiz.source.diagnostic import Diagnostic


class Entry(NamedTuple):
    """An item that can be shown, with a sentence for each thing that `check` says of it."""

    item: Item
    notes: tuple[str, ...]


class Preview(NamedTuple):
    """All that can be shown of some files; `others` are the problems that belong to none of the entries."""

    entries: tuple[Entry, ...]
    others: tuple[str, ...]
    glossary: Glossary
    stamp: tuple[tuple[str, int], ...]


def preview(paths: Sequence[Path]) -> Preview:
    """What there is to see at `paths`. Raises PathNotFoundError, or NoBankError when there is no file."""
    found = find(paths, Patterns(Path()))
    if found.missing:
        raise PathNotFoundError(found.missing[0])
    if not found.files and not found.unreadable:
        raise NoBankError(", ".join(map(str, paths)))
    everything = Selection()
    library, diagnostics = examine(read_found(found), Wishes(lambda _path: everything))
    entries = []
    used: set[Diagnostic] = set()
    for file in library.files:
        decoded = file.decoded
        for place, item in zip(decoded.places, decoded.bank.items, strict=True) if decoded else ():
            if decoded and place not in decoded.broken:
                own = [d for d in diagnostics if d.path == file.path and d.item == item.id]
                used.update(own)
                entries.append(Entry(item, tuple(_note(diagnostic) for diagnostic in own)))
    others = tuple(f"{d.path}:{_note(d)}" for d in diagnostics if d not in used)
    return Preview(tuple(entries), others, library.glossary, stamp(found.files))


def stamp(files: Sequence[Path]) -> tuple[tuple[str, int], ...]:
    """When each file was last written: another stamp means that something changed."""
    return tuple((str(path), path.stat().st_mtime_ns if path.exists() else 0) for path in files)


def _note(d: Diagnostic) -> str:
    return f"{d.span.line}:{d.span.column}: {d.code.severity.value} {d.code.id} {d.message}; {d.help}"
