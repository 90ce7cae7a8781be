"""A bank for simulations: the shipped items, filled up to equal topics with made-up ones like them."""

from collections import Counter
from random import Random

from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.core.questions.labels import tempting
from cps_quiz.item_types.single import Single

DISTRACTORS = 3
"""Distractors of an item, each with a misconception of its own, as nearly all shipped items have."""


def synthetic_bank(per_topic: int) -> tuple[list[Item], list[MisconceptionId]]:
    """Items, `per_topic` of each shipped topic and none of them self-assessed, and all misconceptions."""
    library = load([shipped()])
    items = [item for item in library.items if not item.retired and item.type != "reflection"]
    random = Random("bank")
    for topic in library.curriculum.topics:
        own = [item for item in items if item.topic == topic]
        items += [_made_up(topic, number, own, library, random) for number in range(per_topic - len(own))]
    return items, sorted(library.curriculum.misconceptions)


def _made_up(topic: TopicId, number: int, own: list[Item], library: Library, random: Random) -> Item:
    """An item whose distractors show misconceptions about as often as those of its topic's shipped items do."""
    seen = Counter(misconception for item in own for misconception in tempting(item))
    shown: set[MisconceptionId] = set()
    pool = sorted(library.curriculum.misconceptions)
    while len(shown) < DISTRACTORS:
        shown.update(random.choices(pool, [seen[misconception] + 0.5 for misconception in pool]))
    wrong = [Option(misconception, False, "It falls short.", misconception) for misconception in sorted(shown)]
    body = Single((Option("the key", True, "It fits."), *wrong))
    return Item(ItemId(f"{topic}-made-up-{number}"), "single", "What fits?", topic, body)
