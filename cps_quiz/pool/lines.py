"""Whether a line of a contribution is sound. Contributions are strangers' files."""

import json
from collections.abc import Callable
from re import fullmatch
from typing import Any

LONGEST_LINE = 65536
"""Bytes of a line at most; ours have about 350."""

SHAPES = {
    "pseudonym": "[0-9a-f]{64}",
    "id": "[0-9a-f]{32}",
    "item": "[a-z0-9]+(-[a-z0-9]+)*",
    "print": "[0-9a-f]{16}",
    "exam": "[0-9a-f]{32}",
    "confidence": "sure|unsure|guessing",
    "month": "20[0-9][0-9]-(0[1-9]|1[0-2])",
}
"""What texts look like; the same patterns hold in SQL."""

LONGEST_ITEM, MOST_OPTIONS, LAST_NUMBER = 200, 20, 999_999_999


def read_line(line: bytes) -> dict[str, Any] | None:
    """The fields of a line; None when it is no JSON object."""
    try:
        fields = json.loads(line.decode("utf-8")) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def clean(fields: dict[str, Any]) -> str:
    """A sound line again, with nothing in it that is not ours."""
    names = ("contribution", *(_UNDONE if fields.get("undone") is True else _CHECKS), "undone")
    return json.dumps({name: fields.get(name) for name in names})


def fault(fields: dict[str, Any] | None, programme: str) -> str:
    """What is wrong with a line; empty when it is sound."""
    if fields is None:
        return "is no JSON object"
    if "withdrawal" in fields:
        return "takes answers back: use cps-quiz results remove"
    if fields.get("contribution") != programme:
        return f'is no answer of the programme "{programme}"'
    checks = _UNDONE if fields.get("undone") is True else _CHECKS
    wrong = next((name for name, check in checks.items() if not check(fields.get(name))), None)
    if wrong is None and fields.get("undone") is not True and fields["chosen"] is None and not _is_open(fields):
        wrong = "chosen"
    return f"has no sound `{wrong}`" if wrong else ""


def withdrawn(line: bytes) -> tuple[str, str] | None:
    """The programme and the pseudonym of a line that takes answers back; None when it is none."""
    fields = read_line(line) or {}
    programme, name = fields.get("withdrawal"), fields.get("pseudonym")
    return (
        (programme, name)
        if isinstance(programme, str) and isinstance(name, str) and _shape("pseudonym")(name)
        else None
    )


def _is_open(fields: dict[str, Any]) -> bool:
    return fields["exam"] is not None and fields["points"] == 0


def _shape(name: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and fullmatch(SHAPES[name], value) is not None


def _or_null(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value is None or check(value)


def _is_chosen(value: Any) -> bool:  # noqa: ANN401 - whatever stands in the file
    numbers = value if isinstance(value, list) else [None]
    whole = all(type(number) is int and 0 <= number < MOST_OPTIONS for number in numbers)
    return whole and len(numbers) <= MOST_OPTIONS


def _is_points(value: Any) -> bool:  # noqa: ANN401
    return type(value) in {int, float} and 0 <= value <= 1


def _is_item(value: Any) -> bool:  # noqa: ANN401
    return _shape("item")(value) and len(value) <= LONGEST_ITEM


_UNDONE: dict[str, Callable[[Any], bool]] = {"pseudonym": _shape("pseudonym"), "id": _shape("id")}
_CHECKS: dict[str, Callable[[Any], bool]] = _UNDONE | {
    "item": _is_item,
    "print": _shape("print"),
    "chosen": _or_null(_is_chosen),
    "points": _is_points,
    "confidence": _or_null(_shape("confidence")),
    "exam": _or_null(_shape("exam")),
    "first_try": lambda value: isinstance(value, bool),
    "number": lambda value: type(value) is int and 1 <= value <= LAST_NUMBER,
    "month": _shape("month"),
}
