"""Items and the banks that hold them."""

from enum import Enum
from typing import NamedTuple, NewType, Protocol

from cps_quiz.core.questions.interaction import Interaction, MisconceptionId, ObjectiveId
from cps_quiz.core.questions.response import Response
from cps_quiz.core.questions.scoring import Score

ItemId = NewType("ItemId", str)
TopicId = NewType("TopicId", str)


class Level(Enum):
    """What an item asks of the learner."""

    RECALL = "recall"
    APPLY = "apply"
    ANALYZE = "analyze"


class Body(Protocol):
    """What differs between item types: how an item is answered and scored."""

    def interaction(self) -> Interaction:
        """How it is answered."""

    def key(self) -> Response:
        """The response that makes every point."""

    def score(self, response: Response) -> Score:
        """The points of `response`."""


class Source(NamedTuple):
    """A work that items cite. `year` and `url` may be unknown."""

    title: str
    publisher: str | None = None
    year: int | None = None
    url: str | None = None


class Scenario(NamedTuple):
    """A situation that several items may share."""

    id: str
    text: str


class Review(NamedTuple):
    """Who of the field has read an item, and on which day (ISO)."""

    by: str
    on: str


class Origin(NamedTuple):
    """Where an imported item came from: the format, the id there, and a print of what was read."""

    format: str
    id: str
    digest: str


class Item(NamedTuple):
    """One question with its key and rationales.

    `references` are ids of `Source`s; `set` names the items of a bank that put the same options
    under different situations. `negative` items ask for what is not so.
    """

    id: ItemId
    type: str
    stem: str
    topic: TopicId
    body: Body
    scenario: Scenario | None = None
    objective: ObjectiveId | None = None
    level: Level | None = None
    hint: str | None = None
    references: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    set: str | None = None
    negative: bool = False
    retired: bool = False
    reviewed: Review | None = None
    source: Origin | None = None


class Misconception(NamedTuple):
    """A wrong approach that learners fall for, and what to do instead.

    `telling_apart` pairs others with a sentence that tells the two apart.
    """

    id: MisconceptionId
    name: str
    means: str
    harms: str
    instead: str
    sounds_like: tuple[str, ...] = ()
    confused_with: tuple[MisconceptionId, ...] = ()
    telling_apart: tuple[tuple[MisconceptionId, str], ...] = ()


class Bank(NamedTuple):
    """The items of one file, and what they bring along."""

    id: str
    title: str
    items: tuple[Item, ...]
    topic: TopicId | None = None
    license: str | None = None
    authors: tuple[str, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    references: tuple[tuple[str, Source], ...] = ()
    language: str = "en"

    @property
    def is_english(self) -> bool:
        """Whether its texts are English, so that what is known of English holds for them."""
        return self.language.casefold().partition("-")[0] == "en"
