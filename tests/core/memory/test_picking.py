from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.memory.cards import Memory, recall
from cps_quiz.core.memory.due import History, Mode, Past
from cps_quiz.core.memory.picking import AIM_POWER, BY_HEART, TEMPTATION, Pool, pick
from cps_quiz.core.memory.skills import Skill, SkillKind, SkillMemory, held
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.item_types.single import Single

NOW = datetime(2026, 3, 20, 18, tzinfo=UTC)
TODAY = NOW.date()


def item(name: str, aim: str | None = None, *, topic: str = "goals", shows: str = "", group: str | None = None) -> Item:
    wrong = [Option(f"Tell {one}", False, "It closes.", MisconceptionId(one)) for one in shows.split()]
    body = Single((Option("Ask", True, "It opens."), *wrong, Option("Wait", False, "It leaves.")))
    objective = ObjectiveId(aim) if aim else None
    return Item(ItemId(name), "single", "What now?", TopicId(topic), body, objective=objective, set=group)


def past(days: int, stability: float = 1.0, *, right: bool = True, sure_miss: bool = False) -> Past:
    """An item answered some days ago; with a stability of 1 day it is due ten days later."""
    seen = TODAY - timedelta(days=days)
    due = seen + timedelta(days=max(1, round(10 * stability)))
    return Past(Memory(stability, 5.0, due, seen, "key"), right, sure_miss=sure_miss)


def skill(days: int, stability: float = 1.0) -> SkillMemory:
    return SkillMemory(stability, 5.0, TODAY - timedelta(days=days))


def history(
    known: dict[str, Past] | None = None,
    aims: dict[str, SkillMemory] | None = None,
    misconceptions: dict[str, SkillMemory] | None = None,
    topics: dict[str, SkillMemory] | None = None,
) -> History:
    kinds = {SkillKind.OBJECTIVE: aims, SkillKind.MISCONCEPTION: misconceptions, SkillKind.TOPIC: topics}
    skills = {Skill(kind, name): one for kind, named in kinds.items() for name, one in (named or {}).items()}
    return History({ItemId(name): one for name, one in (known or {}).items()}, (), NOW, TODAY, skills)


def names(items: Iterable[Item]) -> list[str]:
    return [one.id for one in items]


@pytest.mark.parametrize("seed", range(5))
def test_the_aim_that_is_held_least_comes_first(seed: int) -> None:
    pool = [item("fresh-1", "fresh"), item("faded-1", "faded"), item("unmet-1", "unmet"), item("half-1", "half")]
    known = history(aims={"fresh": skill(0), "half": skill(3), "faded": skill(90)})
    assert names(pick(pool, known, 4, seed)) == ["unmet-1", "faded-1", "half-1", "fresh-1"]


def test_of_one_aim_the_item_that_is_known_least_by_heart_comes_first() -> None:
    pool = [item("met", "one"), item("new", "one"), item("faded", "one")]
    assert names(pick(pool, history({"met": past(1), "faded": past(60)}), 3, seed=1)) == ["new", "faded", "met"]


def test_of_one_aim_the_item_comes_first_that_offers_what_still_tempts() -> None:
    pool = [item("nothing", "one"), item("resisted", "one", shows="kept"), item("tempts", "one", shows="fell")]
    pool.append(item("unknown", "one", shows="other"))
    known = history(misconceptions={"kept": skill(0, 90.0), "fell": skill(90, 0.2)})
    assert names(pick(pool, known, 4, seed=1)) == ["tempts", "unknown", "resisted", "nothing"]


def test_the_urgency_is_the_product_of_the_three() -> None:
    """What is asked first of two aims changes where the products cross."""
    faded, tempting = skill(5), skill(90, 0.2)
    lack = (1 - held(faded, TODAY)) ** AIM_POWER
    tempts = 1 + TEMPTATION * (1 - held(tempting, TODAY))
    for stability in (0.05, 0.2, 1.0, 5.0, 20.0):
        met = past(2, stability)
        assert met.memory is not None
        first = lack * tempts > (1 - BY_HEART * recall(met.memory, TODAY))
        known = history({"met": met}, {"faded": faded}, {"fell": tempting})
        picked = names(pick([item("met", "unmet"), item("tempts", "faded", shows="fell")], known, 1, seed=1))
        assert (picked == ["tempts"]) is first, stability


