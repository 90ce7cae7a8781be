"""Topics, approaches, aims and references that a foreign file names, held against those that there are."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.files import SUFFIXES
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item, TopicId
from cps_quiz.core.questions.curriculum import Curriculum
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome, Option
from cps_quiz.errors import QuizError
from cps_quiz.formats import Loss, Read


class NoTopicError(QuizError):
    """Questions without a topic that the curriculum has."""

    def __init__(self, curriculum: Curriculum, *, unknown: str = "") -> None:
        known = ", ".join(curriculum.topics)
        sentence = f'There is no topic "{unknown}".' if unknown else "These questions name no topic."
        super().__init__(sentence, f"Say which one with --topic: {known}. Nothing was written.")


class Resolved(NamedTuple):
    """Items whose names are all known, and what was lost for that."""

    read: tuple[Read, ...]
    losses: tuple[Loss, ...]


def curricula_beside(folder: Path) -> list[Path]:
    """The curriculum files of a folder: banks there are written for them."""
    if not folder.is_dir():
        return []
    found = (path for path in sorted(folder.iterdir()) if path.suffix in SUFFIXES and path.is_file())
    return [path for path in found if _begins_curriculum(path)]


def _begins_curriculum(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return any(line.startswith((b"curriculum:", b"topics:")) for line in file.read(16_384).split(b"\n"))
    except OSError:
        return False


def library_of(target: Path) -> Library:
    """The bank at `target`, if there is one, with the curriculum that it is written for."""
    beside = curricula_beside(target.parent)
    return load([*beside, *([target] if target.exists() else [])]) if beside or target.exists() else load_shipped()


def load_shipped() -> Library:
    """No bank, and the shipped curriculum."""
    from cps_quiz.bank.loading import shipped_curriculum

    return Library((), shipped_curriculum())


def resolve(read: Sequence[Read], library: Library, topic: str | None, usual: TopicId | None) -> Resolved:
    """Give every item a topic that there is, and take off names that nothing has.

    Raises NoTopicError for an item that is left without one.
    """
    topics = library.curriculum.topics
    if topic and topic not in topics:
        raise NoTopicError(library.curriculum, unknown=topic)
    losses: list[Loss] = []
    found = []
    for one in read:
        own = one.item.topic if one.item.topic in topics else TopicId(topic or usual or "")
        if not own:
            raise NoTopicError(library.curriculum, unknown=one.item.topic)
        if one.item.topic and one.item.topic != own:
            losses.append(Loss(one.item.id, "topic", one.where, f'lost: there is no topic "{one.item.topic}"'))
        item = _without_unknown(one.item._replace(topic=own), one.where, library, losses)
        found.append(one._replace(item=item))
    return Resolved(tuple(found), tuple(losses))


def _without_unknown(item: Item, where: str, library: Library, losses: list[Loss]) -> Item:
    def lost(field: str, name: str) -> None:
        losses.append(Loss(item.id, field, where, f'lost: there is no {field} "{name}"'))

    aims = {objective.id for objective in library.curriculum.topics[item.topic].objectives}
    if item.objective and item.objective not in aims:
        lost("objective", item.objective)
        item = item._replace(objective=None)
    for name in (name for name in item.references if name not in library.references):
        lost("reference", name)
    item = item._replace(references=tuple(name for name in item.references if name in library.references))
    interaction = item.body.interaction()
    if not isinstance(interaction, ChooseOne | ChooseSome):
        return item
    options = []
    for option in interaction.options:
        unknown = _unknown_label(option, library)
        if unknown:
            lost(*unknown)
            option = option._replace(misconception=None, names=None, objective=None)  # noqa: PLW2901 - the same one
        options.append(option)
    return item._replace(body=item.body._replace(options=tuple(options)))  # type: ignore[attr-defined]  # it has some


def _unknown_label(option: Option, library: Library) -> tuple[str, str] | None:
    for id_ in (option.misconception, option.names):
        if id_ and id_ not in library.misconceptions:
            return "misconception", id_
    if option.objective and option.objective not in library.objectives:
        return "objective", option.objective
    return None
