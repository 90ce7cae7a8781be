"""From the tree of a blueprint file to what it asks for."""

from cps_quiz.bank.decoded import BlueprintFile
from cps_quiz.core.questions.bank import Level, TopicId
from cps_quiz.source.fields import Fields
from cps_quiz.source.node import Mapping as Group
from cps_quiz.source.problems import Problems

MOST_PERCENT = 100
FIELDS = frozenset({"format", "blueprint", "items", "minutes", "target", "topics", "levels"})


def decode_blueprint(node: Group, problems: Problems) -> BlueprintFile:
    """Read a blueprint file."""
    fields = Fields(node, FIELDS, "a blueprint", problems)
    fields.required_identifier("blueprint")
    items, target = fields.integer("items"), fields.positive("target")
    if items == 0:
        fields.bad_value("items", "`items` cannot be 0", "ask for at least one question")
    if target is not None and target > MOST_PERCENT:
        fields.bad_value("target", f"`target` cannot be {target:g}", "it is in percent: write 80 for 80%")
    topics = {TopicId(name): weight for name, weight in _weights(fields, "topics").items()}
    return BlueprintFile(items, fields.positive("minutes"), target, topics or None, _levels(fields) or None)


def _levels(fields: Fields) -> dict[Level, float]:
    known = {level.value: level for level in Level}
    found = _weights(fields, "levels", frozenset(known))
    return {known[name]: weight for name, weight in found.items()}


def _weights(fields: Fields, name: str, known: frozenset[str] | None = None) -> dict[str, float]:
    """Weights by name; with `known`, other names are problems."""
    if name not in fields.values:
        return {}
    section = fields.section(name) if known is None else fields.group(name, known, f"`{name}`")
    if section is None:
        return {}
    named = [id_ for id_ in section.values if known is None or id_ in known]
    return {id_: weight for id_ in named if (weight := section.positive(id_)) is not None}
