"""What choosing an option of an item shows, and what its wrong options show together."""

from enum import Enum
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome, MisconceptionId, Option
from cps_quiz.core.questions.response import Chosen, Response


class LabelKind(Enum):
    """What a label says of an option."""

    MISCONCEPTION = "misconception"
    NAMES = "names"
    OBJECTIVE = "objective"


class Label(NamedTuple):
    """A label of an option: its kind, and the id of an approach or of an objective."""

    kind: LabelKind
    id: str


class Confusion(NamedTuple):
    """One approach that was taken for another: the one that was `meant`, and the one that was `taken`."""

    meant: MisconceptionId
    taken: MisconceptionId


def options_of(item: Item) -> tuple[Option, ...]:
    """The options of an item; none where there is nothing to choose from."""
    interaction = item.body.interaction()
    return interaction.options if isinstance(interaction, ChooseOne | ChooseSome) else ()


def label_of(option: Option) -> Label | None:
    """The label of an option; None when it has none."""
    if option.misconception is not None:
        return Label(LabelKind.MISCONCEPTION, option.misconception)
    if option.names is not None:
        return Label(LabelKind.NAMES, option.names)
    return Label(LabelKind.OBJECTIVE, option.objective) if option.objective is not None else None


def temptation(item: Item, option: Option) -> MisconceptionId | None:
    """The misconception that choosing `option` of `item` shows; wrong options of a negative item show none."""
    return None if option.correct or item.negative else option.misconception


def tempting(item: Item) -> tuple[MisconceptionId, ...]:
    """The misconceptions that wrong options of an item commit, in their order."""
    if item.negative:
        return ()
    return tuple(o.misconception for o in options_of(item) if o.misconception is not None and not o.correct)


def named(item: Item) -> tuple[MisconceptionId, ...]:
    """The approaches that the options of a name-it item name, each once, the one that is meant first.

    None where several options are right: there nobody can tell which one was taken for which.
    """
    options = sorted(options_of(item), key=lambda option: not option.correct)
    if sum(option.correct for option in options) != 1 or options[0].names is None:
        return ()
    return tuple(dict.fromkeys(option.names for option in options if option.names is not None))


def exercised(item: Item) -> frozenset[MisconceptionId]:
    """The approaches that an item is about: those that tempt, that are named, and that a negative one asks for."""
    keys = (option.misconception for option in options_of(item) if option.correct and option.misconception)
    return frozenset((*tempting(item), *named(item), *keys))


def chosen_options(item: Item, response: Response) -> tuple[Option, ...]:
    """The options of `item` that a response chose."""
    options = options_of(item)
    return tuple(options[index] for index in response.options) if isinstance(response, Chosen) and options else ()


def tempted(item: Item, response: Response) -> tuple[MisconceptionId, ...]:
    """The misconceptions that a response shows."""
    return tuple(m for option in chosen_options(item, response) if (m := temptation(item, option)) is not None)


def shown_labels(item: Item, response: Response) -> tuple[Label, ...]:
    """The labels of what a response chose, as far as they say something of the learner."""
    labels = (label_of(option) for option in chosen_options(item, response) if not (item.negative or option.correct))
    right = (Label(LabelKind.NAMES, o.names) for o in chosen_options(item, response) if o.correct and o.names)
    return (*right, *(label for label in labels if label is not None))
