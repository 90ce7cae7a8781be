"""Reading lines of a log that somebody hands in: each is what it says, or it is told of."""

import json
from collections.abc import Callable
from pathlib import Path
from re import compile as pattern
from typing import Any

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.log import Aside, Attempt, Kept, Logged, Question, Rest, labels_of_data, labels_of_old
from cps_quiz.core.record.marks import Flag, Note
from cps_quiz.errors import PathNotFoundError, QuizError
from cps_quiz.journeys.asked_questions import read as read_question
from cps_quiz.journeys.drill.keeping import LONGEST_SECONDS
from cps_quiz.journeys.exam.checks import is_id, read_kept
from cps_quiz.journeys.foreign_values import (
    LAST,
    Check,
    from_to,
    is_bool,
    is_count,
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
    "machine": or_none(is_text),
    "seq": or_none(is_count),
    "doubtful": is_bool,
}
"""The same, of fields that older versions did not write."""


_CHOICES: dict[str, Check] = {"exam-date": is_day, "confidence": lambda value: value in {"on", "off"}}
"""What the choices that this version knows may be."""

_KIND = pattern("[a-z][a-z_]{0,39}")
_SECRET = pattern("[0-9a-f]{64}")
_LONGEST_UNKNOWN = 100_000


class Read:
    """What the lines of a file hold; `problems` has a sentence for each line that was skipped."""

    def __init__(self) -> None:
        self.answers: list[tuple[Logged, int | None]] = []
        self.exams: list[Kept] = []
        self.sittings: list[tuple[Attempt, int | None]] = []
        self.rest = Rest()
        self.problems: list[str] = []

    def line(self, line: str) -> None:
        """Take a line in. Raises ValueError, KeyError, TypeError or RecursionError for one that cannot be used."""
        fields = json.loads(line)
        kind = next(iter(fields), "")
        if kind in _READERS:
            _READERS[kind](self, fields)
        elif isinstance(fields, dict) and "id" not in fields and _KIND.fullmatch(kind) and len(line) < _LONGEST_UNKNOWN:
            self._more(unknown=json.dumps(fields))
        else:
            self.answers.append(_entry(fields))

    def _exam(self, fields: Any) -> None:  # noqa: ANN401 - whatever stands in the file
        record = json.dumps(fields["record"])
        kept = Kept(fields["exam"], fields["started_at"], record, fields.get("number"))
        sound_ = is_text(kept.id) and is_time(kept.started_at) and or_none(from_to(1, 10**9, int))(kept.number)
        if not sound_ or read_kept(kept, 1) is None:
            raise ValueError
        self.exams.append(kept)

    def _question(self, fields: Any) -> None:  # noqa: ANN401
        question = Question(fields["question"], fields["fingerprint"], json.dumps(fields["item"]))
        if not (is_text(question.print) and is_text(question.fingerprint) and read_question(question)):
            raise ValueError
        self._more(questions=question)

    def _choice(self, fields: Any) -> None:  # noqa: ANN401
        name, value = fields["choice"], fields["value"]
        if name not in _CHOICES:
            self._more(unknown=json.dumps(fields))
        elif is_text(value) and _CHOICES[name](value):
            self._more(choices=(name, value))
        else:
            raise ValueError

    def _undone(self, fields: Any) -> None:  # noqa: ANN401
        self._more(undone=_noted(fields, "undone"))

    def _deleted(self, fields: Any) -> None:  # noqa: ANN401
        self._more(deleted=_noted(fields, "exam_deleted"))

    def _aside(self, fields: Any) -> None:  # noqa: ANN401
        id_, at = _noted(fields, "aside")
        if fields["kind"] not in {"item", "topic"} or not is_bool(fields["on"]) or not is_id(id_):
            raise ValueError
        self._more(asides=Aside(fields["kind"], id_, int(fields["on"]), at))

    def _flag(self, fields: Any) -> None:  # noqa: ANN401
        id_, at = _noted(fields, "flag")
        if not is_bool(fields["on"]) or not is_id(id_):
            raise ValueError
        self._more(flags=Flag(ItemId(id_), fields["on"], at))

    def _note(self, fields: Any) -> None:  # noqa: ANN401
        id_, at = _noted(fields, "note")
        if not is_text(fields["text"]) or not is_id(id_):
            raise ValueError
        self._more(notes=Note(ItemId(id_), fields["text"], at))

    def _secret(self, fields: Any) -> None:  # noqa: ANN401
        if not (is_text(fields["secret"]) and _SECRET.fullmatch(fields["secret"])):
            raise ValueError
        self._more(secrets=fields["secret"])

    def _sitting(self, fields: Any) -> None:  # noqa: ANN401
        told = Attempt(**{name: fields[name] for name in Attempt._fields})
        texts = is_text(told.id) and is_text(told.kind) and is_text(told.plan) and or_none(is_text)(told.owner)
        if not (texts and is_whole(told.seed) and is_time(told.started_at) and or_none(is_time)(fields["ended_at"])):
            raise ValueError
        self.sittings.append((told, fields["ended_at"]))

    def _more(self, **told: Any) -> None:  # noqa: ANN401
        self.rest = self.rest._replace(**{name: (*getattr(self.rest, name), value) for name, value in told.items()})