def test_items_without_an_objective_hang_on_their_topic() -> None:
    pool = [item("met", topic="goals"), item("new", topic="choices")]
    assert names(pick(pool, history(topics={"goals": skill(1)}), 2, seed=1)) == ["new", "met"]


def test_what_was_missed_with_confidence_comes_before_all() -> None:
    pool = [item("unmet", "unmet"), item("error", "fresh"), item("other", "faded")]
    known = history({"error": past(0, right=False, sure_miss=True)}, {"fresh": skill(0), "faded": skill(90)})
    assert names(pick(pool, known, 3, seed=1)) == ["error", "unmet", "other"]


def test_an_aim_is_asked_again_only_after_others_that_are_less_urgent() -> None:
    pool = [*(item(f"unmet-{n}", "unmet") for n in range(3)), item("half", "half"), item("third", "third")]
    picked = names(pick(pool, history(aims={"half": skill(3), "third": skill(2)}), 5, seed=1))
    assert picked[0].startswith("unmet")
    assert picked[1:3] == ["half", "third"]


@given(seed=st.integers(0, 2**32))
def test_no_aim_and_no_set_twice_in_a_row_while_there_is_another(seed: int) -> None:
    pool = [item(f"{aim}-{n}", aim, group=f"set-{n}") for aim in "abcd" for n in range(4)]
    picked = pick(pool, history(aims={"a": skill(90), "b": skill(1)}), 8, seed)
    assert all(one.objective != other.objective and one.set != other.set for one, other in pairwise(picked))


def test_the_only_aim_follows_itself() -> None:
    assert len(pick([item(name, "one") for name in "abc"], history(), 3, seed=1)) == 3


def test_topics_take_turns_among_equals() -> None:
    pool = [item(f"{topic}-{n}", f"{topic}-{n}", topic=topic) for topic in ("goals", "choices") for n in range(4)]
    picked = pick(pool, history(), 8, seed=1)
    assert all(one.topic != other.topic for one, other in pairwise(picked))


def test_a_seed_gives_the_same_items_and_another_others() -> None:
    pool = [item(f"new-{n}", f"aim-{n % 7}") for n in range(30)]
    assert pick(pool, history(), 5, seed=1) == pick(reversed(pool), history(), 5, seed=1)
    assert len({pick(pool, history(), 5, seed=seed) for seed in range(10)}) == 10


def test_a_pool_is_picked_from_as_its_items_are() -> None:
    pool = [item(f"new-{n}", f"aim-{n % 7}", shows="one two" if n % 2 else "") for n in range(30)]
    assert pick(Pool(pool), history(), 5, seed=1) == pick(pool, history(), 5, seed=1)


PASTS = st.one_of(
    st.none(),
    st.builds(past, st.integers(0, 60), st.floats(0.1, 60), right=st.booleans(), sure_miss=st.booleans()),
)


@given(
    known=st.lists(PASTS, max_size=12),
    count=st.integers(0, 15),
    seed=st.integers(0, 2**32),
    mode=st.sampled_from(Mode),
)
def test_no_item_is_picked_twice(known: list[Past | None], count: int, seed: int, mode: Mode) -> None:
    pool = [
        item(str(at), f"t{at % 3}", shows="judging" if at % 2 else "", group=f"s{at % 4}") for at in range(len(known))
    ]
    told = history({str(at): one for at, one in enumerate(known) if one}, {"t1": skill(4)})
    picked = pick(pool, told, count, seed, mode)
    assert len(set(names(picked))) == len(picked) <= count
    assert {*names(picked)} <= {*names(pool)}
    if mode is Mode.USUAL:
        assert len(picked) == min(count, len(pool))
