"""Between a line of the log and its row in the database."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.record.log import Logged, labels_of_data, labels_of_old

COLUMNS = Logged._fields


def row_of(entry: Logged) -> tuple[Any, ...]:
    """The values of a row of `answers`, in the order of COLUMNS."""
    import json

    kept = entry._asdict() | {
        "response": json.dumps(entry.response),
        "offered": json.dumps(entry.offered) if entry.offered else "[]",
        "chosen": json.dumps(entry.chosen),
        "labels": json.dumps([[label.kind.value, label.id] for label in entry.labels]) if entry.labels else "[]",
        "offered_names": json.dumps(entry.offered_names) if entry.offered_names else "[]",
        "confidence": entry.confidence.value if entry.confidence else None,
    }
    return tuple(kept.values())


def logged_of(row: sqlite3.Row | Mapping[str, Any]) -> Logged:
    """The line of the log that a row holds. Raises sqlite3.DatabaseError for one that is damaged."""
    try:
        return _logged_of(row)
    except (ValueError, TypeError, RecursionError) as error:
        raise sqlite3.DatabaseError(f"{row['id']}: {error}") from None


def _logged_of(row: sqlite3.Row | Mapping[str, Any]) -> Logged:
    import json

    chosen = tuple((text, MisconceptionId(id_) if id_ else None) for text, id_ in json.loads(row["chosen"]))
    labels = row["labels"]
    return Logged(
        id=row["id"],
        attempt=row["attempt"],
        item=ItemId(row["item"]),
        topic=TopicId(row["topic"]),
        objective=ObjectiveId(row["objective"]) if row["objective"] is not None else None,
        fingerprint=row["fingerprint"],
        key=row["key"],
        response=json.loads(row["response"]),
        offered=tuple(MisconceptionId(id_) for id_ in json.loads(row["offered"])),
        chosen=chosen,
        score=row["score"],
        self_assessed=bool(row["self_assessed"]),
        again=row["again"],
        confidence=Confidence(row["confidence"]) if row["confidence"] else None,
        cram=bool(row["cram"]),
        seed=row["seed"],
        seconds=row["seconds"],
        answered_at=row["answered_at"],
        day=row["day"],
        labels=labels_of_old(chosen) if labels is None else labels_of_data(json.loads(labels)),
        offered_names=tuple(MisconceptionId(id_) for id_ in json.loads(row["offered_names"] or "[]")),
        print=row["print"],
        machine=row["machine"],
        seq=row["seq"],
        doubtful=bool(row["doubtful"]),
        counted_at=row["counted_at"],
        counted_day=row["counted_day"],
    )
