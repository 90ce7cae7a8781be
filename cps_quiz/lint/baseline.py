"""A baseline: problems that are known and put off, so that only new ones are reported.

A problem is known again by its file, code, item and route, in which a place in a list is replaced by a
print of what stands there: neither other lines nor other items bring it back. Version 1, which knew a
problem by its message, is still read.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.library import LoadedFile
from cps_quiz.errors import QuizError
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.node import Mapping, Node, Scalar, Sequence, text_of
from cps_quiz.source.span import Lines

VERSION = 2


class BadBaselineError(QuizError):
    """A baseline file that cannot be used."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The baseline {path} cannot be used: {reason}.", "Write it anew with --write-baseline.")


class Known(NamedTuple):
    """What a problem is known by; `path` is relative to the baseline's folder, with slashes.

    `what` is the route to its place, in version 1 its message.
    """

    path: str
    code: str
    item: str
    what: str


class Baseline(NamedTuple):
    """How often each known problem is put off."""

    version: int
    counts: Counter[Known]


_WHAT = {1: "message", 2: "route"}


def baseline_text(diagnostics: Iterable[Diagnostic], files: Iterable[LoadedFile], folder: Path) -> str:
    """The text of a baseline file in `folder` with all `diagnostics` of `files`."""
    known_by = _routes(files, folder)
    counts = Counter(known_by(diagnostic) for diagnostic in diagnostics)
    rows = [
        {"path": known.path, "code": known.code, "item": known.item, "route": known.what, "count": count}
        for known, count in sorted(counts.items())
    ]
    return json.dumps({"version": VERSION, "problems": rows}, indent=2) + "\n"


def read_baseline(path: Path) -> Baseline:
    """The baseline at `path`. Raises BadBaselineError when the file cannot be read or is no baseline."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        version = int(content.get("version", 1))
        names = ("path", "code", "item", _WHAT[version])
        rows = content["problems"]
        return Baseline(
            version, Counter({Known(*(str(row[name]) for name in names)): int(row["count"]) for row in rows})
        )
    except OSError as error:
        raise BadBaselineError(path, (error.strerror or str(error)).lower()) from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise BadBaselineError(path, "it is no baseline of cps-quiz") from None


def without_known(
    diagnostics: Iterable[Diagnostic], baseline: Baseline, files: Iterable[LoadedFile], folder: Path
) -> list[Diagnostic]:
    """The `diagnostics` that are new, in their order."""
    known_by = _routes(files, folder) if baseline.version == VERSION else _messages(folder)
    left = baseline.counts.copy()
    new = []
    for diagnostic in diagnostics:
        key = known_by(diagnostic)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(diagnostic)
    return new


def _messages(folder: Path) -> Callable[[Diagnostic], Known]:
    return lambda d: Known(_relative(d.path, folder), d.code.id, d.item or "", d.message)


def _routes(files: Iterable[LoadedFile], folder: Path) -> Callable[[Diagnostic], Known]:
    by_path = {file.path: file for file in files}
    lines: dict[str, Lines] = {}

    def known_by(diagnostic: Diagnostic) -> Known:
        file = by_path[diagnostic.path]
        if file.path not in lines:
            lines[file.path] = Lines(file.text)
        offset = lines[file.path].offset(diagnostic.span.line, diagnostic.span.column)
        route = "/".join(_route(file.node, offset)) if file.node is not None else ""
        return Known(_relative(file.path, folder), diagnostic.code.id, diagnostic.item or "", route)

    return known_by


def _relative(path: str, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _route(node: Node, offset: int) -> list[str]:
    """The names on the way to what stands at `offset`; an entry of a list by its id or its print."""
    names: list[str] = []
    while True:
        step = _step(node, offset)
        if step is None:
            return names
        name, node = step
        names.append(name)


def _step(node: Node, offset: int) -> tuple[str, Node] | None:
    match node:
        case Mapping(fields, values):
            for field, value in zip(reversed(fields), reversed(values), strict=True):
                if field.start <= offset:
                    return (field.text if isinstance(field, Scalar) else ""), value
        case Sequence(items):
            for entry in reversed(items):
                if entry.start <= offset:
                    return _print(entry), entry
        case Scalar():
            pass
    return None


def _print(entry: Node) -> str:
    """What an entry of a list is known by: its id, else a print of its first text."""
    if isinstance(entry, Mapping) and (id_ := text_of(entry, "id")):
        return id_
    first = entry
    while not isinstance(first, Scalar):
        inner = first.values if isinstance(first, Mapping) else first.items
        if not inner:
            return ""
        first = inner[0]
    return sha256(" ".join(first.text.split()).encode(errors="surrogatepass")).hexdigest()[:12]
