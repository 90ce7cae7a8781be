"""What the values of a file that somebody hands in may be. Checks may raise ValueError or TypeError instead."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

LAST = 32_503_680_000_000
"""The year 3000 in milliseconds: a time after it is a mistake, and schedules could not be counted from it."""

Check = Callable[[Any], bool]


def is_text(value: Any) -> bool:  # noqa: ANN401 - whatever stands in the file
    """Text, without the half characters that no file can hold."""
    return isinstance(value, str) and value.encode(errors="replace").decode() == value


def is_day(value: Any) -> bool:  # noqa: ANN401
    """An ISO date from 1970 on."""
    return is_text(value) and "1970" <= value < "3000" and date.fromisoformat(value).isoformat() == value


def is_pair(value: Any) -> bool:  # noqa: ANN401
    """A chosen option's text and its misconception, or null."""
    text, misconception = value
    return is_text(text) and (misconception is None or is_text(misconception))


def is_label(value: Any) -> bool:  # noqa: ANN401
    """A label: its kind, which may be one of a newer version, and an id."""
    kind, id_ = value
    return is_text(kind) and is_text(id_)


def is_bool(value: Any) -> bool:  # noqa: ANN401
    """True or false."""
    return isinstance(value, bool)


def is_object(value: Any) -> bool:  # noqa: ANN401
    """A group of fields."""
    return isinstance(value, dict)


def from_to(low: float, high: float, *kinds: type) -> Check:
    """A number of one of some kinds, neither below nor above."""
    return lambda value: type(value) in kinds and low <= value <= high


def or_none(check: Check) -> Check:
    """What `check` lets through, or null."""
    return lambda value: value is None or check(value)


def list_of(check: Check) -> Check:
    """A list of what `check` lets through."""
    return lambda value: isinstance(value, list) and all(map(check, value))


is_time = from_to(0, LAST, int)
is_whole = from_to(-(2**63), 2**63 - 1, int)
is_count = from_to(0, LAST, int)
is_seconds = from_to(0, LAST, int, float)


def sound(values: Any, checks: Mapping[str, Check]) -> bool:  # noqa: ANN401
    """Whether all the fields are there and hold what they may. Raises KeyError, TypeError or ValueError too."""
    return all(check(values[name]) for name, check in checks.items())
