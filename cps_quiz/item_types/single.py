"""One right option: choose it."""

from typing import Any, NamedTuple

from cps_quiz.core.questions.interaction import ChooseOne, Option
from cps_quiz.core.questions.response import Chosen, Response
from cps_quiz.core.questions.scoring import Score, choice_score
from cps_quiz.item_types import ItemType
from cps_quiz.item_types._options import encode_options, options_schema, read_options, restore_options
from cps_quiz.source.fields import Fields


class Single(NamedTuple):
    """Options of which exactly one is correct."""

    options: tuple[Option, ...]

    def interaction(self) -> ChooseOne:
        """Choose one."""
        return ChooseOne(self.options)

    def key(self) -> Chosen:
        """The one correct option."""
        return Chosen(tuple(i for i, option in enumerate(self.options) if option.correct))

    def score(self, response: Response) -> Score:
        """1 for the key alone, else 0."""
        return choice_score(response.options, self.key().options) if isinstance(response, Chosen) else Score(0.0)


def _decode(item: Fields) -> Single:
    return Single(read_options(item, single=True))


def _encode(body: Single) -> dict[str, object]:
    return encode_options(body.options)


def _restore(own: dict[str, Any]) -> Single:
    return Single(restore_options(own))


ITEM_TYPE = ItemType(
    name="single",
    schema={"options": options_schema(single=True)},
    required=("options",),
    decode=_decode,
    encode=_encode,
    restore=_restore,
)
