"""Blueprint files: what a mock exam is made of, in YAML like a bank."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank import files
from cps_quiz.core.bank import Level, TopicId
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.fields import Fields
from cps_quiz.source.node import Mapping as Group
from cps_quiz.source.problems import Problems
from cps_quiz.source.yaml_reader import read_tree

MOST_PERCENT = 100
FIELDS = frozenset({"format", "blueprint", "items", "minutes", "target", "topics", "levels"})


class BlueprintFile(NamedTuple):
    """What a file asks for; None where it leaves the usual."""

    items: int | None = None
    minutes: float | None = None
    target: float | None = None
    topics: Mapping[TopicId, float] | None = None
    levels: Mapping[Level, float] | None = None


def read_blueprint(path: Path) -> tuple[BlueprintFile, tuple[Diagnostic, ...]]:
    """The blueprint at `path`, and all that is wrong with it. Raises PathNotFoundError."""
    (found,) = files.find_all([path])
    problems = Problems()
    text, usable = files.read(found, problems)
    told = _decode(text, problems) if usable else BlueprintFile()
    return told, tuple(problems.diagnostics(str(path), text))


def _decode(text: str, problems: Problems) -> BlueprintFile:
    node = read_tree(text, problems)
    if not isinstance(node, Group):
        if not problems.count:
            message = "this is no blueprint (`items: 50` and the like)"
            problems.add(codes.NOT_A_BANK, (0, 1), message, "README.md shows one")
        return BlueprintFile()
    fields = Fields(node, FIELDS, "a blueprint", problems)
    fields.integer("format", codes.MISSING_FIELD)
    fields.identifier("blueprint")
    items = fields.integer("items")
    if items == 0:
        fields.bad_value("items", "`items` cannot be 0", "ask for at least one question")
    target = fields.positive("target")
    if target is not None and target > MOST_PERCENT:
        fields.bad_value("target", f"`target` cannot be {target:g}", "it is in percent: write 80 for 80 %")
    return BlueprintFile(
        items=items,
        minutes=fields.positive("minutes"),
        target=target,
        topics={TopicId(name): weight for name, weight in _weights(fields, "topics").items()} or None,
        levels=_levels(fields) or None,
    )


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
