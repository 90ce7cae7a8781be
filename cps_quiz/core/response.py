"""What a learner hands in.

Indices are those of the authored order, whatever order was shown.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options chosen, as ascending indices; empty when nothing was chosen."""

    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """The steps in the learner's order; empty when none was given."""

    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the learner's own and the points that they found in it, as ascending indices."""

    text: str
    points: tuple[int, ...]


Response = Chosen | Arranged | Written
