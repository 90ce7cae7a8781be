"""What choosing a wrong option of an item shows."""

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, MisconceptionId, Write


def misconceptions_of(item: Item) -> frozenset[MisconceptionId]:
    """The misconceptions that the item's options show."""
    interaction = item.body.interaction()
    match interaction:
        case ChooseOne(options) | ChooseSome(options):
            return frozenset(o.misconception for o in options if o.misconception is not None)
        case Arrange() | Write():
            return frozenset()
