"""What a format cannot hold of an item, told from the format's table."""

from collections.abc import Iterable, Iterator

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.formats import Format, Keep, Loss

FIELDS = (
    "id",
    "stem",
    "scenario",
    "options",
    "why",
    "labels",
    "hint",
    "topic",
    "objective",
    "level",
    "tags",
    "references",
    "set",
    "negative",
    "retired",
    "reviewed",
    "source",
)
"""The fields that tables of formats speak of; `labels` are what wrong options show."""

TYPES = ("single", "multiple", "order", "reflection")
"""The item types, which stand in the same tables."""


def keeps(format_: Format, field: str) -> Keep:
    """What `format_` keeps of a field or an item type."""
    return format_.keeps.get(field, Keep.KEPT)


def can_hold(format_: Format, item: Item) -> bool:
    """Whether the item can go into a file of the format at all."""
    return keeps(format_, item.type) is not Keep.LOST


def losses(format_: Format, items: Iterable[Item]) -> Iterator[Loss]:
    """What is lost, or kept as text only, of items that the format can hold."""
    for item in items:
        for field in (item.type, *FIELDS):
            kept = keeps(format_, field)
            if kept is not Keep.KEPT and (field == item.type or _has(item, field)):
                name = "type" if field == item.type else field
                yield Loss(item.id, name, "", f"{kept.value}: {_sentence(format_, field, kept)}")


def _sentence(format_: Format, field: str, kept: Keep) -> str:
    if kept is Keep.LOST:
        return f"{format_.title} has no place for it"
    return f"{format_.title} shows it, but it does not come back as {field}"


def _has(item: Item, field: str) -> bool:
    if field == "labels":
        return any(option.misconception or option.names or option.objective for option in _options(item))
    if field == "why":
        return True
    return field not in {"options", "stem"} and bool(getattr(item, field))


def _options(item: Item) -> tuple[Option, ...]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return options
        case Arrange() | Write():
            return ()
