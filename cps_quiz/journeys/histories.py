"""The log of answers as JSON Lines, out and in."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from cps_quiz.core.log import Logged
from cps_quiz.core.memory import Confidence
from cps_quiz.errors import PathNotFoundError, QuizError

LAST = 32_503_680_000_000
"""The year 3000 in milliseconds: a time after it is a mistake, and schedules could not be counted from it."""

Check = Callable[[Any], bool]


def _is_text(value: Any) -> bool:  # noqa: ANN401 - whatever stands in the file
    """Text, without the half characters that no file can hold."""
    return isinstance(value, str) and value.encode(errors="replace").decode() == value


def _is_day(value: Any) -> bool:  # noqa: ANN401
    return _is_text(value) and "1970" <= value < "3000" and date.fromisoformat(value).isoformat() == value


def _is_pair(value: Any) -> bool:  # noqa: ANN401
    text, misconception = value
    return _is_text(text) and (misconception is None or _is_text(misconception))


def _is_bool(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, bool)


def _is_object(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, dict)


def _from_to(low: float, high: float, *kinds: type) -> Check:
    return lambda value: type(value) in kinds and low <= value <= high


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


_CHECKS: dict[str, Check] = {
    "id": _is_text,
    "attempt": _is_text,
    "item": _is_text,
    "topic": _is_text,
    "objective": _or_none(_is_text),
    "fingerprint": _is_text,
    "key": _is_text,
    "response": _is_object,
    "offered": _list_of(_is_text),
    "chosen": _list_of(_is_pair),
    "score": _from_to(0, 1, int, float),
    "self_assessed": _is_bool,
    "again": _from_to(0, 1000, int),
    "confidence": _or_none(_is_text),
    "cram": _is_bool,
    "seed": _from_to(-(2**63), 2**63 - 1, int),
    "seconds": _or_none(_from_to(-LAST, LAST, int, float)),
    "answered_at": _from_to(0, LAST, int),
    "day": _is_day,
}
"""What the fields of a line may hold; checks may raise ValueError or TypeError instead."""

_is_undone_at = _or_none(_from_to(0, LAST, int))


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
        with path.open(encoding="utf-8") as file:
            lines = file.readlines()
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
        except (ValueError, KeyError, TypeError, RecursionError):
            problems.append(f"{path}:{number}:1: this line is no answer that `history export` wrote; it is skipped.")
    return Merged(len(lines), log.merge(entries), problems)


def _entry(told: Any) -> tuple[Logged, int | None]:  # noqa: ANN401 - whatever stands in the file
    values = {name: told[name] for name in _CHECKS}
    undone_at = told.get("undone_at")
    if not all(check(values[name]) for name, check in _CHECKS.items()) or not _is_undone_at(undone_at):
        raise ValueError
    return Logged(
        **values
        | {
            "offered": tuple(values["offered"]),
            "chosen": tuple((text, id_) for text, id_ in values["chosen"]),
            "confidence": Confidence(values["confidence"]) if values["confidence"] else None,
        }
    ), undone_at
