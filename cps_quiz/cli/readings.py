"""What the commands that only show texts would show."""

from collections.abc import Sequence

from cps_quiz.bank.library import Library
from cps_quiz.cli.wiring import open_progress
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.errors import QuizError
from cps_quiz.journeys.explain import OwnPast, explain, study
from cps_quiz.store.database import database_path


def is_there(loaded: Library, command: Sequence[str]) -> bool:
    """Whether a command does no more than to show some texts, and has some."""
    match list(command[:2]):
        case ["explain", id_]:
            return id_ in loaded.misconceptions
        case ["study", asked]:
            topic, _, objective = asked.partition("/")
            known = loaded.curriculum.topics.get(TopicId(topic))
            return known is not None and (not objective or any(one.id == objective for one in known.objectives))
        case _:
            return False


def read(loaded: Library, command: Sequence[str]) -> Sequence[str]:
    """The Markdown texts that a command shows; none for a command that does more than to show some."""
    if not is_there(loaded, command):
        return ()
    return explain(loaded, command[1], own_past) if command[0] == "explain" else study(loaded, command[1])


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
