from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.shuffle import draw, permutation
from cps_quiz.item_types.single import Single

BODY = Single((Option("Yes", True, "It is."), Option("No", False, "It is not.")))


def items_of(**topics: int) -> list[Item]:
    return [
        Item(ItemId(f"{topic}-{number}"), "single", "Is it?", TopicId(topic), BODY)
        for topic, count in topics.items()
        for number in range(count)
    ]


@settings(deadline=None)
@given(seed=st.integers(), name=st.text(), size=st.integers(0, 40))
def test_a_permutation_holds_each_place_once_and_comes_out_the_same_again(seed: int, name: str, size: int) -> None:
    order = permutation(seed, name, size)
    assert sorted(order) == list(range(size))
    assert permutation(seed, name, size) == order


@pytest.mark.parametrize(
    ("seed", "name", "order"),
    [
        pytest.param(1, "goal-001/0", (1, 0, 3, 2), id="an item"),
        pytest.param(1, "goal-001/1", (0, 2, 1, 3), id="the item asked again"),
        pytest.param(2, "goal-001/0", (3, 2, 1, 0), id="another seed"),
        pytest.param(1, "items", (2, 1, 5, 3, 4, 0), id="a bank"),
        pytest.param(-1, "x", (2, 1, 0), id="a negative seed"),
        pytest.param(4294967295, "é", (3, 4, 0, 1, 2), id="the largest chance seed"),
    ],
)
def test_a_seed_means_the_same_order_on_every_machine_and_version(seed: int, name: str, order: tuple[int, ...]) -> None:
    assert permutation(seed, name, len(order)) == order


def test_every_place_is_shown_first_about_equally_often() -> None:
    first = Counter(permutation(seed, "goal-001/0", 4)[0] for seed in range(2000))
    assert all(420 <= first[place] <= 580 for place in range(4))  # 500 expected, four standard deviations


def test_a_drawn_order_is_pinned() -> None:
    drawn = draw(items_of(goals=3, choices=2), 5, seed=7)
    assert [item.id for item in drawn] == ["choices-1", "goals-1", "choices-0", "goals-2", "goals-0"]


@settings(deadline=None)
@given(
    sizes=st.lists(st.integers(1, 6), min_size=1, max_size=4),
    seed=st.integers(0, 2**32),
    count=st.integers(1, 30),
)
def test_topics_take_turns_until_they_run_out(sizes: list[int], seed: int, count: int) -> None:
    pool = items_of(**{f"t{at}": size for at, size in enumerate(sizes)})
    drawn = draw(pool, count, seed)
    taken: Counter[str] = Counter()
    for item in drawn:
        waiting = [topic for at, size in enumerate(sizes) if taken[topic := f"t{at}"] < size]
        assert taken[item.topic] == min(taken[topic] for topic in waiting)
        taken[item.topic] += 1


@settings(deadline=None)
@given(sizes=st.lists(st.integers(1, 6), max_size=4), seed=st.integers(0, 2**32), count=st.integers(0, 30))
def test_the_count_is_respected_and_nothing_comes_twice(sizes: list[int], seed: int, count: int) -> None:
    pool = items_of(**{f"t{at}": size for at, size in enumerate(sizes)})
    drawn = draw(pool, count, seed)
    assert len(drawn) == min(count, len(pool))
    assert len({item.id for item in drawn}) == len(drawn)
    assert {item.id for item in drawn} <= {item.id for item in pool}


@settings(deadline=None)
@given(seed=st.integers(0, 2**32), mixing=st.integers(), count=st.integers(1, 12))
def test_the_order_of_the_banks_does_not_matter(seed: int, mixing: int, count: int) -> None:
    pool = items_of(goals=4, choices=5, feelings=1)
    mixed = list(pool)
    Random(mixing).shuffle(mixed)
    assert draw(mixed, count, seed) == draw(pool, count, seed)


def test_a_shorter_drill_is_the_beginning_of_a_longer_one() -> None:
    pool = items_of(goals=6, choices=6)
    assert draw(pool, 12, seed=3)[:5] == draw(pool, 5, seed=3)


def test_another_seed_draws_other_items() -> None:
    pool = items_of(goals=30)
    drawn = {tuple(item.id for item in draw(pool, 5, seed)) for seed in range(20)}
    assert len(drawn) == 20
