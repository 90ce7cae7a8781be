"""Steps that are to be put in order."""

from typing import Any, NamedTuple

from cps_quiz.core.questions.interaction import Arrange
from cps_quiz.core.questions.response import Arranged, Response
from cps_quiz.core.questions.scoring import Score, order_score
from cps_quiz.item_types import ItemType
from cps_quiz.source import codes
from cps_quiz.source.fields import Fields

FEWEST, MOST = 2, 6


class Order(NamedTuple):
    """Steps in the right order, and why that is the order."""

    steps: tuple[str, ...]
    why: str

    def interaction(self) -> Arrange:
        """Arrange the steps."""
        return Arrange(self.steps, self.why)

    def key(self) -> Arranged:
        """The steps as they stand."""
        return Arranged(tuple(range(len(self.steps))))

    def score(self, response: Response) -> Score:
        """Share of the pairs of steps in the right order."""
        return order_score(response.steps) if isinstance(response, Arranged) else Score(0.0)


def _decode(item: Fields) -> Order:
    steps = item.texts("steps", required=True)
    if steps and not FEWEST <= len(steps) <= MOST and item.whole("steps"):
        item.bad_value("steps", f"an item has {len(steps)} steps", f"give {FEWEST} to {MOST}")
    return Order(steps, item.text("why", codes.MISSING_WHY))


def _encode(body: Order) -> dict[str, object]:
    return {"steps": list(body.steps), "why": body.why}


def _restore(own: dict[str, Any]) -> Order:
    return Order(tuple(own["steps"]), own["why"])


ITEM_TYPE = ItemType(
    name="order",
    schema={
        "steps": {"type": "array", "minItems": FEWEST, "maxItems": MOST, "items": {"$ref": "#/$defs/text"}},
        "why": {"$ref": "#/$defs/text", "description": "Why the steps stand in this order"},
    },
    required=("steps", "why"),
    decode=_decode,
    encode=_encode,
    restore=_restore,
)
