"""The log of answers as JSON Lines, out and in."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from re import fullmatch
from typing import Any, NamedTuple, Protocol

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.record.log import Kept, Logged, labels_of_data, labels_of_old
from cps_quiz.errors import PathNotFoundError, QuizError
from cps_quiz.journeys.exam.checks import read_kept
from cps_quiz.journeys.foreign_values import (
    LAST,
    Check,
    from_to,
    is_bool,
    is_day,
    is_label,
    is_object,
    is_pair,
    is_text,
    is_time,
    is_whole,
    list_of,
    or_none,
    sound,
)

_CHECKS: dict[str, Check] = {
    "id": is_text,
    "attempt": is_text,
    "item": is_text,
    "topic": is_text,
    "objective": or_none(is_text),
    "fingerprint": is_text,
    "key": is_text,
    "response": is_object,
    "offered": list_of(is_text),
    "chosen": list_of(is_pair),
    "score": from_to(0, 1, int, float),
    "self_assessed": is_bool,
    "again": from_to(0, 1000, int),
    "confidence": or_none(is_text),
    "cram": is_bool,
    "seed": is_whole,
    "seconds": or_none(from_to(-LAST, LAST, int, float)),
    "answered_at": is_time,
    "day": is_day,
}
"""What the fields of an answer may hold."""

_LATER: dict[str, Check] = {
    "labels": list_of(is_label),
    "offered_names": list_of(is_text),
    "print": or_none(is_text),
}
"""The same, of fields that older versions did not write."""


class Log(Protocol):
    """A log of answers. Methods raise QuizError when it cannot be used."""

    def log(self) -> Iterator[tuple[Logged, int | None]]:
        """Every answer, and when it was undone (milliseconds) if it was."""

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        """Add answers; how many were new."""

    def exams(self) -> Sequence[Kept]:
        """The mock exams that are over."""

    def merge_exams(self, exams: Iterable[Kept]) -> int:
        """Add exams; how many were new."""

    def secret(self) -> str | None:
        """The learner's secret, from which pseudonyms are made."""

    def merge_secret(self, value: str) -> None:
        """Keep a secret; of two, the smaller one holds."""


class Merged(NamedTuple):
    """Lines of answers read, answers and exams that were new, and a sentence for each line that was skipped."""

    read: int
    new: int
    exams: int
    problems: list[str]


def export_lines(log: Log) -> Iterator[str]:
    """One JSON object for each answer, then one for each mock exam, oldest first."""
    for entry, undone_at in log.log():
        confidence = entry.confidence.value if entry.confidence else None
        labels = [[label.kind.value, label.id] for label in entry.labels]
        yield json.dumps({**entry._asdict(), "confidence": confidence, "labels": labels, "undone_at": undone_at})
    for kept in log.exams():
        yield json.dumps({"exam": kept.id, "started_at": kept.started_at, "record": _plain(kept.record)})
    if (secret := log.secret()) is not None:
        yield json.dumps({"secret": secret})


def _plain(record: str) -> Any:  # noqa: ANN401
    """A record as data; one that is damaged as the text that it is, so that nothing is lost."""
    try:
        return json.loads(record)
    except (ValueError, RecursionError):
        return record


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
    entries, exams, secrets = [], [], []
    for number, line in enumerate(lines, 1):
        try:
            fields = json.loads(line)
            if "exam" in fields:
                exams.append(_exam(fields))
            elif "secret" in fields:
                secrets.append(_secret(fields))
            else:
                entries.append(_entry(fields))
        except (ValueError, KeyError, TypeError, RecursionError):
            problems.append(f"{path}:{number}:1: this line is no answer that `history export` wrote; it is skipped.")
    for secret in secrets:
        log.merge_secret(secret)
    read = len(lines) - len(exams) - len(secrets)
    return Merged(read, log.merge(entries), log.merge_exams(exams), problems)


def _exam(fields: Any) -> Kept:  # noqa: ANN401
    kept = Kept(fields["exam"], fields["started_at"], json.dumps(fields["record"]))
    if not is_text(kept.id) or not is_time(kept.started_at) or read_kept(kept, 1) is None:
        raise ValueError
    return kept


def _secret(fields: Any) -> str:  # noqa: ANN401
    secret = fields["secret"]
    if not isinstance(secret, str) or not fullmatch("[0-9a-f]{64}", secret):
        raise ValueError
    return secret


def _entry(fields: Any) -> tuple[Logged, int | None]:  # noqa: ANN401 - whatever stands in the file
    values = {name: fields[name] for name in _CHECKS}
    undone_at = fields.get("undone_at")
    later = {name: fields[name] for name in _LATER if name in fields}
    if not (sound(values, _CHECKS) and sound(later, _LATER) and or_none(is_time)(undone_at)):
        raise ValueError
    chosen = tuple((text, id_) for text, id_ in values["chosen"])
    return Logged(
        **values
        | {
            "offered": tuple(values["offered"]),
            "chosen": chosen,
            "confidence": Confidence(values["confidence"]) if values["confidence"] else None,
            "labels": labels_of_data(later["labels"]) if "labels" in later else labels_of_old(chosen),
            "offered_names": tuple(later.get("offered_names", ())),
            "print": later.get("print"),
        }
    ), undone_at
