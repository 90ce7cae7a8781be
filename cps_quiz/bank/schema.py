"""The JSON Schema of bank and curriculum files, for editors and other checkers.

It is put together from the item types; `schema.json` beside this file is the same, for editors
to point at. Like the reader it takes a number or a boolean where text belongs: text is as written.
"""

import json
from copy import deepcopy
from typing import Any

from cps_quiz.core.questions.curriculum import Curriculum
from cps_quiz.item_types import ItemType, item_types
from cps_quiz.item_types._options import OPTION_SCHEMA
from cps_quiz.source.fields import FALSE, TRUE
from cps_quiz.source.identifiers import KEBAB

Schema = dict[str, Any]

_LEVELS = {
    "recall": "remember what something is",
    "apply": "choose what to do in a situation",
    "analyze": "tell apart, weigh, judge",
}
_TYPES = {
    "single": "one right option; the usual type",
    "multiple": "several right options: say in the stem how many",
    "order": "steps that are put in order",
    "reflection": "an open question; the person ticks the points that the answer makes",
}

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


def _list_of(name: str, description: str = "") -> Schema:
    return {**_said(description), "type": "array", "minItems": 1, "items": _ref(name)}


def _said(description: str) -> Schema:
    return {"description": description} if description else {}


def _words(description: str, meanings: dict[str, str]) -> Schema:
    """One of some words, each with what it means; also as a branch of its own, which editors show at the value."""
    known = "; ".join(f"`{word}`: {meaning}" for word, meaning in meanings.items())
    choices = [{"const": word, "description": meaning} for word, meaning in meanings.items()]
    return {"description": f"{description}. {known}", "anyOf": [*choices, *_one_of(*meanings)["anyOf"]]}


def _by_id(name: str, description: str = "") -> Schema:
    return {
        **_said(description),
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": f"^{KEBAB}$"},
        "additionalProperties": _ref(name),
    }


def _object(properties: Schema, required: tuple[str, ...], description: str = "") -> Schema:
    fields = {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}
    return {**_said(description), **fields}


