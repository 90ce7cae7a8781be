"""A drill as plain text, so that one that was cut off goes on at its place."""

import json
from collections.abc import Iterable, Mapping

from cps_quiz.core.drill.drill import Answer, Drill, Turn
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.fingerprint import fingerprint
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.core.record.log import Logged


def to_text(drill: Drill) -> str:
    """What is left of `drill`; its answers stand in the log."""
    return json.dumps(
        {
            "queue": [[turn.item.id, turn.again, fingerprint(turn.item)] for turn in drill.queue],
            "skipped": drill.skipped,
            "flagged": sorted(drill.flagged),
            "total": drill.total,
        }
    )


def asked_in(text: str, log: Iterable[Logged]) -> dict[ItemId, str]:
    """The fingerprints of the questions of the drill that `text` tells of; raises as `from_text` does."""
    told = json.loads(text)["queue"]
    left = {ItemId(id_): print_ for id_, _, *prints in told for print_ in prints}  # older versions kept none
    return {entry.item: entry.fingerprint for entry in log} | left


def from_text(text: str, seed: int, items: Mapping[ItemId, Item], log: Iterable[Logged]) -> Drill:
    """The drill that `text` tells of, with the answers of its `log`.

    Items that are gone are left out, and answers to what is another question by now.

    Raises ValueError, KeyError or TypeError for a text that `to_text` did not write.
    """
    told = json.loads(text)
    answers = tuple(_answer(entry, items[entry.item]) for entry in log if _is_of(entry, items.get(entry.item)))
    return Drill(
        seed=seed,
        queue=tuple(Turn(items[id_], again) for id_, again, *_ in told["queue"] if id_ in items),
        answers=answers,
        flagged=frozenset(ItemId(id_) for id_ in told["flagged"]),
        skipped=tuple(ItemId(id_) for id_ in told["skipped"]),
        total=told["total"],
    )


def _is_of(entry: Logged, item: Item | None) -> bool:
    return item is not None and fingerprint(item) == entry.fingerprint


def _answer(entry: Logged, item: Item) -> Answer:
    response = response_of(entry.response)
    return Answer(Turn(item, entry.again), response, item.body.score(response))


def response_of(plain: Mapping[str, object]) -> Response:
    """The response that `log.plain` made plain."""
    match plain:
        case {"chosen": list(options)}:
            return Chosen(tuple(options))
        case {"arranged": list(steps)}:
            return Arranged(tuple(steps))
        case {"written": str(text), "points": list(points)}:
            return Written(text, tuple(points))
        case _:
            raise ValueError(plain)
