"""A print of an item's content: whether it, or what was read of it, has changed."""

import json
from hashlib import sha256
from typing import Any

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN
from cps_quiz.item_types import item_types

_FIELDS = ("topic", "objective", "hint", "references", "tags", "set", "negative", "retired")


def plain(item: Item) -> dict[str, Any]:
    """The fields of `item` that hold something, without its id, its source and gaps to be filled."""
    data: dict[str, Any] = {name: value for name in _FIELDS if (value := getattr(item, name))}
    data["type"], data["stem"] = item.type, item.stem
    if item.scenario:
        data["scenario"] = item.scenario.text
    if item.level:
        data["level"] = item.level.value
    return data | _without_gaps(item_types()[item.type].encode(item.body))


def _without_gaps(own: dict[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in own.items() if not (name == "why" and value == TO_BE_WRITTEN)}
    if "options" in found:
        found["options"] = [_without_gaps(option) for option in found["options"]]
    return found


def digest(data: dict[str, Any], *, with_topic: bool = False) -> str:
    """Sixteen characters that change with what `plain` gave; its topic may be the importer's choice and not count."""
    text = json.dumps({name: value for name, value in data.items() if with_topic or name != "topic"}, sort_keys=True)
    return f"p{sha256(text.encode(errors='replace')).hexdigest()[:15]}"
