"""Nothing of few can be worked out from what is shown."""

from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.statistics.disclosure import FEWEST, MANY, is_extreme, may_follow, shown_parts, veiled

COUNTS = st.lists(st.integers(0, 60), min_size=2, max_size=5).filter(lambda counts: sum(counts) >= FEWEST)


@given(COUNTS)
def test_no_share_near_0_or_1_can_be_had_from_the_others(counts: list[int]) -> None:
    """Neither from those that are told nor, as they make one whole, from what is left of it."""
    parts, n = dict(enumerate(counts)), sum(counts)
    empty = frozenset(part for part, count in parts.items() if not count)

    hidden = veiled(parts, n, empty, frozenset({0}))

    assert {part for part, count in parts.items() if is_extreme(count, n)} <= hidden | empty
    assert len(hidden) != 1
    assert n < MANY or not hidden
    assert 0 not in hidden or is_extreme(parts[0], n)


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 40), max_size=8))
def test_the_sum_less_what_is_shown_is_of_ten_or_of_nobody(people: dict[str, int]) -> None:
    shown = shown_parts(people)
    rest = [count for name, count in people.items() if name not in shown]

    assert all(people[name] >= FEWEST for name in shown)
    assert not shown or not rest or max(rest) >= FEWEST


def test_a_cell_changes_by_nobody_or_by_ten() -> None:
    assert may_follow([])
    assert may_follow([0, 12])
    assert not may_follow([30, 9])
