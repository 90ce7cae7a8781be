"""Every option of an answered item with its mark and its why, in the order to read them."""

from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import (
    Arrange,
    ChooseOne,
    ChooseSome,
    MisconceptionId,
    ObjectiveId,
    Option,
    Write,
)
from cps_quiz.core.questions.labels import Confusion, Label, LabelKind, label_of
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written

LETTERS = "abcdef"


class ExplainedOption(NamedTuple):
    """An option with the letter under which it was shown; `negative` when its item asks for what is not so."""

    letter: str
    option: Option
    chosen: bool
    negative: bool = False

    @property
    def label(self) -> Label | None:
        """What is to be told of it by name; what is wrong in a negative item is no wrong approach."""
        return None if self.negative and not self.option.correct else label_of(self.option)

    @property
    def shown(self) -> Label | None:
        """What choosing it has shown of the learner."""
        return self.label if self.chosen and not self.option.correct else None


class ExplainedStep(NamedTuple):
    """A step in its right place; `given` is where the learner put it, from 1, or None."""

    place: int
    text: str
    given: int | None


class ExplainedPoint(NamedTuple):
    """A point that a good answer makes, and whether the learner ticked it; None before an answer."""

    text: str
    made: bool | None


def explain_options(
    options: tuple[Option, ...], order: tuple[int, ...], chosen: tuple[int, ...], *, negative: bool = False
) -> tuple[ExplainedOption, ...]:
    """The learner's wrong choices first, then the key, then the rest; within each as shown."""
    shown = [ExplainedOption(LETTERS[at], options[index], index in chosen, negative) for at, index in enumerate(order)]
    return tuple(
        sorted(shown, key=lambda entry: (not (entry.chosen and not entry.option.correct), not entry.option.correct))
    )


def explain_steps(steps: tuple[str, ...], given: tuple[int, ...]) -> tuple[ExplainedStep, ...]:
    """The steps in their right order."""
    return tuple(
        ExplainedStep(index + 1, text, given.index(index) + 1 if index in given else None)
        for index, text in enumerate(steps)
    )


def explain_points(points: tuple[str, ...], made: tuple[int, ...] | None) -> tuple[ExplainedPoint, ...]:
    """The points in authored order."""
    return tuple(ExplainedPoint(text, None if made is None else i in made) for i, text in enumerate(points))


class Explanation(NamedTuple):
    """All that is to be said after an answer; only the parts of its interaction are filled."""

    options: tuple[ExplainedOption, ...] = ()
    steps: tuple[ExplainedStep, ...] = ()
    points: tuple[ExplainedPoint, ...] = ()
    why: str = ""
    example: str = ""

    @property
    def tempting(self) -> tuple[MisconceptionId, ...]:
        """The misconceptions that the learner's choices show, each once."""
        return tuple(MisconceptionId(id_) for id_ in self._shown(LabelKind.MISCONCEPTION))

    @property
    def confusions(self) -> tuple[Confusion, ...]:
        """Which approach the learner took for the one that is meant."""
        keys = [entry.option.names for entry in self.options if entry.option.correct]
        meant = keys[0] if len(keys) == 1 else None
        taken = (MisconceptionId(id_) for id_ in self._shown(LabelKind.NAMES) if id_ != meant)
        return tuple(Confusion(meant, id_) for id_ in taken if meant)

    @property
    def practices(self) -> tuple[ObjectiveId, ...]:
        """The objectives whose good practice the learner chose at another moment."""
        return tuple(ObjectiveId(id_) for id_ in self._shown(LabelKind.OBJECTIVE))

    def _shown(self, kind: LabelKind) -> tuple[str, ...]:
        labels = (entry.shown for entry in self.options)
        return tuple(dict.fromkeys(label.id for label in labels if label and label.kind is kind))


def explain(item: Item, order: tuple[int, ...], response: Response | None) -> Explanation:
    """Explain an item that was shown in `order`; without a `response`, as if nothing was chosen."""
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            chosen = response.options if isinstance(response, Chosen) else ()
            return Explanation(options=explain_options(options, order, chosen, negative=item.negative))
        case Arrange(steps, why):
            given = response.steps if isinstance(response, Arranged) else ()
            return Explanation(steps=explain_steps(steps, given), why=why)
        case Write(looks_for, example, why):
            made = response.points if isinstance(response, Written) else None
            return Explanation(points=explain_points(looks_for, made), why=why, example=example)


def approach_behind(explained: Explanation) -> MisconceptionId | None:
    """The approach to read about after an answer: the one that it shows, else the first that was on offer."""
    behind = [*explained.tempting, *(one.meant for one in explained.confusions)]
    offered = (entry.option.misconception or entry.option.names for entry in explained.options)
    return next(iter([*behind, *filter(None, offered)]), None)
