"""Seeded orders, the same on every machine and Python version."""

from collections.abc import Iterable
from itertools import chain, zip_longest
from random import Random

from cps_quiz.core.questions.bank import Item


def permutation(seed: int, name: str, size: int) -> tuple[int, ...]:
    """An order of 0…size-1 that hangs on `seed` and `name` alone."""
    order = list(range(size))
    Random(f"{seed}/{name}").shuffle(order)  # noqa: S311 - shuffling, not secrecy
    return tuple(order)


def shuffled(items: Iterable[Item], seed: int) -> list[Item]:
    """`items` in a seeded order that does not hang on the order they came in."""
    pool = sorted(items, key=lambda item: item.id)
    return [pool[index] for index in permutation(seed, "items", len(pool))]


def take_turns(items: Iterable[Item]) -> list[Item]:
    """`items` with their topics taking turns, each topic's in their order.

    Mixing topics makes learners tell similar ideas apart (Brunmair & Richter 2019,
    https://doi.org/10.1037/bul0000209).
    """
    piles: dict[str, list[Item]] = {}
    for item in items:
        piles.setdefault(item.topic, []).append(item)
    rounds = chain.from_iterable(zip_longest(*piles.values()))
    return [item for item in rounds if item is not None]


def draw(items: Iterable[Item], count: int, seed: int) -> tuple[Item, ...]:
    """Up to `count` items in a seeded order, with the topics taking turns."""
    return tuple(take_turns(shuffled(items, seed))[:count])
