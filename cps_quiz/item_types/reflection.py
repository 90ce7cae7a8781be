"""An open question: the learner writes, then ticks the points that the answer makes."""

from typing import Any, NamedTuple

from cps_quiz.core.questions.interaction import Write
from cps_quiz.core.questions.response import Response, Written
from cps_quiz.core.questions.scoring import Score, points_score
from cps_quiz.item_types import ItemType
from cps_quiz.source import codes
from cps_quiz.source.fields import Fields

MOST = 6


class Reflection(NamedTuple):
    """Points that a good answer makes, an example of one, and why they matter."""

    looks_for: tuple[str, ...]
    example: str
    why: str

    def interaction(self) -> Write:
        """Write and tick."""
        return Write(self.looks_for, self.example, self.why)

    def key(self) -> Written:
        """The example, which makes every point."""
        return Written(self.example, tuple(range(len(self.looks_for))))

    def score(self, response: Response) -> Score:
        """Share of the points ticked."""
        return points_score(response.points, len(self.looks_for)) if isinstance(response, Written) else Score(0.0)


def _decode(item: Fields) -> Reflection:
    points = item.texts("looks_for", required=True)
    if len(points) > MOST:
        item.bad_value("looks_for", f"an item looks for {len(points)} points", f"keep the {MOST} that matter most")
    return Reflection(points, item.required_text("example"), item.text("why", codes.MISSING_WHY))


def _encode(body: Reflection) -> dict[str, object]:
    return {"looks_for": list(body.looks_for), "example": body.example, "why": body.why}


def _restore(own: dict[str, Any]) -> Reflection:
    return Reflection(tuple(own["looks_for"]), own["example"], own["why"])


ITEM_TYPE = ItemType(
    name="reflection",
    schema={
        "looks_for": {"type": "array", "minItems": 1, "maxItems": MOST, "items": {"$ref": "#/$defs/text"}},
        "example": {"$ref": "#/$defs/text", "description": "An answer that makes every point"},
        "why": {"$ref": "#/$defs/text", "description": "Why these points matter"},
    },
    required=("looks_for", "example", "why"),
    decode=_decode,
    encode=_encode,
    restore=_restore,
)
