"""Draws the items of a mock exam from a bank, by a blueprint."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from cps_quiz.core.exam.blueprint import Blueprint, apportion
from cps_quiz.core.questions.bank import Item, ItemId, Level, TopicId
from cps_quiz.core.questions.comparison import set_of
from cps_quiz.core.questions.interaction import Write
from cps_quiz.core.questions.shuffle import permutation, shuffled
from cps_quiz.errors import QuizError

Twins = Callable[[Sequence[Item]], Collection[ItemId]]
"""Of some items, those that ask nearly the same as one before them."""


class Shortage(NamedTuple):
    """A topic with fewer items than its share of the exam."""

    topic: TopicId
    wanted: int
    there: int


class BankTooSmallError(QuizError):
    """The items at hand cannot fill the form; `most` is the longest exam that they can."""

    def __init__(self, shortages: Sequence[Shortage], items: int, most: int) -> None:
        missing = "; ".join(f"{s.topic} has {s.there} for a share of {s.wanted}" for s in shortages)
        super().__init__(
            f"The questions are too few for a mock exam of {items}: {missing}."
            " Not counted are questions that learners score themselves, and all but one of those that give each other"
            " away.",
            f"Ask for fewer: --items {most}" if most else "Add questions, or leave the topic out with --topic.",
        )
        self.shortages = shortages


def assemble(
    items: Iterable[Item], blueprint: Blueprint, seen: Mapping[ItemId, int], seed: int, twins: Twins
) -> tuple[Item, ...]:
    """The form: items in the order in which they are asked.

    Of each topic its share by weight, the levels spread as the blueprint says as far as the items
    go; items never `seen` come first, then those seen longest ago (milliseconds); of a set, and of
    near duplicates, one at most; items of one scenario follow each other. The same items, `seen`
    and seed give the same form. Raises BankTooSmallError.
    """
    pool = sorted((i for i in shuffled(items, seed) if may_stand(i)), key=lambda item: seen.get(item.id, 0))
    left_out: set[ItemId] = set()
    while True:
        form = _draw([item for item in pool if item.id not in left_out], blueprint)
        found = set(twins(form))
        if not found:
            return _ordered(form, seed)
        left_out |= found


def may_stand(item: Item) -> bool:
    """Whether an exam may ask it: reflections are scored by the learner, so they are no part of one."""
    return not item.retired and not isinstance(item.body.interaction(), Write)


def _draw(pool: Sequence[Item], blueprint: Blueprint) -> list[Item]:
    wanted = blueprint.per_topic()
    drawing = _Drawing(pool)
    form = [item for topic, share in wanted.items() for item in drawing.topic(topic, share, blueprint.levels)]
    got = Counter(item.topic for item in form)
    shortages = [Shortage(topic, share, got[topic]) for topic, share in wanted.items() if got[topic] < share]
    if shortages:
        raise BankTooSmallError(shortages, blueprint.items, _most(blueprint, _supply(pool)))
    return form


class _Drawing:
    """Takes items out of a pool, of each set one at most."""

    def __init__(self, pool: Sequence[Item]) -> None:
        self._topics: dict[TopicId, list[Item]] = {}
        for item in pool:
            self._topics.setdefault(item.topic, []).append(item)
        self._sets: set[object] = set()

    def topic(self, topic: TopicId, share: int, levels: Mapping[Level, float]) -> list[Item]:
        """Up to `share` items, by level first, then whatever is left."""
        pool = self._topics.get(topic, [])
        found: list[Item] = []
        for level, count in apportion(share, levels).items():
            found += self._take([item for item in pool if item.level is level], count)
        taken = {item.id for item in found}
        return found + self._take([item for item in pool if item.id not in taken], share - len(found))

    def _take(self, pool: Iterable[Item], count: int) -> list[Item]:
        found: list[Item] = []
        for item in pool:
            if len(found) == count:
                break
            group = set_of(item)
            if group not in self._sets:
                found.append(item)
                if group is not None:
                    self._sets.add(group)
        return found


def _supply(pool: Iterable[Item]) -> Counter[TopicId]:
    """How many items of each topic can stand in one form."""
    alone: Counter[TopicId] = Counter()
    groups: dict[object, TopicId] = {}
    for item in pool:
        group = set_of(item)
        if group is None:
            alone[item.topic] += 1
        else:
            groups.setdefault(group, item.topic)
    return alone + Counter(groups.values())


def _most(blueprint: Blueprint, supply: Mapping[TopicId, int]) -> int:
    """The longest exam of this blueprint that the supply can fill; 0 when there is none."""
    for items in range(min(blueprint.items - 1, sum(supply.values())), 0, -1):
        if all(share <= supply.get(topic, 0) for topic, share in blueprint._replace(items=items).per_topic().items()):
            return items
    return 0


def _ordered(form: Iterable[Item], seed: int) -> tuple[Item, ...]:
    """Shuffled over all topics, with the items of one scenario in one place."""
    blocks: dict[object, list[Item]] = {}
    for item in sorted(form, key=lambda item: item.id):
        blocks.setdefault(item.scenario or item.id, []).append(item)
    piles = list(blocks.values())
    return tuple(item for at in permutation(seed, "form", len(piles)) for item in piles[at])
