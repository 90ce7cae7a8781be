"""Whether what is kept of a mock exam is sound: it may come from another machine, or from a newer version."""

import json
from enum import Enum
from re import compile as pattern
from typing import Any

from cps_quiz.core.exam.exam import Ending
from cps_quiz.core.exam.report import FinishedExam
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Level
from cps_quiz.core.record.exam_record import from_kept
from cps_quiz.core.record.log import Kept
from cps_quiz.journeys.foreign_values import (
    LAST,
    Check,
    from_to,
    is_bool,
    is_count,
    is_day,
    is_seconds,
    is_text,
    is_time,
    is_whole,
    list_of,
    or_none,
    sound,
)

_ID = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*+")
_is_place = from_to(0, 5, int)


def is_id(value: Any) -> bool:  # noqa: ANN401 - whatever stands in the record
    """An id as banks write them: it is shown as part of a command."""
    return is_text(value) and _ID.fullmatch(value) is not None


def one_of(kind: type[Enum]) -> Check:
    """One of the words of `kind`."""
    return lambda value: value in {word.value for word in kind}


def is_response(value: Any) -> bool:  # noqa: ANN401
    """Chosen options or arranged steps, as `core.log.plain` writes them."""
    return (
        isinstance(value, dict)
        and len(value) == 1
        and value.keys() <= {"chosen", "arranged"}
        and all(list_of(_is_place)(places) and len(set(places)) == len(places) for places in value.values())
    )


_RECORD_CHECKS: dict[str, Check] = {
    "ended_at": is_time,
    "day": is_day,
    "ending": one_of(Ending),
    "seed": is_whole,
    "settings": lambda record: sound(record, _SETTINGS_CHECKS),
    "breaks": lambda record: sound(record, _BREAKS_CHECKS),
    "spent": is_seconds,
    "outcomes": lambda record: bool(record) and list_of(lambda one: sound(one, _OUTCOME_CHECKS))(record),
}

_SETTINGS_CHECKS: dict[str, Check] = {
    "seconds": or_none(is_seconds),
    "target": from_to(0, 100, int, float),
    "factor": from_to(0, LAST, int, float),
    "certainty": is_bool,
}

_BREAKS_CHECKS: dict[str, Check] = {"taken": is_count, "seconds": is_seconds, "resumed": is_count}

_OUTCOME_CHECKS: dict[str, Check] = {
    "item": is_id,
    "topic": is_id,
    "objective": or_none(is_id),
    "level": or_none(one_of(Level)),
    "print": is_text,
    "response": or_none(is_response),
    "chance": from_to(0, 1, int, float),
    "right": is_bool,
    "tempted": list_of(is_id),
    "certainty": or_none(one_of(Confidence)),
    "flagged": is_bool,
    "seconds": is_seconds,
}


def read_kept(kept: Kept, number: int) -> FinishedExam | None:
    """The exam that was kept; None when its record is not sound."""
    try:
        record = json.loads(kept.record)
        whole = sound(record, _RECORD_CHECKS) and is_seconds(record.get("away_seconds", 0))
        return from_kept(kept, number) if whole else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
