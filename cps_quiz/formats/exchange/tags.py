"""Fields of ours that other programs know no better than as tags of a question."""

from collections.abc import Iterable
from typing import Any

from cps_quiz.core.questions.bank import Item, Level, TopicId
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome, ObjectiveId, Option
from cps_quiz.formats.exchange.labels import PREFIXES, label_tags

_TEXTS = ("topic", "objective", "set")
_FLAGS = ("negative", "retired")
_LEVELS = {level.value: level for level in Level}


def options_of(item: Item) -> tuple[Option, ...]:
    """The options of a question to choose in; none of others."""
    interaction = item.body.interaction()
    return interaction.options if isinstance(interaction, ChooseOne | ChooseSome) else ()


def tags_of(item: Item) -> list[str]:
    """The item's own tags, then those that hold its other fields and its labels."""
    held = [f"{name}:{value}" for name in _TEXTS if (value := getattr(item, name))]
    held += [f"level:{item.level.value}"] if item.level else []
    held += [f"reference:{id_}" for id_ in item.references]
    held += [f"is:{name}" for name in _FLAGS if getattr(item, name)]
    return [*item.tags, *held, *label_tags(options_of(item))]


def fields_of(tags: Iterable[str]) -> dict[str, Any]:
    """The fields that `tags_of` put into tags, for a Draft's `more`; other tags are `tags`."""
    found: dict[str, Any] = {"tags": [], "references": []}
    for tag in tags:
        name, _, value = tag.partition(":")
        if name == "topic" and value:
            found["topic"] = TopicId(value)
        elif name == "objective" and value:
            found["objective"] = ObjectiveId(value)
        elif name == "set" and value:
            found["set"] = value
        elif name == "level" and value in _LEVELS:
            found["level"] = _LEVELS[value]
        elif name == "reference" and value:
            found["references"].append(value)
        elif name == "is" and value in _FLAGS:
            found[value] = True
        elif not tag.startswith(tuple(PREFIXES.values())):
            found["tags"].append(tag)
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}


def whole_stem(item: Item) -> str:
    """The situation, if there is one, and what is asked."""
    return f"{item.scenario.text}\n\n{item.stem}" if item.scenario else item.stem
