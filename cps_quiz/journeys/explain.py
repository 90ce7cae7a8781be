"""What a misconception is, and the study notes of a topic: Markdown texts to be shown."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.core.questions.bank import Misconception, TopicId
from cps_quiz.core.questions.curriculum import Topic
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.questions.labels import exercised
from cps_quiz.core.questions.search import find_misconceptions, near
from cps_quiz.core.record.log import Confused, Misses
from cps_quiz.errors import UnknownNameError
from cps_quiz.journeys.drill.drill import unknown
from cps_quiz.words import explain as explain_words
from cps_quiz.words.steps import Step

EXAMPLES = 5
"""Questions named of those that exercise a misconception."""


class OwnPast(NamedTuple):
    """How a learner fared with one misconception: its misses, and the confusions that it is a part of."""

    misses: Misses
    confusions: tuple[Confused, ...] = ()


Own = Callable[[MisconceptionId], OwnPast | None]
"""The learner's own past with a misconception; None when nothing is known of it."""


def explain(library: Library, words: str, own: Own = lambda _: None) -> list[str]:
    """All there is to say about the misconception that `words` mean, or a choice of several.

    Raises UnknownNameError when they mean none.
    """
    known = library.misconceptions
    found = find_misconceptions(words, known.values()) if words else tuple(known.values())
    if not found:
        raise UnknownNameError("misconception", words, _near(words, library), f"There are: {', '.join(known)}.")
    return (
        [explain_words.in_short(m) for m in found] if len(found) > 1 else _in_full(found[0], library, own(found[0].id))
    )


def explain_steps(library: Library, words: str, carried: Sequence[str] = ()) -> list[Step]:
    """What can be done after an approach was read, or to read one of several."""
    known = library.misconceptions
    found = find_misconceptions(words, known.values()) if words else ()
    return explain_words.approach_steps(found, carried) if len(found) <= explain_words.MOST_STEPS else []


def study_steps(library: Library, topic: str | None, carried: Sequence[str] = ()) -> list[Step]:
    """What can be done after notes were read, or to read those of a topic."""
    topics = library.curriculum.topics
    known = topics.get(TopicId((topic or "").partition("/")[0]))
    return explain_words.topic_steps([known] if known else topics.values(), carried, read=known is None)


def _near(words: str, library: Library) -> tuple[str, ...]:
    names = {m.name.casefold(): m.id for m in library.misconceptions.values()}
    wanted = words.casefold()
    by_id = near(wanted.replace(" ", "-"), library.misconceptions)
    by_word = near(wanted, [word for name in names for word in name.split()])
    named = (id_ for name, id_ in names.items() if any(word in name.split() for word in by_word))
    by_name = (names[name] for name in near(wanted, names))
    return tuple(dict.fromkeys([*by_id, *by_name, *named]))[:3]


def _in_full(m: Misconception, library: Library, own: OwnPast | None) -> list[str]:
    others = [library.misconceptions[id_] for id_ in m.confused_with if id_ in library.misconceptions]
    return [
        *explain_words.in_full(m),
        *([explain_words.confused_with(m, others, library.glossary)] if others else []),
        *([explain_words.own(own.misses)] if own and own.misses.offered else []),
        *([explain_words.own_confusions(m, own.confusions, library.glossary)] if own and own.confusions else []),
        *_questions(m, library),
    ]


def _questions(m: Misconception, library: Library) -> list[str]:
    items = [item for item in library.items if not item.retired and m.id in exercised(item)]
    if not items:
        return [explain_words.NO_QUESTION]
    return [explain_words.exercised_by(len(items), items[:EXAMPLES])]


def study(library: Library, topic: str | None) -> list[str]:
    """The notes of a topic, or of one objective as "topic/objective"; without one, what topics there are.

    Raises UnknownNameError for a topic or objective that the curriculum lacks.
    """
    topics = library.curriculum.topics
    if topic is None:
        return [*map(explain_words.overview, topics.values())]
    id_, slash, objective = topic.partition("/")
    if id_ not in topics:
        raise unknown("topic", id_, topics)
    found = topics[TopicId(id_)]
    return _note(found, objective) if slash else explain_words.notes(found)


def _note(topic: Topic, objective: str) -> list[str]:
    known = {one.id: one for one in topic.objectives}
    if objective not in known:
        raise unknown("objective", objective, known)
    return explain_words.note(known[ObjectiveId(objective)])
