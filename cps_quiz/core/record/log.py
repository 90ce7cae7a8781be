"""One line of the log of answers: all that is known of an answer, by value.

It tells what happened even when the item is edited or gone.
"""

from collections.abc import Iterable
from typing import NamedTuple

from cps_quiz.core.drill.drill import Answer
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.skills import Skill, SkillEvidence, moved
from cps_quiz.core.memory.stability import Grade
from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.questions.fingerprint import asked_print, fingerprint, key_print
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.questions.labels import (
    Confusion,
    Label,
    LabelKind,
    chosen_options,
    named,
    shown_labels,
    temptation,
    tempting,
)
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.core.record.marks import Flag, Note


class Logged(NamedTuple):
    """An answer as it is kept.

    `response` is plain data; `offered` are the misconceptions on offer, `chosen` pairs of a chosen
    option's text and its misconception. `labels` are all that the chosen options show, `offered_names`
    the approaches that a name-it item offered, the one that is meant first; `print` tells whether what
    was asked is still the same, None where it is unknown. `answered_at` is in milliseconds since 1970 in UTC, `day`
    the learner's own date (ISO), `seconds` how long it took.

    The store adds: `machine`, the database in which it was answered, and `seq`, its place among the answers
    there; `doubtful`, whether the clock was wrong, and then, or where the clock was set back a little,
    `counted_at` and `counted_day`, what it counts as. None where they are unknown or the same.
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
    labels: tuple[Label, ...] = ()
    offered_names: tuple[MisconceptionId, ...] = ()
    print: str | None = None
    machine: str | None = None
    seq: int | None = None
    doubtful: bool = False
    counted_at: int | None = None
    counted_day: str | None = None

    @property
    def at(self) -> int:
        """When it counts, in milliseconds since 1970 in UTC."""
        return self.answered_at if self.counted_at is None else self.counted_at

    @property
    def practice_day(self) -> str:
        """The learner's day (ISO date) on which it counts."""
        return self.day if self.counted_day is None else self.counted_day

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

    @property
    def confusable(self) -> tuple[Confusion, ...]:
        """The confusions that it offered: each approach on offer that could be taken for the one that is meant."""
        meant, *others = self.offered_names or (None,)
        return tuple(Confusion(meant, other) for other in others) if meant else ()

    @property
    def other_aims(self) -> tuple[ObjectiveId, ...]:
        """The objectives whose practice was chosen at the wrong moment."""
        return tuple(ObjectiveId(label.id) for label in self.labels if label.kind is LabelKind.OBJECTIVE)

    @property
    def named(self) -> frozenset[str]:
        """The approaches that the learner named."""
        return frozenset(label.id for label in self.labels if label.kind is LabelKind.NAMES)


class Attempt(NamedTuple):
    """A sitting; `plan` is the plain text that tells how it goes on, "" when nothing is left to ask.

    `started_at` is in milliseconds; `owner` is the window that keeps it, None for any.
    """

    id: str
    kind: str
    seed: int
    started_at: int
    plan: str
    owner: str | None = None


class Kept(NamedTuple):
    """A mock exam that is over: the id of its sitting, when it began (milliseconds), and the rest as JSON.

    `number` counts the learner's exams from 1, None before the store has given it one; `deleted_at` in milliseconds.
    """

    id: str
    started_at: int
    record: str
    number: int | None = None
    deleted_at: int | None = None


class Question(NamedTuple):
    """A question as it was asked: its `asked_print`, its `fingerprint`, and all of it as JSON."""

    print: str
    fingerprint: str
    text: str


class Aside(NamedTuple):
    """That an item or a topic (`kind`) is not to be asked now (`aside` 1) or again (0), since `at` (milliseconds)."""

    kind: str
    id: str
    aside: int
    at: int


class Waiting(NamedTuple):
    """Answers that could not be kept yet: how many, why, and the file that holds them, None where only memory does."""

    answers: int
    reason: str
    file: str | None


class Rest(NamedTuple):
    """What stands in a log beside answers and exams.

    `choices` are names and values, `undone` ids of answers and `deleted` those of exams, with their times.
    """

    questions: tuple[Question, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    undone: tuple[tuple[str, int], ...] = ()
    deleted: tuple[tuple[str, int], ...] = ()
    asides: tuple[Aside, ...] = ()
    unknown: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    notes: tuple[Note, ...] = ()


class Misses(NamedTuple):
    """How often a misconception was on offer and chosen, and options of late by which it was, newest first."""

    offered: int
    chosen: int
    texts: tuple[str, ...]


class Confused(NamedTuple):
    """How often an approach was `taken` for the one that is `meant`, and how often both were on offer."""

    meant: MisconceptionId
    taken: MisconceptionId
    times: int
    of: int


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
    picked = chosen_options(item, answer.response)
    return Logged(
        item=item.id,
        topic=item.topic,
        objective=item.objective,
        fingerprint=fingerprint(item),
        key=key_print(item),
        response=plain(answer.response),
        offered=tempting(item),
        chosen=tuple((option.text, temptation(item, option)) for option in picked),
        score=answer.score.points,
        self_assessed=answer.self_assessed,
        again=answer.turn.again,
        labels=shown_labels(item, answer.response),
        offered_names=named(item),
        print=asked_print(item),
        **around._asdict(),
    )


def skill_moves(entry: Logged) -> dict[Skill, Grade]:
    """The skills that an answer moves; returns within a drill, cramming and own words move none."""
    if entry.cram or not entry.counts:
        return {}
    return moved(
        SkillEvidence(
            topic=entry.topic,
            objective=entry.objective,
            right=entry.right,
            confidence=entry.confidence,
            offered=entry.offered,
            tempted=entry.tempted,
            names=(*entry.offered_names[:1], *entry.named) if entry.offered_names else (),
            other_aims=entry.other_aims,
        )
    )


def labels_of_old(chosen: Iterable[tuple[str, MisconceptionId | None]]) -> tuple[Label, ...]:
    """The labels of an answer from before there were any: the misconceptions of what was chosen."""
    return tuple(Label(LabelKind.MISCONCEPTION, id_) for _, id_ in chosen if id_)


def labels_of_data(pairs: Iterable[tuple[str, str]]) -> tuple[Label, ...]:
    """Labels from plain pairs of a kind and an id; a kind that only a newer version knows is left out."""
    known = {kind.value: kind for kind in LabelKind}
    return tuple(Label(known[kind], id_) for kind, id_ in pairs if kind in known)


def plain(response: Response) -> dict[str, object]:
    """A response as plain data, indices in authored order."""
    match response:
        case Chosen(options):
            return {"chosen": list(options)}
        case Arranged(steps):
            return {"arranged": list(steps)}
        case Written(text, points):
            return {"written": text, "points": list(points)}
