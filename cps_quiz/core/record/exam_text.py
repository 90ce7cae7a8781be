"""An exam as plain text, so that one that was cut off goes on with the time it had left."""

import json
from collections.abc import Mapping
from typing import Any

from cps_quiz.core.exam.exam import Breaks, Exam, Place, Settings
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.fingerprint import fingerprint
from cps_quiz.core.record.drill_text import response_of
from cps_quiz.core.record.log import plain


def to_text(exam: Exam) -> str:
    """All of `exam` but its items and its seed."""
    return json.dumps(
        {
            "settings": exam.settings._asdict(),
            "places": [_place(place) for place in exam.places],
            "at": exam.at,
            "spent": round(exam.spent, 1),
            "breaks": exam.breaks._asdict(),
        }
    )


def asked_in(text: str) -> dict[ItemId, str]:
    """The fingerprints of the questions of the exam that `text` tells of; raises as `from_text` does."""
    return {ItemId(place["item"]): place["print"] for place in json.loads(text)["places"]}


def from_text(text: str, seed: int, items: Mapping[ItemId, Item]) -> Exam | None:
    """The exam that `text` tells of; None when one of its items is gone or another by now.

    Raises ValueError, KeyError or TypeError for a text that `to_text` did not write.
    """
    told = json.loads(text)
    if any(_is_another(place, items) for place in told["places"]):
        return None
    return Exam(
        seed=seed,
        settings=Settings(**told["settings"]),
        places=tuple(_read(number, place, items[place["item"]]) for number, place in enumerate(told["places"], 1)),
        at=told["at"],
        spent=told["spent"],
        breaks=Breaks(**told["breaks"]),
    )


def _place(place: Place) -> dict[str, Any]:
    return {
        "item": place.item.id,
        "print": fingerprint(place.item),
        "response": plain(place.response) if place.response is not None else None,
        "certainty": place.certainty.value if place.certainty else None,
        "flagged": place.flagged,
        "seconds": round(place.seconds, 1),
    }


def _is_another(told: Mapping[str, Any], items: Mapping[ItemId, Item]) -> bool:
    item = items.get(told["item"])
    return item is None or fingerprint(item) != told["print"]


def _read(number: int, told: Mapping[str, Any], item: Item) -> Place:
    return Place(
        number=number,
        item=item,
        response=response_of(told["response"]) if told["response"] else None,
        certainty=Confidence(told["certainty"]) if told["certainty"] else None,
        flagged=told["flagged"],
        seconds=told["seconds"],
    )
