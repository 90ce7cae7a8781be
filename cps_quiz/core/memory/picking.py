"""Which items to ask now: those whose objective is understood least, in other words than before.

An item is the more urgent the less its objective is held in memory, the less the item itself is known
by heart, and the more the misconceptions that it offers still tempt. In simulation this teaches more for
unseen questions than a schedule of items does, and no less for the same ones: tests/benchmarks/learning.py.
The constants were chosen among seven settings, on learners of other seeds; the optimum is flat.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from random import Random

from cps_quiz.core.memory.due import History, Mode, fits
from cps_quiz.core.memory.skills import Skill, SkillKind, aim, held
from cps_quiz.core.memory.stability import DECAY, FACTOR
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.labels import tempting

AIM_POWER = 0.5
"""What is left of an objective counts by this power."""

BY_HEART = 0.9
"""How much of its urgency an item loses that is known by heart."""

TEMPTATION = 0.3
"""What a misconception that tempts without fail adds to the items that offer it."""

UNMET = 0.5
"""How much a misconception tempts that was never met."""

ASKED = 0.05
"""What is left of an objective's urgency after one of its items was chosen for the same drill."""


Offers = tuple[MisconceptionId, ...]
"""The misconceptions that an item offers."""

Candidate = tuple[float, float, int]
"""How little an item is needed, its lot among equals, and its place in the pool: the lowest is asked first."""


class Pool:
    """Items to choose from, with what is looked up of each, so that to pick anew costs little."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = sorted(items, key=lambda item: item.id)
        self.kinds: dict[tuple[Skill, Offers], list[int]] = {}
        for place, item in enumerate(self.items):
            self.kinds.setdefault((aim(item), tempting(item)), []).append(place)
        self.misconceptions = {one for _, offers in self.kinds for one in offers}


def pick(
    items: Iterable[Item] | Pool, history: History, count: int, seed: int, mode: Mode = Mode.USUAL
) -> tuple[Item, ...]:
    """Up to `count` items, the most urgent first; only what `mode` asks for, if it asks.

    What was missed with confidence comes before all. No objective and no set comes twice in a row while
    there is another, and among equals topics take turns.
    """
    pool = items if isinstance(items, Pool) else Pool(items)
    piles = _piles(pool, history, seed, mode)
    found = _in_turn([pool.items[place] for _, _, place in sorted(piles.pop(None, []))[:count]])
    left = {one: _lack_of_aim(one, history) * ASKED ** sum(aim(item) == one for item in found) for one in piles if one}
    tops = {one: min(piles[one]) for one in left}
    while len(found) < count and tops:
        best = min(tops, key=lambda one: _rank(pool, tops[one], left[one], found))
        if _follows_its_like(pool.items[tops[best][2]], found):
            best = _another(pool, piles, left, found, tops) or best
        found.append(pool.items[tops[best][2]])
        left[best] *= ASKED
        piles[best].remove(tops.pop(best))
        if piles[best]:
            tops[best] = min(piles[best])
    return tuple(found)


def _another(
    pool: Pool,
    piles: Mapping[Skill | None, list[Candidate]],
    left: Mapping[Skill, float],
    found: Sequence[Item],
    tops: dict[Skill, Candidate],
) -> Skill | None:
    """The objective to ask for when all on top follow their like, the best that does not put on top; None without."""
    apart = {
        one: min(others)
        for one in left
        if (others := [each for each in piles[one] if not _follows_its_like(pool.items[each[2]], found)])
    }
    best = min(apart, key=lambda one: _rank(pool, apart[one], left[one], found), default=None)
    if best is not None:
        tops[best] = apart[best]
    return best


def _piles(pool: Pool, history: History, seed: int, mode: Mode) -> dict[Skill | None, list[Candidate]]:
    """What may be asked, by objective; at None what was missed with confidence."""
    lot = Random(seed).random  # noqa: S311 - parting equals, not secrecy
    lots = [lot() for _ in pool.items]
    known, today, items = history.past.get, history.today, pool.items
    piles: dict[Skill | None, list[Candidate]] = {None: []}
    fading = dict[date, float]()
    tempts = {one: temptation(one, history) for one in pool.misconceptions}
    for (of, offers), places in pool.kinds.items():
        need = -1 - TEMPTATION * sum(tempts[one] for one in offers)
        pile = piles.setdefault(of, [])
        for place in places:
            past = known(items[place].id)
            if mode is not Mode.USUAL and not fits(past, history, mode):
                continue
            if past is None or past.memory is None:
                pile.append((need, lots[place], place))
                continue
            stability, _, _, seen, _ = past.memory
            if seen not in fading:
                fading[seen] = FACTOR * max(0, (today - seen).days)
            lack = 1 - BY_HEART * (1 + fading[seen] / stability) ** DECAY  # cards.recall, which takes thrice the time
            (piles[None] if past.sure_miss else pile).append((need * lack, lots[place], place))
    return {of: pile for of, pile in piles.items() if pile}


def _in_turn(items: list[Item]) -> list[Item]:
    """The items in their order, as far as objectives and sets can be kept apart."""
    left, found = list(items), list[Item]()
    while left:
        at = next((at for at, item in enumerate(left) if not _follows_its_like(item, found)), 0)
        found.append(left.pop(at))
    return found


def _rank(pool: Pool, top: Candidate, left: float, found: Sequence[Item]) -> tuple[bool, float, bool, float]:
    lack, lot, place = top
    item = pool.items[place]
    same_topic = bool(found) and found[-1].topic == item.topic
    return (_follows_its_like(item, found), lack * left, same_topic, lot)


def _follows_its_like(item: Item, found: Sequence[Item]) -> bool:
    """Whether the last of `found` asks for the same objective, or is of the same set."""
    if not found:
        return False
    return aim(found[-1]) == aim(item) or (item.set is not None and item.set == found[-1].set)


def _lack_of_aim(one: Skill, history: History) -> float:
    memory = history.skills.get(one)
    return 1.0 if memory is None else float((1 - held(memory, history.today)) ** AIM_POWER)


def temptation(one: MisconceptionId, history: History) -> float:
    """How much a misconception still tempts: 0 to 1."""
    memory = history.skills.get(Skill(SkillKind.MISCONCEPTION, one))
    return UNMET if memory is None else 1 - held(memory, history.today)
