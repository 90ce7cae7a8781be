"""What a learner hands in.

Indices are those of the authored order, whatever order was shown.
"""

from typing import NamedTuple


class Chosen(NamedTuple):
    """The options chosen, as ascending indices; empty when nothing was chosen."""

    options: tuple[int, ...]


class Arranged(NamedTuple):
    """The steps in the learner's order; empty when none was given."""

    steps: tuple[int, ...]


class Written(NamedTuple):
    """A text of the learner's own and the points that they found in it, as ascending indices."""

    text: str
    points: tuple[int, ...]


Response = Chosen | Arranged | Written
