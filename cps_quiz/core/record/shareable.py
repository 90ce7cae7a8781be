"""What sharing reads of an answer: less than the log holds, as reading it all takes three times as long."""

from typing import NamedTuple

LONGEST_CODE = 60
"""Characters of a programme's code at most."""


class Shareable(NamedTuple):
    """The fields of a `Logged` of the same names; `response` is JSON, `undone` whether it was taken back."""

    id: str
    attempt: str
    item: str
    fingerprint: str
    print: str | None
    response: str
    score: float
    again: int
    confidence: str | None
    answered_at: int
    day: str
    undone: bool
