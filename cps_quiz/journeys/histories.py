"""The log of answers as JSON Lines, out and in."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from cps_quiz.core.bank import ItemId, ObjectiveId, TopicId
from cps_quiz.core.interaction import MisconceptionId
from cps_quiz.core.log import Logged
from cps_quiz.core.memory import Confidence
from cps_quiz.errors import PathNotFoundError, QuizError

_KINDS: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "attempt": str,
    "item": str,
    "topic": str,
    "objective": (str, type(None)),
    "fingerprint": str,
    "key": str,
    "response": dict,
    "offered": list,
    "chosen": list,
    "score": (int, float),
    "self_assessed": bool,
    "again": int,
    "confidence": (str, type(None)),
    "cram": bool,
    "seed": int,
    "seconds": (int, float, type(None)),
    "answered_at": int,
    "day": str,
}


class Log(Protocol):
    """A log of answers. Methods raise QuizError when it cannot be used."""

    def log(self) -> Iterator[tuple[Logged, int | None]]:
        """Every answer, and when it was undone (milliseconds) if it was."""

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        """Add answers; how many were new."""


class Merged(NamedTuple):
    """Lines read, answers that were new, and a sentence for each line that was skipped."""

    read: int
    new: int
    problems: list[str]


def export_lines(log: Log) -> Iterator[str]:
    """One JSON object for each answer, oldest first."""
    for entry, undone_at in log.log():
        confidence = entry.confidence.value if entry.confidence else None
        yield json.dumps({**entry._asdict(), "confidence": confidence, "undone_at": undone_at})


def import_lines(log: Log, path: Path) -> Merged:
    """Merge the answers of a file; lines that are none are skipped and told of.

    Raises PathNotFoundError or QuizError when the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise PathNotFoundError(str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise QuizError(
            f"{path} cannot be read: {error}.", "Name a file that `cps-quiz history export` wrote."
        ) from None
    problems: list[str] = []
    entries = []
    for number, line in enumerate(lines, 1):
        try:
            entries.append(_entry(json.loads(line)))
        except (ValueError, KeyError, TypeError):
            problems.append(f"{path}:{number}:1: this line is no answer that `history export` wrote; it is skipped.")
    return Merged(len(lines), log.merge(entries), problems)


def _entry(told: Any) -> tuple[Logged, int | None]:  # noqa: ANN401 - whatever stands in the file
    values = {name: told[name] for name in _KINDS}
    undone_at = told.get("undone_at")
    if not all(isinstance(values[name], kind) for name, kind in _KINDS.items()) or not isinstance(
        undone_at, int | None
    ):
        raise TypeError
    return Logged(
        **values
        | {
            "item": ItemId(values["item"]),
            "topic": TopicId(values["topic"]),
            "objective": ObjectiveId(values["objective"]) if values["objective"] else None,
            "offered": tuple(MisconceptionId(str(id_)) for id_ in values["offered"]),
            "chosen": tuple((str(text), MisconceptionId(id_) if id_ else None) for text, id_ in values["chosen"]),
            "confidence": Confidence(values["confidence"]) if values["confidence"] else None,
        }
    ), undone_at
