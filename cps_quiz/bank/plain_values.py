"""Banks and curricula as plain data for JSON, and back: equal values, without a look at the YAML.

Values are written as lists of their fields in order; `shape` tells which fields those are.
"""

from collections.abc import Sequence
from typing import Any

from cps_quiz.core.questions.bank import Bank, Item, Level, Misconception, Origin, Review, Scenario, Source
from cps_quiz.core.questions.curriculum import Curriculum, Objective, Topic
from cps_quiz.core.questions.interaction import Option
from cps_quiz.item_types import item_types

Plain = Any
"""Lists, dicts, texts, numbers, True, False, None."""

_KINDS = (Bank, Item, Review, Origin, Option, Scenario, Misconception, Source, Curriculum, Topic, Objective)


def shape() -> str:
    """The fields of all values: data of another shape cannot be restored."""
    return " ".join(f"{kind.__name__}({','.join(kind._fields)})" for kind in _KINDS)


def plain_bank(bank: Bank) -> Plain:
    """A bank, ready for JSON."""
    return bank._replace(items=tuple(_plain_item(item) for item in bank.items))


def _plain_item(item: Item) -> Plain:
    return (
        *item._replace(
            body=item_types()[item.type].encode(item.body),  # type: ignore[arg-type]  # plain from here on
            scenario=item.scenario and item.scenario.id,  # type: ignore[arg-type]
            level=item.level and item.level.value,  # type: ignore[arg-type]
        ),
    )


def plain_curriculum(curriculum: Curriculum) -> Plain:
    """A curriculum, ready for JSON."""
    groups = (curriculum.topics, curriculum.misconceptions, curriculum.references)
    return [
        curriculum.id,
        curriculum.title,
        *(dict(group) for group in groups),
        curriculum.extends,
        curriculum.language,
    ]


def restore_bank(data: Plain) -> Bank:
    """The bank that `plain_bank` made plain; raises LookupError, TypeError or ValueError for other data."""
    id_, title, items, topic, license_, authors, scenarios, misconceptions, references, language = data
    by_id = {scenario[0]: Scenario(*scenario) for scenario in scenarios}
    return Bank(
        id=id_,
        title=title,
        items=_restore_items(items, by_id),
        topic=topic,
        license=license_,
        authors=tuple(authors),
        scenarios=tuple(by_id.values()),
        misconceptions=tuple([_restore_misconception(misconception) for misconception in misconceptions]),
        references=tuple([(name, Source(*source)) for name, source in references]),
        language=language,
    )


def _restore_items(rows: Sequence[Plain], by_id: dict[str, Scenario]) -> tuple[Item, ...]:
    restore = {name: item_type.restore for name, item_type in item_types().items()}
    levels: dict[str | None, Level | None] = {level.value: level for level in Level}
    levels[None] = None
    items = []
    for (
        id_,
        type_,
        stem,
        topic,
        body,
        scenario,
        objective,
        level,
        hint,
        references,
        tags,
        set_,
        negative,
        retired,
        review,
        source,
    ) in rows:
        items.append(
            Item(
                id_,
                type_,
                stem,
                topic,
                restore[type_](body),
                None if scenario is None else by_id[scenario],
                objective,
                levels[level],
                hint,
                tuple(references),
                tuple(tags),
                set_,
                negative,
                retired,
                None if review is None else Review(*review),
                None if source is None else Origin(*source),
            )
        )
    return tuple(items)


def restore_curriculum(data: Plain) -> Curriculum:
    """The curriculum that `plain_curriculum` made plain; raises as `restore_bank` does."""
    id_, title, topics, misconceptions, references, extends, language = data
    return Curriculum(
        id=id_,
        title=title,
        topics={name: _restore_topic(topic) for name, topic in topics.items()},
        misconceptions={name: _restore_misconception(row) for name, row in misconceptions.items()},
        references={name: Source(*source) for name, source in references.items()},
        extends=extends,
        language=language,
    )


def _restore_topic(row: Plain) -> Topic:
    id_, title, summary, weight, objectives = row
    return Topic(id_, title, summary, weight, tuple([Objective(*objective) for objective in objectives]))


def _restore_misconception(row: Plain) -> Misconception:
    id_, name, means, harms, instead, sounds_like, confused_with, telling_apart = row
    pairs = tuple([(other, sentence) for other, sentence in telling_apart])
    return Misconception(id_, name, means, harms, instead, tuple(sounds_like), tuple(confused_with), pairs)
