"""One or more right options: choose them all."""

from typing import Any, NamedTuple

from cps_quiz.core.questions.interaction import ChooseSome, Option
from cps_quiz.core.questions.response import Chosen, Response
from cps_quiz.core.questions.scoring import Score, choice_score
from cps_quiz.item_types import ItemType
from cps_quiz.item_types._options import encode_options, options_schema, read_options, restore_options
from cps_quiz.source.fields import Fields


class Multiple(NamedTuple):
    """Options of which some are correct."""

    options: tuple[Option, ...]

    def interaction(self) -> ChooseSome:
        """Choose some."""
        return ChooseSome(self.options)

    def key(self) -> Chosen:
        """All correct options."""
        return Chosen(tuple(i for i, option in enumerate(self.options) if option.correct))

    def score(self, response: Response) -> Score:
        """Right minus wrong choices over the number of right ones, never below 0."""
        return choice_score(response.options, self.key().options) if isinstance(response, Chosen) else Score(0.0)


def _decode(item: Fields) -> Multiple:
    return Multiple(read_options(item))


def _encode(body: Multiple) -> dict[str, object]:
    return encode_options(body.options)


def _restore(own: dict[str, Any]) -> Multiple:
    return Multiple(restore_options(own))


ITEM_TYPE = ItemType(
    name="multiple",
    schema={"options": options_schema(single=False)},
    required=("options",),
    decode=_decode,
    encode=_encode,
    restore=_restore,
)