_READERS: dict[str, Callable[[Read, Any], None]] = {
    "exam": Read._exam,  # noqa: SLF001 - of this file
    "question": Read._question,  # noqa: SLF001
    "choice": Read._choice,  # noqa: SLF001
    "undone": Read._undone,  # noqa: SLF001
    "exam_deleted": Read._deleted,  # noqa: SLF001
    "aside": Read._aside,  # noqa: SLF001
    "flag": Read._flag,  # noqa: SLF001
    "note": Read._note,  # noqa: SLF001
    "secret": Read._secret,  # noqa: SLF001
    "sitting": Read._sitting,  # noqa: SLF001
}


def read_lines(path: Path) -> Read:
    """What the lines of a file hold.

    Raises PathNotFoundError, or QuizError when the file cannot be read.
    """
    text = _text(path)
    lines = text.splitlines() if "\x00" not in text else [text]
    read = Read()
    for number, line in enumerate(lines, 1):
        try:
            read.line(line)
        except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
            cut = number == len(lines) and line.startswith("{") and not text.endswith("\n") and not line.endswith("}")
            read.problems.append(f"{path}:{number}:1: {_CUT_OFF if cut else _NO_LINE}")
    return read


_NO_LINE = "this line is no answer that `history export` wrote; it is skipped."
_CUT_OFF = "the file ends in the middle of this line: the copy was cut off. It is skipped; copy the file once more."


def _text(path: Path) -> str:
    """The text of a file, in UTF-8, or in UTF-16 as PowerShell writes it."""
    try:
        raw = path.read_bytes()
        if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            return raw.decode("utf-16")
        return raw.decode("utf-8-sig")
    except FileNotFoundError:
        raise PathNotFoundError(str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise QuizError(
            f"{path} cannot be read: {error}.", "Name a file that `cps-quiz history export` wrote."
        ) from None


def _noted(fields: Any, name: str) -> tuple[str, int]:  # noqa: ANN401
    if not (is_text(fields[name]) and is_time(fields["at"])):
        raise ValueError
    return fields[name], fields["at"]


def _entry(fields: Any) -> tuple[Logged, int | None]:  # noqa: ANN401 - whatever stands in the file
    values = {name: fields[name] for name in _CHECKS}
    undone_at = fields.get("undone_at")
    later = {name: fields[name] for name in _LATER if fields.get(name) is not None}
    known = {name: _LATER[name] for name in later}
    if not (sound(values, _CHECKS) and sound(later, known) and or_none(is_time)(undone_at)):
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
            "seconds": _seconds(values["seconds"]),
            "machine": later.get("machine"),
            "seq": later.get("seq"),
            "doubtful": later.get("doubtful", False),
        }
    ), undone_at


def _seconds(told: float | None) -> float | None:
    """A time that says something of the answer: older versions kept any."""
    return told if told is not None and 0 <= told <= LONGEST_SECONDS else None
