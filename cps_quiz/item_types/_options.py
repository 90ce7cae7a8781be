"""Options, as `single` and `multiple` write them."""

from typing import Any

from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.source import codes
from cps_quiz.source.fields import TRUE, Fields
from cps_quiz.source.node import Mapping, text_of

MOST = 6
"""Options of one item: the keys a to f."""

LABELS = ("misconception", "names", "objective")
"""The fields of an option that say what choosing it shows; a wrong option has one of them."""

_KNOWN = frozenset({"correct", "wrong", "why", *LABELS})
_TEXT = {"$ref": "#/$defs/text"}


def read_options(item: Fields) -> tuple[Option, ...]:
    """The options of `item`; what is wrong with them or their number is noted."""
    negative = text_of(item.node, "negative") in TRUE
    options = tuple([_option(node, item, negative=negative) for _, node in item.mappings("options", required=True)])
    if len(options) > MOST:
        item.bad_value("options", f"an item has {len(options)} options", f"keep the {MOST} best")
    if options and item.whole("options"):
        _check_kinds(item, options)
    return options


def _option(node: Mapping, item: Fields, *, negative: bool) -> Option:
    fields = Fields(node, _KNOWN, "an option", item.problems)
    values = fields.values
    correct = "correct" in values
    if correct == ("wrong" in values):
        _note_kind(fields, both=correct)
    text = fields.required_text("correct" if correct else "wrong") if correct or "wrong" in values else ""
    why = fields.text("why", codes.MISSING_WHY)
    misconception, names, objective = (fields.identifier(name) or None if name in values else None for name in LABELS)
    if correct:
        _check_key(fields, misconception, objective, negative=negative)
    elif (misconception, names, objective).count(None) < len(LABELS) - 1:
        _note_labels(fields, [name for name in LABELS if name in values])
    return Option(
        text,
        correct,
        why,
        MisconceptionId(misconception) if misconception else None,
        MisconceptionId(names) if names else None,
        ObjectiveId(objective) if objective else None,
    )


def _check_key(fields: Fields, misconception: str | None, objective: str | None, *, negative: bool) -> None:
    if misconception and not negative:
        message = "a correct option shows no misconception"
        fields.bad_value("misconception", message, "delete it, or mark the item `negative: true`")
    if objective:
        fields.bad_value("objective", "a correct option is no practice at the wrong moment", "delete the line")


def _note_labels(fields: Fields, labels: list[str]) -> None:
    message = f"a wrong option has one label, and here are {' and '.join(f'`{label}`' for label in labels)}"
    fields.bad_value(labels[-1], message, "keep the one that says best what choosing it shows")


def _note_kind(fields: Fields, *, both: bool) -> None:
    if both:
        fields.bad_value("wrong", "an option is both `correct` and `wrong`", "make two options of it")
    else:
        fields.missing("correct` or `wrong")


def _check_kinds(item: Fields, options: tuple[Option, ...]) -> None:
    place = item.values["options"]
    right = sum(option.correct for option in options)
    if right == 0:
        item.add(codes.NO_CORRECT_OPTION, place, "no option is correct", "start one option with `correct:`")
    elif right == len(options):
        item.add(codes.NO_WRONG_OPTION, place, "every option is correct", "start the others with `wrong:`")


def options_schema(*, single: bool) -> dict[str, Any]:
    """JSON Schema of the options: at least one of each kind, and one correct in a `single`."""
    one_of_each = [_contains("wrong"), {**_contains("correct"), **({"maxContains": 1} if single else {})}]
    return {
        "type": "array",
        "minItems": 2,
        "maxItems": MOST,
        "items": {"$ref": "#/$defs/option"},
        "allOf": one_of_each,
    }


OPTION_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "correct": {**_TEXT, "description": "An option that is right"},
        "wrong": {**_TEXT, "description": "An option that is not right"},
        "why": {**_TEXT, "description": "Why it is right or falls short, and what to do instead"},
        "misconception": {"$ref": "#/$defs/id", "description": "The wrong approach that it commits"},
        "names": {"$ref": "#/$defs/id", "description": "The wrong approach that it names or describes"},
        "objective": {
            "$ref": "#/$defs/id",
            "description": "It is a good practice of that objective, too early or late",
        },
    },
    "required": ["why"],
    "oneOf": [{"required": ["correct"]}, {"required": ["wrong"]}],
    "allOf": [
        {"not": {"required": ["wrong", *pair]}}
        for pair in (("misconception", "names"), ("misconception", "objective"), ("names", "objective"))
    ]
    + [{"not": {"required": ["correct", "objective"]}}],
    "additionalProperties": False,
}


def _contains(kind: str) -> dict[str, Any]:
    return {"contains": {"type": "object", "required": [kind]}}


def encode_options(options: tuple[Option, ...]) -> dict[str, Any]:
    """The `options` field as plain data."""
    return {"options": [_encode(option) for option in options]}


def _encode(option: Option) -> dict[str, str]:
    labels = (option.misconception, option.names, option.objective)
    shown = {name: id_ for name, id_ in zip(LABELS, labels, strict=True) if id_}
    return {("correct" if option.correct else "wrong"): option.text, **shown, "why": option.why}


def restore_options(own: dict[str, Any]) -> tuple[Option, ...]:
    """The options that `encode_options` made plain."""
    return tuple([_restore(option) for option in own["options"]])


def _restore(option: dict[str, Any]) -> Option:
    correct = "correct" in option
    text = option["correct" if correct else "wrong"]
    label = option.get
    return Option(text, correct, option["why"], label("misconception"), label("names"), label("objective"))
