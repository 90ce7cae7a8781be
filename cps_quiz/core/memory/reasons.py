"""Why an item was picked: what weighed most."""

from enum import Enum
from typing import NamedTuple

from cps_quiz.core.memory.due import History
from cps_quiz.core.memory.skills import Skill, aim
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.labels import tempting

OFTEN = 2
"""Times that a misconception tempted within two weeks that make it a reason (item-writing's rule of two)."""


class Weight(Enum):
    """What weighed most when an item was picked."""

    SURE_MISS = "sure miss"
    UNMET_AIM = "unmet aim"
    TEMPTED = "tempted"
    AIM_LONG_AGO = "aim long ago"
    UNMET_ITEM = "unmet item"
    ITEM_LONG_AGO = "item long ago"


class Reason(NamedTuple):
    """Why an item was picked: its aim, and of TEMPTED the misconception and how often, of the others the days since."""

    weight: Weight
    aim: Skill
    misconception: MisconceptionId | None = None
    times: int = 0
    days: int = 0


def reason(item: Item, history: History) -> Reason:
    """Why `item` is to be asked, by all that picking looks at."""
    of, past = aim(item), history.past.get(item.id)
    memory = history.skills.get(of)
    if past is not None and past.sure_miss:
        return Reason(Weight.SURE_MISS, of)
    if memory is None:
        return Reason(Weight.UNMET_AIM, of)
    misconception, times = _most_tempting(item, history)
    if times >= OFTEN:
        return Reason(Weight.TEMPTED, of, misconception, times)
    days = (history.today - memory.seen).days
    if days > 0:
        return Reason(Weight.AIM_LONG_AGO, of, days=days)
    if past is None or past.memory is None:
        return Reason(Weight.UNMET_ITEM, of)
    return Reason(Weight.ITEM_LONG_AGO, of, days=max(0, (history.today - past.memory.seen).days))


def _most_tempting(item: Item, history: History) -> tuple[MisconceptionId | None, int]:
    """Of what the item offers, what tempted most within two weeks, in all topics together."""
    offers = tempting(item)
    hits = {one: sum(t.hits for t in history.temptations if t.misconception == one) for one in offers}
    return max(hits.items(), key=lambda hit: hit[1], default=(None, 0))
