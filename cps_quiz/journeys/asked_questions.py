"""Questions kept by value, so that what was asked can be asked, scored and looked at again as it was."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from cps_quiz.core.exam.exam import Exam
from cps_quiz.core.questions.bank import Item, ItemId, Level, Scenario
from cps_quiz.core.questions.fingerprint import asked_print, fingerprint
from cps_quiz.core.record.log import Question
from cps_quiz.item_types import item_types
from cps_quiz.source.unsafe import UNSAFE

_MOST_CHARACTERS = 100_000
"""A question longer than this is none: a bank's whole file is rarely longer."""

_TEXTS = ("id", "type", "stem", "topic")


class Questions(Protocol):
    """A store of questions as they were asked. Raises QuizError when it cannot be read."""

    def questions(self, fingerprints: Iterable[str] | None = None) -> Sequence[Question]:
        """Those of some fingerprints, or all."""


def kept(item: Item) -> Question:
    """What to keep of an item. `set`, `tags` and `references` stay behind: they point into a bank."""
    told = {
        "id": item.id,
        "type": item.type,
        "stem": item.stem,
        "topic": item.topic,
        "scenario": item.scenario and item.scenario.text,
        "objective": item.objective,
        "level": item.level and item.level.value,
        "hint": item.hint,
        "negative": item.negative,
        "body": item_types()[item.type].encode(item.body),
    }
    return Question(asked_print(item), fingerprint(item), json.dumps(told))


def read(question: Question) -> Item | None:
    """The item that was asked; None for what `kept` did not write. It may come from a stranger."""
    if len(question.text) > _MOST_CHARACTERS:
        return None
    try:
        item = _item(json.loads(question.text))
        sound = (asked_print(item), fingerprint(item)) == (question.print, question.fingerprint)
        return item if sound and item.body.score(item.body.key()).full else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _item(told: Mapping[str, Any]) -> Item:
    if not (all(isinstance(told[name], str) for name in _TEXTS) and _is_harmless(told)):
        raise ValueError
    if not isinstance(told["negative"], bool):
        raise TypeError
    return Item(
        id=ItemId(told["id"]),
        type=told["type"],
        stem=told["stem"],
        topic=told["topic"],
        body=item_types()[told["type"]].restore(told["body"]),
        scenario=Scenario("", told["scenario"]) if told["scenario"] else None,
        objective=told["objective"],
        level=Level(told["level"]) if told["level"] else None,
        hint=told["hint"],
        negative=told["negative"],
    )


def _is_harmless(value: object) -> bool:
    """Whether there are only texts, lists, groups and truths, and no character that could mislead a terminal."""
    match value:
        case str():
            return not UNSAFE.search(value)
        case list():
            return all(map(_is_harmless, value))
        case dict():
            return all(map(_is_harmless, value.values())) and all(map(_is_harmless, value))
        case _:
            return value is None or isinstance(value, bool)


def as_asked(store: Questions | None, asked: Mapping[ItemId, str], items: Mapping[ItemId, Item]) -> dict[ItemId, Item]:
    """The items of the banks, but those of the fingerprints in `asked` as they were then.

    One that is another by now, and that nobody kept, is left as it is in the banks.
    """
    other = {id_: print_ for id_, print_ in asked.items() if id_ not in items or fingerprint(items[id_]) != print_}
    kept_ = store.questions(set(other.values())) if store is not None and other else ()
    found = {one.fingerprint: item for one in kept_ if (item := read(one)) is not None}
    then = {id_: found[print_]._replace(id=id_) for id_, print_ in other.items() if print_ in found}
    return {**items, **then}


def asked_of(exam: Exam) -> dict[ItemId, str]:
    """The fingerprints of the questions of an exam."""
    return {place.item.id: fingerprint(place.item) for place in exam.places}


def changed(asked: Mapping[ItemId, str], items: Mapping[ItemId, Item]) -> int:
    """How many questions are gone from the banks, or are not what they were."""
    return sum(id_ not in items or fingerprint(items[id_]) != print_ for id_, print_ in asked.items())
