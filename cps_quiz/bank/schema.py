"""The JSON Schema of bank and curriculum files, for editors and other checkers.

It is put together from the item types; `schema.json` beside this file is the same, for editors
to point at. Like the reader it takes a number or a boolean where text belongs: text is as written.
"""

import json
from typing import Any

from cps_quiz.core.questions.bank import Level
from cps_quiz.item_types import ItemType, item_types
from cps_quiz.item_types._options import OPTION_SCHEMA
from cps_quiz.source.fields import FALSE, KEBAB, TRUE

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
_ID: Schema = {"type": ["string", "integer"], "pattern": f"^\\s*{KEBAB}\\s*$", "minimum": 0}


def _one_of(*values: object) -> Schema:
    """One of some words or numbers; like the reader it forgives white space around them."""
    spaced = {
        "type": "string",
        "pattern": f"^\\s*(?:{'|'.join(word for word in values if isinstance(word, str))})\\s*$",
    }
    return {"anyOf": [{"enum": list(values)}, spaced]}


_TRUE: Schema = _one_of(True, *sorted(TRUE))
_DAY = "^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\\s*$"
_FLAG: Schema = _one_of(True, False, *sorted(TRUE | FALSE))
_FORMAT: Schema = {**_one_of(1, "1"), "description": "The version of the bank format"}


def _ref(name: str, description: str = "") -> Schema:
    return {"$ref": f"#/$defs/{name}", **({"description": description} if description else {})}


def _list_of(name: str) -> Schema:
    return {"type": "array", "minItems": 1, "items": _ref(name)}


def _by_id(name: str) -> Schema:
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": f"^{KEBAB}$"},
        "additionalProperties": _ref(name),
    }


def _object(properties: Schema, required: tuple[str, ...]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


_ITEM: Schema = {
    "id": _ref("id", "Unique among the loaded banks, never reused: progress hangs on it"),
    "stem": _ref("text", "What is asked"),
    "scenario": _ref("id", "A situation under `scenarios:`"),
    "topic": _ref("id", "A topic of the curriculum; the bank's own when absent"),
    "objective": _ref("id", "An objective of the topic"),
    "level": _one_of(*[level.value for level in Level]),
    "hint": _ref("text", "Makes the reader look again, gives nothing away"),
    "references": _list_of("id"),
    "tags": _list_of("text"),
    "set": _ref("id", "Items that put the same options under different situations"),
    "negative": _FLAG,
    "retired": _FLAG,
    "reviewed": _object(
        {"by": _ref("text", "Who of the field has read the item"), "on": {"type": "string", "pattern": _DAY}},
        ("by", "on"),
    ),
    "source": _object(
        {
            "format": _ref("id", "The format that the item was imported from"),
            "id": _ref("text", "Its id there"),
            "digest": _ref("text", "A print of what was read, so that importing again updates"),
        },
        ("format", "id", "digest"),
    ),
}


def _item(item_type: ItemType) -> Schema:
    kind: Schema = {"type": _one_of(item_type.name)}
    fields = _object({**_ITEM, **kind, **item_type.schema}, ("id", "stem", *item_type.required))
    return fields if item_type.name == "single" else {**fields, "required": [*fields["required"], "type"]}


_UNMARKED: Schema = {
    "if": {"not": {"required": ["negative"], "properties": {"negative": _TRUE}}},
    "then": {"properties": {"options": {"items": {"not": {"required": ["correct", "misconception"]}}}}},
}
"""Unless the item is negative, a correct option names no misconception."""


def _any_item() -> Schema:
    """Choose by `type`, so that an editor speaks of the right one; without it an item is `single`."""
    types = item_types()
    choice: Schema = _ref(types["single"].name)
    for name in sorted(types.keys() - {"single"}):
        choice = {
            "if": {"required": ["type"], "properties": {"type": _one_of(name)}},
            "then": _ref(name),
            "else": choice,
        }
    return {"type": "object", **choice, "allOf": [_UNMARKED]}


_MISCONCEPTION = _object(
    {
        "name": _ref("text"),
        "means": _ref("text", "What it is, in a sentence or two"),
        "sounds_like": _list_of("text"),
        "harms": _ref("text", "Why it harms"),
        "instead": _ref("text", "What to do instead"),
        "confused_with": _list_of("id"),
        "telling_apart": {**_by_id("text"), "description": "For each other one, how to tell the two apart"},
    },
    ("name", "means", "harms", "instead"),
)
_REFERENCE = _object(
    {
        "title": _ref("text"),
        "publisher": _ref("text"),
        "year": {
            "type": ["integer", "string"],
            "pattern": "^\\s*[0-9]{1,9}\\s*$",
            "minimum": 0,
            "maximum": 999_999_999,
        },
        "url": _ref("text"),
    },
    ("title",),
)
_OBJECTIVE = _object({"title": _ref("text"), "notes": _ref("text", "Study notes, Markdown")}, ("title",))
_WEIGHT: Schema = {
    "type": ["number", "string"],
    "pattern": "^\\s*(?=.*[1-9])[0-9]{1,9}(\\.[0-9]{1,9})?\\s*$",
    "exclusiveMinimum": 0,
}
_TOPIC = _object(
    {
        "title": _ref("text"),
        "summary": _ref("text"),
        "weight": {**_WEIGHT, "description": "Share of a mock exam"},
        "objectives": _by_id("objective"),
    },
    ("title",),
)
_BANK = _object(
    {
        "format": _FORMAT,
        "bank": _ref("id", "This file's id"),
        "title": _ref("text"),
        "topic": _ref("id", "The topic of every item that names none"),
        "license": _ref("text"),
        "authors": _list_of("text"),
        "references": _by_id("reference"),
        "misconceptions": _by_id("misconception"),
        "scenarios": _by_id("text"),
        "items": _list_of("item"),
    },
    ("format", "bank", "title", "items"),
)
_CURRICULUM = _object(
    {
        "format": _FORMAT,
        "curriculum": _ref("id"),
        "title": _ref("text"),
        "topics": _by_id("topic"),
        "misconceptions": _by_id("misconception"),
        "references": _by_id("reference"),
    },
    ("format", "curriculum", "title", "topics"),
)


def json_schema() -> Schema:
    """The whole schema, as plain data."""
    topic_somewhere = [{"required": ["topic"]}, {"properties": {"items": {"items": {"required": ["topic"]}}}}]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "CPS Quiz bank or curriculum, format 1",
        "type": "object",
        "if": {"anyOf": [{"required": ["items"]}, {"required": ["bank"]}]},
        "then": _ref("bank"),
        "else": _ref("curriculum"),
        "$defs": {
            "text": _TEXT,
            "id": _ID,
            "option": OPTION_SCHEMA,
            "item": _any_item(),
            **{name: _item(item_type) for name, item_type in sorted(item_types().items())},
            "misconception": _MISCONCEPTION,
            "reference": _REFERENCE,
            "objective": _OBJECTIVE,
            "topic": _TOPIC,
            "bank": {**_BANK, "anyOf": topic_somewhere},
            "curriculum": _CURRICULUM,
        },
    }


def schema_text() -> str:
    """The schema as the text of `schema.json`."""
    return json.dumps(json_schema(), indent=2) + "\n"
