"""What is kept of a mock exam that is over, as plain text."""

import json
from typing import Any

from cps_quiz.core.exam.exam import Breaks, Ending, Settings
from cps_quiz.core.exam.report import FinishedExam, Outcome
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import ItemId, Level, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.record.drill_text import response_of
from cps_quiz.core.record.log import Kept, plain


def to_kept(finished: FinishedExam) -> Kept:
    """What to keep of an exam; its number follows from the others."""
    told: dict[str, Any] = {
        "ended_at": finished.ended_at,
        "day": finished.day,
        "ending": finished.ending.value,
        "seed": finished.seed,
        "settings": finished.settings._asdict(),
        "breaks": {name: value for name, value in finished.breaks._asdict().items() if name != "away"},
        "away_seconds": round(finished.breaks.away, 1),
        "spent": finished.spent,
        "outcomes": [_outcome(one) for one in finished.outcomes],
    }
    return Kept(finished.id, finished.started_at, json.dumps(told))


def from_kept(kept: Kept, number: int) -> FinishedExam:
    """The exam that was kept. Raises ValueError, KeyError or TypeError for what `to_kept` did not write."""
    told = json.loads(kept.record)
    return FinishedExam(
        id=kept.id,
        number=number,
        started_at=kept.started_at,
        ended_at=told["ended_at"],
        day=told["day"],
        ending=Ending(told["ending"]),
        seed=told["seed"],
        settings=Settings(**told["settings"]),
        breaks=Breaks(**told["breaks"], away=told.get("away_seconds", 0.0)),
        spent=told["spent"],
        outcomes=tuple(_read(one) for one in told["outcomes"]),
    )


def _outcome(one: Outcome) -> dict[str, Any]:
    return one._asdict() | {
        "response": plain(one.response) if one.response is not None else None,
        "level": one.level.value if one.level else None,
        "certainty": one.certainty.value if one.certainty else None,
    }


def _read(told: dict[str, Any]) -> Outcome:
    return Outcome(
        item=ItemId(told["item"]),
        topic=TopicId(told["topic"]),
        objective=ObjectiveId(told["objective"]) if told["objective"] else None,
        level=Level(told["level"]) if told["level"] else None,
        print=told["print"],
        response=response_of(told["response"]) if told["response"] else None,
        chance=told["chance"],
        right=told["right"],
        tempted=tuple(MisconceptionId(id_) for id_ in told["tempted"]),
        certainty=Confidence(told["certainty"]) if told["certainty"] else None,
        flagged=told["flagged"],
        seconds=told["seconds"],
    )
