"""What is kept of a learner as lines of JSON: what an export holds, and a file of answers that wait."""

import json
from typing import Any

from cps_quiz.core.record.log import Aside, Attempt, Kept, Logged, Question
from cps_quiz.core.record.marks import Flag, Note

_MADE_AGAIN = {"counted_at", "counted_day"}
"""Fields that follow from the rest of the log."""


def answer_line(entry: Logged, undone_at: int | None = None) -> str:
    """The line of an answer, with the time (milliseconds) at which it was taken back, if it was."""
    told = {name: value for name, value in entry._asdict().items() if name not in _MADE_AGAIN}
    confidence = entry.confidence.value if entry.confidence else None
    labels = [[label.kind.value, label.id] for label in entry.labels]
    return json.dumps({**told, "confidence": confidence, "labels": labels, "undone_at": undone_at})


def exam_line(kept: Kept) -> str:
    """The line of a mock exam that is over."""
    told = {"exam": kept.id, "number": kept.number, "started_at": kept.started_at, "record": _plain(kept.record)}
    return json.dumps(told)


def exam_deleted_line(exam: str, at: int) -> str:
    """The line that tells that an exam was deleted."""
    return json.dumps({"exam_deleted": exam, "at": at})


def undone_line(answer: str, at: int) -> str:
    """The line that tells that an answer was taken back."""
    return json.dumps({"undone": answer, "at": at})


def question_line(question: Question) -> str:
    """The line of a question as it was asked."""
    told = {"question": question.print, "fingerprint": question.fingerprint, "item": _plain(question.text)}
    return json.dumps(told)


def choice_line(name: str, value: str) -> str:
    """The line of a choice."""
    return json.dumps({"choice": name, "value": value})


def aside_line(aside: Aside) -> str:
    """The line of an item or topic that was put aside, or brought back."""
    return json.dumps({"aside": aside.id, "kind": aside.kind, "on": bool(aside.aside), "at": aside.at})


def flag_line(flag: Flag) -> str:
    """The line of a flag, or of one that was taken away."""
    return json.dumps({"flag": flag.item, "on": flag.flagged, "at": flag.at})


def note_line(note: Note) -> str:
    """The line of a note; an empty text takes it away."""
    return json.dumps({"note": note.item, "text": note.text, "at": note.at})


def sitting_line(attempt: Attempt, ended_at: int | None = None) -> str:
    """The line of a sitting, as it goes on or over; it stands in files of what waits, not in exports."""
    return json.dumps({"sitting": attempt.id, **attempt._asdict(), "ended_at": ended_at})


def _plain(text: str) -> Any:  # noqa: ANN401
    """JSON as data; what is damaged as the text that it is, so that nothing is lost."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def secret_line(secret: str) -> str:
    """The secret from which a learner's pseudonyms are made, so that all machines of a person have one."""
    return json.dumps({"secret": secret})
