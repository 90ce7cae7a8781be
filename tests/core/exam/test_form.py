from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.exam.blueprint import LEVELS, Blueprint
from cps_quiz.core.exam.form import BankTooSmallError, assemble
from cps_quiz.core.questions.bank import Body, Item, ItemId, Level, Scenario, TopicId
from cps_quiz.core.questions.comparison import set_of
from cps_quiz.core.questions.interaction import Option
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single

REFLECTION = Reflection(("Names it",), '"Hm."', "It counts.")
GOALS, CHOICES = TopicId("goals"), TopicId("choices")


def single(group: str | None) -> Single:
    return Single((Option(f"Ask {group}", True, "It opens."), Option("Tell", False, "It closes.")))


def item(  # noqa: PLR0913 - all that forms look at
    name: str,
    topic: str = "goals",
    level: Level | None = Level.APPLY,
    *,
    group: str | None = None,
    scenario: str | None = None,
    body: Body | None = None,
    retired: bool = False,
) -> Item:
    return Item(
        ItemId(name),
        "single",
        "What now?",
        TopicId(topic),
        body or single(group),
        scenario=Scenario(scenario, "It is late.") if scenario else None,
        level=level,
        set=group,
        retired=retired,
    )


def plenty(count: int, topic: str = "goals", level: Level | None = Level.APPLY) -> list[Item]:
    return [item(f"{topic}-{level.value if level else 'none'}-{n}", topic, level) for n in range(count)]


def no_twins(_form: Sequence[Item]) -> Collection[ItemId]:
    return ()


def drawn(
    items: Sequence[Item], blueprint: Blueprint, seed: int = 1, seen: Mapping[ItemId, int] | None = None
) -> tuple[Item, ...]:
    return assemble(items, blueprint, seen or {}, seed, no_twins)


ANY_ITEM = st.builds(
    item,
    st.uuids().map(str),
    st.sampled_from(["goals", "choices", "feelings"]),
    st.sampled_from([*Level, None]),
    group=st.sampled_from([None, None, "one", "two", "three"]),
    scenario=st.sampled_from([None, "dana", "sam", "lee"]),
    body=st.sampled_from([None, None, None, REFLECTION]),
    retired=st.sampled_from([False, False, False, True]),
)
ANY_BANK = st.lists(ANY_ITEM, min_size=1, max_size=60)
ANY_BLUEPRINT = st.builds(
    Blueprint,
    st.dictionaries(st.sampled_from([GOALS, CHOICES, TopicId("feelings")]), st.floats(0.1, 10), min_size=1),
    items=st.integers(1, 20),
    levels=st.just(LEVELS),
    minutes=st.just(60.0),
    target=st.just(80.0),
)


@settings(deadline=None)
@given(bank=ANY_BANK, blueprint=ANY_BLUEPRINT, seed=st.integers(0, 99), data=st.data())
def test_whatever_the_bank_a_form_keeps_the_blueprint_or_says_what_is_missing(
    bank: list[Item], blueprint: Blueprint, seed: int, data: st.DataObject
) -> None:
    seen = {one.id: data.draw(st.integers(0, 5)) for one in bank}
    wanted = +Counter(blueprint.per_topic())
    try:
        form = drawn(bank, blueprint, seed, seen)
    except BankTooSmallError:
        assert shortages(bank, wanted)
        return

    groups = [set_of(one) for one in form if one.set]
    assert Counter(one.topic for one in form) == wanted
    assert len({one.id for one in form}) == len(form)
    assert len(set(groups)) == len(groups)
    assert not [one for one in form if one.retired or one.body is REFLECTION]
    assert form == drawn(bank[::-1], blueprint, seed, seen)


def shortages(bank: list[Item], wanted: Counter[TopicId]) -> bool:
    """Whether some topic falls short if each set serves another topic than it might."""
    able = [one for one in bank if not one.retired and one.body is not REFLECTION]
    alone = Counter(one.topic for one in able if not one.set)
    return any(alone[topic] < count for topic, count in wanted.items())


@given(names=st.lists(st.sampled_from([None, "dana", "sam", "lee"]), min_size=2, max_size=12), seed=st.integers(0, 99))
def test_items_of_one_scenario_stand_together(names: list[str | None], seed: int) -> None:
    bank = [item(f"i-{number}", scenario=name) for number, name in enumerate(names)]

    form = drawn(bank, Blueprint({GOALS: 1}, items=len(bank)), seed)

    told = [one.scenario.id if one.scenario else one.id for one in form]
    changes = sum(a != b for a, b in pairwise(told))
    assert changes == len(set(told)) - 1


def test_where_there_is_enough_of_each_the_levels_are_spread_as_asked() -> None:
    bank = [one for level in Level for one in plenty(20, level=level)]

    form = drawn(bank, Blueprint({GOALS: 1}, items=20))

    assert Counter(one.level for one in form) == {Level.RECALL: 4, Level.APPLY: 10, Level.ANALYZE: 6}


def test_where_a_level_is_short_others_fill_its_places() -> None:
    bank = plenty(1, level=Level.RECALL) + plenty(20, level=Level.APPLY) + plenty(3, level=None)

    form = drawn(bank, Blueprint({GOALS: 1}, items=20))

    assert Counter(one.level for one in form)[Level.RECALL] == 1
    assert len(form) == 20


def test_items_never_seen_come_first_then_those_seen_longest_ago() -> None:
    bank = plenty(6)
    seen = {one.id: 100 - n for n, one in enumerate(bank[1:])}

    form = drawn(bank, Blueprint({GOALS: 1}, items=3), seen=seen)

    assert {one.id for one in form} == {bank[0].id, bank[5].id, bank[4].id}


def test_seeds_give_different_forms() -> None:
    bank = plenty(30)

    assert len({drawn(bank, Blueprint({GOALS: 1}, items=5), seed) for seed in range(10)}) > 5


def test_near_duplicates_never_stand_together() -> None:
    bank = plenty(12)

    def twins(form: Sequence[Item]) -> list[ItemId]:
        """Odd numbers ask what the even number before them asks."""
        numbers = {int(one.id.rsplit("-", 1)[1]): one.id for one in form}
        return [id_ for number, id_ in numbers.items() if number % 2 and number - 1 in numbers]

    for seed in range(20):
        form = assemble(bank, Blueprint({GOALS: 1}, items=6), {}, seed, twins)
        assert len(form) == 6
        assert twins(form) == []


def test_a_bank_that_is_too_small_says_what_is_missing_and_what_would_do() -> None:
    bank = plenty(9) + plenty(2, "choices") + [item(f"set-{n}", "choices", group="one") for n in range(4)]

    with pytest.raises(BankTooSmallError) as caught:
        drawn(bank, Blueprint({GOALS: 1, CHOICES: 1}, items=10))

    assert caught.value.sentence.startswith(
        "The questions are too few for a mock exam of 10: choices has 3 for a share of 5."
    )
    assert caught.value.hint == "Ask for fewer: --items 7"
    assert len(drawn(bank, Blueprint({GOALS: 1, CHOICES: 1}, items=7))) == 7


def test_a_topic_without_items_leaves_nothing_to_propose() -> None:
    with pytest.raises(BankTooSmallError) as caught:
        drawn(plenty(9), Blueprint({CHOICES: 1}, items=10))

    assert caught.value.hint == "Add questions, or leave the topic out with --topic."
