"""What a learner marks questions with: flags and notes, the latest of each item."""

from typing import NamedTuple

from cps_quiz.core.questions.bank import ItemId


class Flag(NamedTuple):
    """A question that was flagged, or whose flag was taken away, `at` some time (milliseconds)."""

    item: ItemId
    flagged: bool
    at: int


class Note(NamedTuple):
    """A learner's own words on a question, "" when they were taken away, `at` some time (milliseconds)."""

    item: ItemId
    text: str
    at: int


class OwnWords(NamedTuple):
    """An answer in own words: what was written on which day, and the places of the points that it makes.

    `fingerprint` is that of the item as it was asked.
    """

    item: ItemId
    text: str
    points: tuple[int, ...]
    day: str
    fingerprint: str
