"""What the functions of `words/` are called with where nothing real is meant."""

from typing import NamedTuple

from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import ChooseOne, Option
from cps_quiz.core.questions.response import Chosen, Response
from cps_quiz.core.questions.scoring import Score
from cps_quiz.pages.practice.slots import gap
from cps_quiz.words.numbers import out_of

NAMES = Glossary({}, {}, {})
"""Knows nothing, so that an id is its own title: the gap for it."""


class _Body(NamedTuple):
    """What an answer of so many points is about, and that no question is behind."""

    points: float = 1.0
    options: tuple[Option, ...] = ()

    def interaction(self) -> ChooseOne:
        return ChooseOne(self.options)

    def key(self) -> Response:
        return Chosen(())

    def score(self, response: Response) -> Score:  # noqa: ARG002 - known beforehand
        return Score(self.points)


def item(points: float = 1.0, key: str = "") -> Item:
    """An item of which nothing counts but the points of an answer, and its key."""
    return Item(ItemId("x"), "single", "", TopicId("x"), _Body(points, (Option(key, True, ""),)))


def numbered(sentence: str) -> str:
    """A sentence about the first question of one, with gaps for both numbers."""
    return sentence.replace(out_of(1, 1), out_of(gap("number"), gap("total")))
