"""What a mock exam is made of: how many items, from which topics, of which levels, in which time.

All numbers here are settings for study. The official exam's length, pass mark and format are not
published.
"""

from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

from cps_quiz.core.questions.bank import Level, TopicId

Part = TypeVar("Part", bound=Hashable)

ITEMS = 50
MINUTES = 60.0
TARGET = 80.0

LEVELS: Mapping[Level, float] = {Level.RECALL: 2, Level.APPLY: 5, Level.ANALYZE: 3}
"""The spread that item-writing guides ask of a bank for practitioners: mostly use, little recall. Our own choice."""


class Blueprint(NamedTuple):
    """`topics` and `levels` are weights beside each other; `target` is in percent of the items, `minutes` for all."""

    topics: Mapping[TopicId, float]
    levels: Mapping[Level, float] = LEVELS
    items: int = ITEMS
    minutes: float = MINUTES
    target: float = TARGET

    def per_topic(self) -> dict[TopicId, int]:
        """How many items of each topic; they add up to `items`."""
        return apportion(self.items, self.topics)


def apportion(seats: int, weights: Mapping[Part, float]) -> dict[Part, int]:
    """Share out `seats` by `weights`: each its rounded-down share, the rest to the largest remainders.

    Hamilton's method: no part is a whole seat or more away from its exact share. Of equal
    remainders the earlier part wins. Weights are 0 or more; without any above 0 nobody gets a seat.
    """
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    exact = {part: seats * weight / whole for part, weight in weights.items()}
    shares = {part: int(share) for part, share in exact.items()}
    waiting = sorted((part for part in weights if weights[part]), key=lambda part: shares[part] - exact[part])
    for part in waiting[: seats - sum(shares.values())]:
        shares[part] += 1
    return shares