_ITEM: Schema = {
    "id": _ref("id", "Unique among the loaded banks, never reused: progress hangs on it"),
    "stem": _ref("text", "What is asked"),
    "scenario": _ref("id", "A situation under `scenarios:`"),
    "topic": _ref("id", "A topic of the curriculum; the bank's own when absent"),
    "objective": _ref("id", "An objective of the topic"),
    "level": _words("What the item asks of the candidate", _LEVELS),
    "hint": _ref("text", "Makes the reader look again, gives nothing away"),
    "references": _list_of("id", "What the item cites: ids under `references:`"),
    "tags": _list_of("text", "The family of the item, or words of your own"),
    "set": _ref("id", "Items that put the same options under different situations"),
    "negative": {**_FLAG, "description": "true for `which is NOT...`: the screen makes the word stand out"},
    "retired": {**_FLAG, "description": "true when it is never asked any more; its history stays readable"},
    "reviewed": _object(
        {
            "by": _ref("text", "Who of the field has read the item"),
            "on": {"type": "string", "pattern": _DAY, "description": "The day, as 2026-11-26"},
        },
        ("by", "on"),
        "A human of the field has read it",
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
    meaning = f"{item_type.name}: {_TYPES[item_type.name]}" if item_type.name in _TYPES else ""
    every = "; ".join(f"`{name}`: {said}" for name, said in _TYPES.items())
    kind: Schema = {"type": {**_one_of(item_type.name), "description": f"{meaning}. All types: {every}"}}
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
    known: Schema = {
        "properties": {"type": _words("How it is answered", {name: _TYPES.get(name, name) for name in types})}
    }
    return {"type": "object", **known, "if": known, "then": choice, "allOf": [_UNMARKED]}


_LANGUAGE: Schema = {
    "type": "string",
    "pattern": "^\\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\\s*$",
    "description": "The language of the texts, as a tag of BCP 47: en, es, pt-BR. English when absent",
}
_MISCONCEPTION = _object(
    {
        "name": _ref("text", "What the approach is called"),
        "means": _ref("text", "What it is, in a sentence or two"),
        "sounds_like": _list_of("text", "What somebody says who does it"),
        "harms": _ref("text", "Why it harms"),
        "instead": _ref("text", "What to do instead"),
        "confused_with": _list_of("id", "Other approaches that it is taken for"),
        "telling_apart": {**_by_id("text"), "description": "For each other one, how to tell the two apart"},
    },
    ("name", "means", "harms", "instead"),
)
_REFERENCE = _object(
    {
        "title": _ref("text", "The title of the work"),
        "publisher": _ref("text", "Who published it"),
        "year": {
            "description": "The year it came out",
            "type": ["integer", "string"],
            "pattern": "^\\s*[0-9]{1,9}\\s*$",
            "minimum": 0,
            "maximum": 999_999_999,
        },
        "url": _ref("text", "Where to read it"),
    },
    ("title",),
    "A work that items cite",
)
_OBJECTIVE = _object(
    {"title": _ref("text", "What a candidate should be able to do"), "notes": _ref("text", "Study notes, Markdown")},
    ("title",),
)
_WEIGHT: Schema = {
    "type": ["number", "string"],
    "pattern": "^\\s*(?=.*[1-9])[0-9]{1,9}(\\.[0-9]{1,9})?\\s*$",
    "exclusiveMinimum": 0,
}
_TOPIC = _object(
    {
        "title": _ref("text", "What the topic is called"),
        "summary": _ref("text", "What it is about, in a few sentences"),
        "weight": {**_WEIGHT, "description": "Share of a mock exam"},
        "objectives": _by_id("objective", "What candidates should be able to do, by id"),
    },
    ("title",),
)
_BANK = _object(
    {
        "format": _FORMAT,
        "bank": _ref("id", "This file's id"),
        "title": _ref("text", "What the bank is called"),
        "topic": _ref("id", "The topic of every item that names none"),
        "license": _ref("text", "Under which licence others may use it, like CC-BY-4.0"),
        "language": _LANGUAGE,
        "authors": _list_of("text", "Who wrote it"),
        "references": _by_id("reference", "What items cite, by id"),
        "misconceptions": _by_id("misconception", "Wrong approaches that only this bank knows, by id"),
        "scenarios": _by_id("text", "Situations that several items share, by id"),
        "items": _list_of("item", "The questions"),
    },
    ("format", "bank", "title", "items"),
)
_CURRICULUM = _object(
    {
        "format": _FORMAT,
        "curriculum": _ref("id", "This curriculum's id"),
        "title": _ref("text", "What the curriculum is called"),
        "extends": _ref("id", "The curriculum whose topics and misconceptions are kept: ma-cps is the shipped one"),
        "language": _LANGUAGE,
        "topics": _by_id("topic", "What is taught, by id"),
        "misconceptions": _by_id("misconception", "Wrong approaches that learners fall for, by id"),
        "references": _by_id("reference", "What items may cite, by id"),
    },
    ("format", "curriculum", "title"),
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
            "curriculum": {**_CURRICULUM, "anyOf": [{"required": ["topics"]}, {"required": ["extends"]}]},
        },
    }


def schema_text(curriculum: Curriculum | None = None) -> str:
    """The schema as the text of `schema.json`; with a `curriculum` it completes the ids of that one."""
    schema = deepcopy(json_schema())
    if curriculum is not None:
        _complete(schema, curriculum)
    return json.dumps(schema, indent=2) + "\n"


def _complete(schema: Schema, curriculum: Curriculum) -> None:
    """Offer the ids of `curriculum` where one belongs; others stay allowed, as a bank may bring its own."""
    topics = {id_: topic.title for id_, topic in curriculum.topics.items()}
    objectives = {o.id: o.title for topic in curriculum.topics.values() for o in topic.objectives}
    approaches = {id_: approach.name for id_, approach in curriculum.misconceptions.items()}
    definitions = schema["$defs"]
    for name, known in (("topic-id", topics), ("objective-id", objectives), ("misconception-id", approaches)):
        choices = [{"const": id_, "description": said} for id_, said in known.items()]
        definitions[name] = {"anyOf": [*choices, {"$ref": "#/$defs/id"}]}
    groups = [definitions["bank"], definitions["option"], *(definitions[name] for name in item_types())]
    for properties in (group["properties"] for group in groups):
        for field, name in _COMPLETED.items():
            if field in properties:
                properties[field] = {**properties[field], "$ref": f"#/$defs/{name}"}


_COMPLETED = {
    "topic": "topic-id",
    "objective": "objective-id",
    "misconception": "misconception-id",
    "names": "misconception-id",
}
