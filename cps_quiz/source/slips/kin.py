"""Which fields may stand together, so that a line is only moved to where its kind stands."""

from cps_quiz.source.field_words import (
    EVERY,
    FOR_BANK,
    FOR_ITEM,
    FOR_OPTION,
    KEYS,
    LISTS,
    MARKS,
    OPTION_TEXTS,
    OURS,
    plain_name,
)

_OPTION = frozenset({"correct", "wrong", "why", "misconception", "names", "objective"})
_APPROACH = frozenset({"name", "means", "sounds_like", "harms", "instead", "confused_with", "telling_apart"})
_SOURCE = frozenset({"title", "summary", "weight", "objectives", "notes", "publisher", "year", "url"})
_OF_ITEM = frozenset({"id", "type", "stem", "scenario", "level", "hint", "tags", "negative", "set", "retired"})
_OF_ITEM_TOO = frozenset({"reviewed", "source", "options", "steps", "looks_for", "example"})
_SHARED = frozenset({"topic", "references", "objective", "why"})
_OPTION_WORDS = _OPTION | FOR_OPTION.keys() | OPTION_TEXTS | MARKS.keys()
_FAMILIES = (
    (OURS - _OPTION - _APPROACH - _SOURCE - _OF_ITEM - _OF_ITEM_TOO) | {"title"} | FOR_BANK.keys(),
    _OF_ITEM | _OF_ITEM_TOO | _SHARED | FOR_ITEM.keys() | (KEYS - _OPTION),
    _OPTION_WORDS,
    _APPROACH,
    _SOURCE,
)


def is_kin(name: str, other: str) -> bool:
    """Whether two fields may stand in one group; entries without a field, as in `steps`, are kin of each other."""
    one, two = plain_name(name), plain_name(other)
    if one not in EVERY or two not in EVERY:
        return one not in EVERY and two not in EVERY
    return any(one in family and two in family for family in _FAMILIES)


def holds(name: str, begins: str) -> bool:
    """Whether the entries of the list `name` may begin with the field `begins`, or with none at all."""
    plain, first = plain_name(name), plain_name(begins)
    ours = FOR_ITEM.get(plain, FOR_BANK.get(plain, plain))
    if ours == "items":
        return first in _FAMILIES[1]
    if ours == "options":
        return first in _OPTION_WORDS
    return ours in LISTS and first not in EVERY
