"""What changes the key: items of one set, which put the same options under different situations."""

from collections.abc import Iterable
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome, Option


class Situation(NamedTuple):
    """An item of a set, told to compare: what is asked where, and the options that are right there."""

    scenario: str
    stem: str
    key: tuple[Option, ...]


def set_of(item: Item) -> object | None:
    """What items of one set have in common: their options; None for an item that stands alone."""
    interaction = item.body.interaction()
    if item.set is None or not isinstance(interaction, ChooseOne | ChooseSome):
        return None
    return item.set, frozenset(option.text for option in interaction.options)


def situations(item: Item, items: Iterable[Item]) -> tuple[Situation, ...]:
    """The other situations of the set in which `item` stands, in the order of `items`, without retired ones.

    Empty for an item that stands alone.
    """
    group = set_of(item)
    if group is None:
        return ()
    others = (other for other in items if other.id != item.id and not other.retired)
    return tuple(_situation(other) for other in others if set_of(other) == group)


def _situation(item: Item) -> Situation:
    interaction = item.body.interaction()
    options = interaction.options if isinstance(interaction, ChooseOne | ChooseSome) else ()
    told = item.scenario.text if item.scenario else ""
    return Situation(told, item.stem, tuple(option for option in options if option.correct))
