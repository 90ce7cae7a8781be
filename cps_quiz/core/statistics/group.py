"""What is known of a group's answers: the sums behind each thing that is shown, before anything is held back."""

from collections.abc import Mapping
from typing import NamedTuple

from cps_quiz.core.statistics.correlation import Sums
from cps_quiz.core.statistics.reliability import Scores

OPEN = "open"
"""What was chosen where a question of an exam was left open."""


class Version(NamedTuple):
    """A text of an item as it was asked: the item's id and the print of the text."""

    item: str
    print: str


class ItemSums(NamedTuple):
    """Answers to one version in drills or in exams: `n` people, `right` of them with all points.

    `chosen` counts what was chosen ("0", "0,2", "" for an order, OPEN). `rest` are the sums of points and
    rest scores of those whose rest scores can be compared, by what they chose.
    """

    version: Version
    setting: str
    n: int
    right: int
    chosen: Mapping[str, int]
    rest: Mapping[str, Sums]


class FormSums(NamedTuple):
    """First exams of one length: the scores, and right answers by item where all had the same form."""

    scores: Scores
    rights: Mapping[str, int] | None


class Leaning(NamedTuple):
    """First tries of one topic and month that offered an approach: people by (offered, taken)."""

    approach: str
    topic: str
    month: str
    people: Mapping[tuple[int, int], int]

    @property
    def n(self) -> int:
        """How many people met it."""
        return sum(self.people.values())


class Group(NamedTuple):
    """All that may be shown: each thing under the name of its cell; `held` cells have too few changes so far."""

    items: Mapping[str, ItemSums]
    forms: Mapping[str, FormSums]
    leanings: Mapping[str, Leaning]
    people: int
    answers: int
    few: int
    held: tuple[str, ...]
