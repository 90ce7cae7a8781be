"""Searching questions, notes, approaches and one's own notes."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.finding import Text, find
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write
from cps_quiz.words import find as find_words
from cps_quiz.words.steps import Step

MOST = 9
"""Results: each has a digit."""


class Kind(Enum):
    """What was found."""

    QUESTION = "question"
    APPROACH = "approach"
    STUDY_NOTE = "study note"
    OWN_NOTE = "own note"


class Hit(NamedTuple):
    """Something that was found: its kind, its id, and a line of it."""

    kind: Kind
    id: str
    line: str


def search(library: Library, words: str, notes: Mapping[ItemId, str]) -> list[Hit]:
    """What has the words, the best first; `notes` are the learner's own, by item."""
    return find(words, _texts(library, notes), MOST)


def _texts(library: Library, notes: Mapping[ItemId, str]) -> Iterator[Text[Hit]]:
    for item in library.items:
        if item.id in notes:
            yield Text(Hit(Kind.OWN_NOTE, item.id, notes[item.id]), notes[item.id])
        if not item.retired:
            yield Text(Hit(Kind.QUESTION, item.id, find_words.opening(item)), _words(item))
    for m in library.misconceptions.values():
        words = " ".join((m.id, m.name, m.means, m.harms, m.instead, *m.sounds_like))
        yield Text(Hit(Kind.APPROACH, m.id, f"{m.name}. {m.means}"), words)
    for topic in library.curriculum.topics.values():
        for objective in topic.objectives:
            line = f"{topic.title}: {objective.title}"
            yield Text(Hit(Kind.STUDY_NOTE, f"{topic.id}/{objective.id}", line), f"{line} {objective.notes}")


def _words(item: Item) -> str:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            parts = [option.text for option in options]
        case Arrange(steps):
            parts = list(steps)
        case Write(looks_for):
            parts = list(looks_for)
    scenario = item.scenario.text if item.scenario else ""
    return " ".join((item.id, scenario, item.stem, *parts, *item.tags))


def marked(library: Library, flagged: Iterable[ItemId], notes: Mapping[ItemId, str]) -> list[Hit]:
    """The questions that the learner flagged or wrote a note on, in the order of the banks."""
    ids = {*flagged, *notes}
    return [
        Hit(Kind.OWN_NOTE if item.id in notes else Kind.QUESTION, item.id, notes.get(item.id, find_words.opening(item)))
        for item in library.items
        if item.id in ids
    ]


def as_data(hits: list[Hit]) -> list[dict[str, Any]]:
    """What was found as plain data."""
    return [{"kind": hit.kind.value, "id": hit.id, "text": hit.line} for hit in hits]


def steps(hits: list[Hit], carried: tuple[str, ...]) -> list[Step]:
    """What can be done with each: a question is opened with its answer hidden; the others are read."""
    commands = {
        Kind.QUESTION: ("bank", "show", "--covered"),
        Kind.OWN_NOTE: ("bank", "show", "--covered"),
        Kind.APPROACH: ("explain",),
        Kind.STUDY_NOTE: ("study",),
    }
    return [Step(find_words.hit(hit.kind.value, hit.line), (*commands[hit.kind], hit.id, *carried)) for hit in hits]
