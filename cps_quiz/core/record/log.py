"""One line of the log of answers: all that is known of an answer, by value.

It tells what happened even when the item is edited or gone.
"""

from typing import NamedTuple

from cps_quiz.core.drill.drill import Answer
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, ObjectiveId, TopicId
from cps_quiz.core.questions.fingerprint import fingerprint, key_print
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome, MisconceptionId, Option
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written


class Logged(NamedTuple):
    """An answer as it is kept.

    `response` is plain data; `offered` are the misconceptions on offer, `chosen` pairs of a chosen
    option's text and its misconception. `answered_at` is in milliseconds since 1970 in UTC, `day`
    the learner's own date (ISO), `seconds` how long it took.
    """

    id: str
    attempt: str
    item: ItemId
    topic: TopicId
    objective: ObjectiveId | None
    fingerprint: str
    key: str
    response: dict[str, object]
    offered: tuple[MisconceptionId, ...]
    chosen: tuple[tuple[str, MisconceptionId | None], ...]
    score: float
    self_assessed: bool
    again: int
    confidence: Confidence | None
    cram: bool
    seed: int
    seconds: float | None
    answered_at: int
    day: str

    @property
    def right(self) -> bool:
        """Whether every point was made."""
        return self.score == 1.0

    @property
    def counts(self) -> bool:
        """Whether it counts as a first try that the program scored."""
        return not self.again and not self.self_assessed

    @property
    def tempted(self) -> tuple[MisconceptionId, ...]:
        """The misconceptions that were chosen."""
        return tuple(misconception for _, misconception in self.chosen if misconception is not None)


class Attempt(NamedTuple):
    """A sitting; `plan` is the plain text that tells how it goes on, "" when nothing is left to ask.

    `started_at` is in milliseconds.
    """

    id: str
    kind: str
    seed: int
    started_at: int
    plan: str


class Kept(NamedTuple):
    """A mock exam that is over: the id of its sitting, when it began (milliseconds), and the rest as JSON."""

    id: str
    started_at: int
    record: str


class Misses(NamedTuple):
    """How often a misconception was on offer and chosen, and options of late by which it was, newest first."""

    offered: int
    chosen: int
    texts: tuple[str, ...]


class Circumstances(NamedTuple):
    """What surrounds an answer: the fields of `Logged` of the same names."""

    id: str
    attempt: str
    confidence: Confidence | None
    cram: bool
    seed: int
    seconds: float | None
    answered_at: int
    day: str


def logged(answer: Answer, around: Circumstances) -> Logged:
    """The log's line for `answer`."""
    item = answer.turn.item
    options = _options(item)
    picked = answer.response.options if isinstance(answer.response, Chosen) else ()
    wrong = [option for option in options if not option.correct]
    return Logged(
        item=item.id,
        topic=item.topic,
        objective=item.objective,
        fingerprint=fingerprint(item),
        key=key_print(item),
        response=plain(answer.response),
        offered=tuple(option.misconception for option in wrong if option.misconception),
        chosen=tuple((options[at].text, None if options[at].correct else options[at].misconception) for at in picked),
        score=answer.score.points,
        self_assessed=answer.self_assessed,
        again=answer.turn.again,
        **around._asdict(),
    )


def _options(item: Item) -> tuple[Option, ...]:
    interaction = item.body.interaction()
    return interaction.options if isinstance(interaction, ChooseOne | ChooseSome) else ()


def plain(response: Response) -> dict[str, object]:
    """A response as plain data, indices in authored order."""
    match response:
        case Chosen(options):
            return {"chosen": list(options)}
        case Arranged(steps):
            return {"arranged": list(steps)}
        case Written(text, points):
            return {"written": text, "points": list(points)}
