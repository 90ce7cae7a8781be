"""A baseline: problems that are known and put off, so that only new ones are reported.

A problem is known again by its file, code, item and message, not by its line: edits elsewhere in
the file do not bring it back.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cps_quiz.errors import QuizError
from cps_quiz.source.diagnostic import Diagnostic

VERSION = 1


class BadBaselineError(QuizError):
    """A baseline file that cannot be used."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The baseline {path} cannot be used: {reason}.", "Write it anew with --write-baseline.")


class Known(NamedTuple):
    """What a problem is known by; `path` is relative to the baseline's folder, with slashes."""

    path: str
    code: str
    item: str
    message: str


def known_by(diagnostic: Diagnostic, folder: Path) -> Known:
    """What `diagnostic` would be known by in a baseline that stands in `folder`."""
    path = Path(os.path.relpath(diagnostic.path, folder)).as_posix()
    return Known(path, diagnostic.code.id, diagnostic.item or "", diagnostic.message)


def baseline_text(diagnostics: Iterable[Diagnostic], folder: Path) -> str:
    """The text of a baseline file with all `diagnostics`."""
    counts = Counter(known_by(diagnostic, folder) for diagnostic in diagnostics)
    rows = [{**known._asdict(), "count": count} for known, count in sorted(counts.items())]
    return json.dumps({"version": VERSION, "problems": rows}, indent=2) + "\n"


def read_baseline(path: Path) -> Counter[Known]:
    """How often each known problem is put off.

    Raises BadBaselineError when the file cannot be read or is no baseline.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["problems"]
        return Counter({Known(*(str(row[name]) for name in Known._fields)): int(row["count"]) for row in rows})
    except OSError as error:
        raise BadBaselineError(path, (error.strerror or str(error)).lower()) from None
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise BadBaselineError(path, "it is no baseline of cps-quiz") from None


def without_known(diagnostics: Iterable[Diagnostic], known: Counter[Known], folder: Path) -> list[Diagnostic]:
    """The `diagnostics` that are new, in their order."""
    left = known.copy()
    new = []
    for diagnostic in diagnostics:
        key = known_by(diagnostic, folder)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(diagnostic)
    return new
