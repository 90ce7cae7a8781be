"""Contributions of made-up people, for the tests of pools."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

PROGRAMME = "ma-2026"


def digits(of: object, length: int) -> str:
    return sha256(repr(of).encode()).hexdigest()[:length]


def answer(person: object, item: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - as in a file
    """An answer in a drill unless `exam` is given; right unless `points` is given."""
    number = fields.get("number", 1)
    usual = {
        "contribution": PROGRAMME,
        "pseudonym": digits(person, 64),
        "id": digits((person, item, number), 32),
        "item": item,
        "print": digits(item, 16),
        "chosen": [0],
        "points": 1.0,
        "confidence": None,
        "exam": None,
        "first_try": True,
        "number": number,
        "month": "2026-11",
    }
    return usual | fields


def sitting(person: object, chosen: Sequence[int | None], keys: Sequence[int]) -> Iterator[dict[str, Any]]:
    """One exam of a person; what was chosen for each question, None where it was left open."""
    for number, (option, key) in enumerate(zip(chosen, keys, strict=True), 1):
        yield answer(
            person,
            f"item-{number}",
            chosen=None if option is None else [option],
            points=float(option == key),
            exam=digits((person, "exam"), 32),
            number=number,
        )


def text(answers: Iterable[Mapping[str, Any]]) -> str:
    return "".join(f"{json.dumps(one)}\n" for one in answers)
