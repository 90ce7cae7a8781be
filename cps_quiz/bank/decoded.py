"""What a bank file and a blueprint file hold, once they are read.

Apart from the reading, which a start with a copy of the banks does without.
"""

from collections.abc import Mapping
from typing import NamedTuple

from cps_quiz.core.questions.bank import Bank, Level, TopicId


class DecodedBank(NamedTuple):
    """A bank, the index in `items:` of each of its items, and which of those are broken."""

    bank: Bank
    places: tuple[int, ...]
    broken: frozenset[int]


class BlueprintFile(NamedTuple):
    """What a file asks for; None where it leaves the usual."""

    items: int | None = None
    minutes: float | None = None
    target: float | None = None
    topics: Mapping[TopicId, float] | None = None
    levels: Mapping[Level, float] | None = None
