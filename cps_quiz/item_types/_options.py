"""Options, as `single` and `multiple` write them."""

from typing import Any

from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.source import codes
from cps_quiz.source.fields import TRUE, Fields
from cps_quiz.source.node import text_of

MOST = 6
"""Options of one item: the keys a to f."""

LABELS = ("misconception", "names", "objective")
"""The fields of an option that say what choosing it shows; a wrong option has one of them."""

KINDS = frozenset({"correct", "wrong"})
_KNOWN = frozenset({"correct", "wrong", "why", *LABELS})
_TEXT = {"$ref": "#/$defs/text"}


def read_options(item: Fields, *, single: bool = False) -> tuple[Option, ...]:
    """The options of `item`, of which a `single` has one that is right; what is wrong with them is noted."""
    read = [(Fields(node, _KNOWN, "an option", item.problems)) for _, node in item.mappings("options", required=True)]
    options = tuple([_option(fields) for fields in read])
    right = [fields for fields, option in zip(read, options, strict=True) if option.correct]
    if len(options) > MOST:
        item.bad_value("options", f"an item has {len(options)} options", f"keep the {MOST} best")
    if options and item.whole("options") and all(fields.values.keys() & KINDS for fields in read):
        _check_kinds(item, len(right), len(options))
    if single and 1 < len(right) < len(options):
        _note_several(item, right)
    elif text_of(item.node, "negative") not in TRUE:
        _check_keys(right)
    return options


def _option(fields: Fields) -> Option:
    values = fields.values
    correct = "correct" in values
    if correct == ("wrong" in values):
        _note_kind(fields, both=correct)
    text = fields.required_text("correct" if correct else "wrong") if correct or "wrong" in values else ""
    why = fields.text("why", codes.MISSING_WHY)
    misconception, names, objective = (fields.identifier(name) or None if name in values else None for name in LABELS)
    if correct and objective:
        fields.bad_value("objective", "a correct option is no practice at the wrong moment", "delete the line")
    elif not correct and (misconception, names, objective).count(None) < len(LABELS) - 1:
        _note_labels(fields, [name for name in LABELS if name in values])
    return Option(
        text,
        correct,
        why,
        MisconceptionId(misconception) if misconception else None,
        MisconceptionId(names) if names else None,
        ObjectiveId(objective) if objective else None,
    )


def _check_keys(right: list[Fields]) -> None:
    for fields in right:
        if "misconception" in fields.values and not fields.has_twins:
            message = "a correct option shows no misconception"
            help_ = "delete it, or mark the item `negative: true`"
            if len(right) > 1:
                help_ = f"start the option with `wrong:` if it is one; else {help_}"
            fields.bad_value("misconception", message, help_)


def _note_several(item: Fields, right: list[Fields]) -> None:
    """Note that several options of a `single` are correct; one with a label is a wrong one, as a rule."""
    place, help_ = item.values["options"], "start the others with `wrong:`, or add `type: multiple`"
    labelled = [fields for fields in right if fields.values.keys() & {"misconception", "objective"}]
    if len(labelled) == 1:
        place = labelled[0].heading
        help_ = "this one says which mistake it is: start it with `wrong:`; or add `type: multiple`"
    item.add(codes.SEVERAL_CORRECT_OPTIONS, place, f"{len(right)} options are correct", help_)


def _note_labels(fields: Fields, labels: list[str]) -> None:
    message = f"a wrong option has one label, and here are {' and '.join(f'`{label}`' for label in labels)}"
    fields.bad_value(labels[-1], message, "keep the one that says best what choosing it shows")


def _note_kind(fields: Fields, *, both: bool) -> None:
    if both:
        fields.bad_value("wrong", "an option is both `correct` and `wrong`", "make two options of it")
    else:
        fields.missing("correct` or `wrong")


def _check_kinds(item: Fields, right: int, count: int) -> None:
    place = item.values["options"]
    if right == 0:
        item.add(codes.NO_CORRECT_OPTION, place, "no option is correct", "start one option with `correct:`")
    elif right == count:
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
