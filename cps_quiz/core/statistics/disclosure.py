"""What may be shown of a group: nothing of few, and nothing from which few can be worked out."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

FEWEST = 10
"""People behind anything that is shown."""

EXTREME, MANY = 0.05, 100
"""Under MANY people a share this near to 0 or 1 is only told to be so."""

Name = TypeVar("Name", bound=Hashable)


def is_extreme(count: int, n: int) -> bool:
    """Whether a share is told as "5 % or less" or "95 % or more" only."""
    return n < MANY and (count <= EXTREME * n or count >= (1 - EXTREME) * n)


def veiled(counts: Mapping[Name, int], n: int, empty: frozenset[Name], told: frozenset[Name]) -> set[Name]:
    """The parts of a whole of `n` people whose shares are not told.

    Beside the extreme ones another is veiled, the smallest, where a single one could be had from the rest
    that is told. `empty` are parts that are told to be so, `told` are counts that stand elsewhere too.
    """
    hidden = {name for name, count in counts.items() if is_extreme(count, n) and name not in empty}
    open_ = sorted((count, str(name), name) for name, count in counts.items() if name not in hidden | empty | told)
    if len(hidden) == 1:
        hidden |= {open_[0][2]} if open_ else set(empty)
    return hidden


def shown_parts(people: Mapping[Name, int]) -> set[Name]:
    """The parts of a sum that are shown, by how many people each has.

    Where one is left out for want of people, the smallest of the others is too: together they are
    enough, and the sum less the rest tells nothing of few.
    """
    enough = sorted((count, str(name), name) for name, count in people.items() if count >= FEWEST)
    left_out = len(people) - len(enough)
    return {name for _, _, name in (enough[1:] if left_out else enough)}


def may_follow(changes: Sequence[int]) -> bool:
    """Whether a cell may be shown after earlier reports, from each of which so many people differ."""
    return all(number == 0 or number >= FEWEST for number in changes)
