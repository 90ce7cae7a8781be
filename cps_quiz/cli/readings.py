"""What the commands that only show texts would show."""

from collections.abc import Sequence

from cps_quiz.bank.library import Library
from cps_quiz.cli.wiring import open_progress
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.errors import QuizError
from cps_quiz.journeys.explain import OwnPast, explain, study
from cps_quiz.store.database import database_path


def read(loaded: Library, command: Sequence[str]) -> Sequence[str]:
    """The Markdown texts that a command shows; none for a command that does more than to show some."""
    match list(command[:2]):
        case ["explain", id_] if id_ in loaded.misconceptions:
            return explain(loaded, id_, own_past)
        case ["study", topic] if TopicId(topic.partition("/")[0]) in loaded.curriculum.topics:
            return study(loaded, topic)
        case _:
            return ()


def own_past(misconception: MisconceptionId) -> OwnPast | None:
    """What the store tells of a misconception; this makes no store, and goes on without one that cannot be read."""
    if not database_path().exists():
        return None
    try:
        store = open_progress()
        confusions = tuple(one for one in store.confusions() if misconception in {one.meant, one.taken})
        return OwnPast(store.misses(misconception), confusions)
    except QuizError:
        return None
