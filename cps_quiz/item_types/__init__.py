"""Question types, one file each.

A member exports `ITEM_TYPE`: its name, the fields of its own, how to decode, encode and restore
them, and their JSON Schema. Everything else about a question (id, stem, topic, ...) is the same for all.
"""

import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from cps_quiz.core.questions.bank import Body
from cps_quiz.plugins import members
from cps_quiz.source.fields import Fields


class ItemType(NamedTuple):
    """One question type.

    `decode` reads a body from an item's fields and notes problems there; `encode` gives the own
    fields of a body, ready for YAML or JSON, and `restore` makes the same body of them, without
    looking for problems. `schema` maps each own field to its JSON Schema;
    `required` names those that must be there.
    """

    name: str
    schema: Mapping[str, Any]
    required: tuple[str, ...]
    decode: Callable[[Fields], Body]
    encode: Callable[[Any], dict[str, Any]]
    restore: Callable[[dict[str, Any]], Body]


@cache
def item_types() -> dict[str, ItemType]:
    """All question types by name."""
    found = members(sys.modules[__name__], "ITEM_TYPE", ItemType)
    return {item_type.name: item_type for item_type in found.values()}
