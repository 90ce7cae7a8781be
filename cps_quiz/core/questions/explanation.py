"""Every option of an answered item with its mark and its why, in the order to read them."""

from typing import NamedTuple

from cps_quiz.core.questions.interaction import (
    Arrange,
    ChooseOne,
    ChooseSome,
    Interaction,
    MisconceptionId,
    Option,
    Write,
)
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written

LETTERS = "abcdef"


class ExplainedOption(NamedTuple):
    """An option with the letter under which it was shown."""

    letter: str
    option: Option
    chosen: bool

    @property
    def mark(self) -> str:
        """What it is, in words."""
        if self.option.correct:
            return "your choice, the key" if self.chosen else "the key"
        return "your choice, not the key" if self.chosen else "not the key"

    @property
    def tempting(self) -> MisconceptionId | None:
        """The misconception that choosing it shows."""
        return self.option.misconception if self.chosen and not self.option.correct else None


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
    options: tuple[Option, ...], order: tuple[int, ...], chosen: tuple[int, ...]
) -> tuple[ExplainedOption, ...]:
    """The learner's wrong choices first, then the key, then the rest; within each as shown."""
    shown = [ExplainedOption(LETTERS[at], options[index], index in chosen) for at, index in enumerate(order)]
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
        return tuple(dict.fromkeys(option.tempting for option in self.options if option.tempting))


def explain(interaction: Interaction, order: tuple[int, ...], response: Response | None) -> Explanation:
    """Explain an item that was shown in `order`; without a `response`, as if nothing was chosen."""
    match interaction:
        case ChooseOne(options) | ChooseSome(options):
            chosen = response.options if isinstance(response, Chosen) else ()
            return Explanation(options=explain_options(options, order, chosen))
        case Arrange(steps, why):
            given = response.steps if isinstance(response, Arranged) else ()
            return Explanation(steps=explain_steps(steps, given), why=why)
        case Write(looks_for, example, why):
            made = response.points if isinstance(response, Written) else None
            return Explanation(points=explain_points(looks_for, made), why=why, example=example)
