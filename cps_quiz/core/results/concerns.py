"""What to look at first: keys, questions that do not separate, wrong answers that nobody takes."""

from enum import Enum
from typing import NamedTuple

from cps_quiz.core.results.items import ItemResult, Known, nobody_took, taken
from cps_quiz.core.statistics.correlation import fisher_interval
from cps_quiz.core.statistics.disclosure import MANY, is_extreme
from cps_quiz.core.statistics.distractors import WEAK, is_idle, is_weak
from cps_quiz.core.statistics.group import ItemSums, Version
from cps_quiz.core.statistics.proportion import wilson

MOST_GUESSED = 3
"""Items of one kind that are named though their numbers prove nothing."""


class Kind(Enum):
    """What to look at."""

    KEY = "key"
    WEAK = "weak"
    IDLE = "idle"


class Concern(NamedTuple):
    """Something to look at first; `sure` when chance alone would hardly bring it about. `option` is its number."""

    kind: Kind
    sure: bool
    item: ItemResult
    option: int | None = None


def concerns_of(one: ItemSums, item: ItemResult, known: Known | None) -> list[Concern]:
    """What is to be looked at in an item that the bank still has in this text."""
    if known is None or not known.keys:
        return []
    found = _key_concerns(one, item, known)
    if item.discrimination is not None:
        if is_weak(item.discrimination, item.based):
            found.append(Concern(Kind.WEAK, sure=True, item=item))
        elif item.discrimination < WEAK and item.based < MANY and not found:
            found.append(Concern(Kind.WEAK, sure=False, item=item))
    for number in _wrong(known):
        option = taken(one, number)
        if nobody_took(one, number) or (one.n >= MANY and is_idle(option)):
            found.append(Concern(Kind.IDLE, sure=is_idle(option), item=item, option=number))
    return found


def _wrong(known: Known) -> list[int]:
    return [number for number in range(known.options) if number not in known.keys]


def _key_concerns(one: ItemSums, item: ItemResult, known: Known) -> list[Concern]:
    """The distractor that looks most like the key, if one does: taken by those who know more, or before the key."""
    if not known.single:
        return []
    right = one.chosen.get(str(min(known.keys)), 0)
    wrong = [(number, taken(one, number)) for number in _wrong(known)]
    usable = [(of.r, number, of) for number, of in wrong if of.r is not None and not is_extreme(of.chosen, one.n)]
    if not usable:
        return []
    r, number, best = max(usable)
    goes_with_rest = fisher_interval(r, best.based).low > 0
    surely_beats = wilson(best.chosen, best.chosen + right).low > 1 / 2 and r > 0
    if goes_with_rest or surely_beats or (best.chosen > right and r > 0):
        return [Concern(Kind.KEY, goes_with_rest or surely_beats, item, number)]
    return []


def first(concerns: list[Concern]) -> tuple[Concern, ...]:
    """Sure ones, then few of those that may be chance; an item's exam speaks before its drills."""
    spoken: set[tuple[Kind, Version, int | None]] = set()
    found: list[Concern] = []
    guessed = dict.fromkeys(Kind, 0)
    for concern in sorted(concerns, key=_urgency):
        about = (concern.kind, concern.item.version, concern.option)
        if about in spoken:
            continue
        spoken.add(about)
        guessed[concern.kind] += not concern.sure
        if concern.sure or guessed[concern.kind] <= MOST_GUESSED:
            found.append(concern)
    return tuple(found)


def _urgency(concern: Concern) -> tuple[int, bool, float, bool, Version]:
    """Nobody taking an option says the more, the more people were wrong; else the lowest r comes first."""
    item, order = concern.item, [*Kind].index(concern.kind)
    if concern.kind is Kind.IDLE:
        weight = -item.n * (1 - (item.facility.value if item.facility.value is not None else item.facility.high))
    else:
        weight = item.discrimination if item.discrimination is not None else 0.0
    return order, not concern.sure, weight, item.setting != "exam", item.version
