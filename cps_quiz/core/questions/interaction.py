"""The few ways in which a question can be answered.

Item types are open, interactions are closed: a screen draws each of these, and a new item type
maps itself to one of them.
"""

from typing import NamedTuple, NewType

MisconceptionId = NewType("MisconceptionId", str)
ObjectiveId = NewType("ObjectiveId", str)


TO_BE_WRITTEN = "TODO"
"""A `why` that nobody has written yet, as an import leaves it."""


class Option(NamedTuple):
    """One choice: its text, whether it is the key, and why.

    A distractor has one label at most: it commits a `misconception`, it `names` an approach that
    another is taken for, or it is a good practice of an `objective` at another moment. The key
    `names` the approach that is meant.
    """

    text: str
    correct: bool
    why: str
    misconception: MisconceptionId | None = None
    names: MisconceptionId | None = None
    objective: ObjectiveId | None = None


class ChooseOne(NamedTuple):
    """Choose one of the options."""

    options: tuple[Option, ...]


class ChooseSome(NamedTuple):
    """Choose as many options as seem right."""

    options: tuple[Option, ...]


class Arrange(NamedTuple):
    """Put steps in order; they stand here in the right one, and `why` explains it."""

    steps: tuple[str, ...]
    why: str


class Write(NamedTuple):
    """Write an answer, then tick which of the `looks_for` points it makes."""

    looks_for: tuple[str, ...]
    example: str
    why: str


Interaction = ChooseOne | ChooseSome | Arrange | Write


def parts(interaction: Interaction) -> int:
    """How many options, steps or points there are to show."""
    match interaction:
        case ChooseOne(options) | ChooseSome(options):
            return len(options)
        case Arrange(steps):
            return len(steps)
        case Write(looks_for):
            return len(looks_for)
