from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.memory.cards import Confidence, Memory
from cps_quiz.core.memory.due import History, Mode, Past, Temptation, is_due, pick, separate_sets
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.item_types.single import Single

NOW = datetime(2026, 3, 20, 18, tzinfo=UTC)
TODAY = NOW.date()


def item(name: str, topic: str = "goals", shows: str | None = None, group: str | None = None) -> Item:
    wrong = Option("Tell", False, "It closes.", MisconceptionId(shows) if shows else None)
    body = Single((Option("Ask", True, "It opens."), wrong))
    return Item(ItemId(name), "single", "What now?", TopicId(topic), body, set=group)


def past(
    days: int,
    stability: float = 1.0,
    *,
    right: bool = True,
    confidence: Confidence | None = None,
    reviewed: bool = True,
) -> Past:
    """An item answered some days ago; with a stability of 1 day it is due ten days later."""
    ago = timedelta(days=days)
    due = TODAY - ago + timedelta(days=max(1, round(10 * stability)))
    memory = Memory(stability, 5.0, due, TODAY - ago, "key")
    return Past(memory if reviewed else None, right, confidence, NOW - ago)


def history(known: dict[str, Past] | None = None, *temptations: tuple[str, str, int]) -> History:
    told = {ItemId(name): one for name, one in (known or {}).items()}
    hits = tuple(Temptation(MisconceptionId(name), TopicId(topic), count) for name, topic, count in temptations)
    return History(told, hits, NOW, TODAY)


def names(items: Iterable[Item]) -> list[str]:
    return [item.id for item in items]


DUE = past(20)
CONFIDENT_ERROR = past(20, right=False, confidence=Confidence.SURE)
MISSED = past(1, right=False)
KNOWN = past(1)
EACH = {"due": DUE, "confident": CONFIDENT_ERROR, "missed": MISSED, "known": KNOWN}
ITEMS = [*map(item, EACH), item("tempting", shows="judging"), item("new")]
ELSEWHERE = ("judging", "choices", 2)


@pytest.mark.parametrize(
    ("one", "due"),
    [
        pytest.param(None, False, id="never met"),
        pytest.param(past(0), False, id="answered today"),
        pytest.param(past(9), False, id="tomorrow"),
        pytest.param(past(10), True, id="today"),
        pytest.param(past(11), True, id="yesterday"),
        pytest.param(past(99, reviewed=False), False, id="no memory"),
    ],
)
def test_an_item_is_due_from_its_day_on(one: Past | None, due: bool) -> None:  # noqa: FBT001 - a table
    assert is_due(one, history()) is due


def test_the_most_needed_come_first() -> None:
    picked = names(pick(ITEMS, history(EACH, ELSEWHERE), 10, seed=1))
    assert picked[:2] == ["confident", "due"]
    assert set(picked[2:4]) == {"missed", "tempting"}
    assert picked[4:] == ["new", "known"]


@pytest.mark.parametrize(
    ("mode", "asked"),
    [
        pytest.param(Mode.USUAL, {"confident", "due", "missed", "tempting", "new", "known"}, id="usual"),
        pytest.param(Mode.DUE, {"confident", "due"}, id="due"),
        pytest.param(Mode.MISSED, {"confident", "missed"}, id="missed"),
        pytest.param(Mode.NEW, {"tempting", "new"}, id="new"),
    ],
)
def test_a_mode_asks_for_its_own_only(mode: Mode, asked: set[str]) -> None:
    assert set(names(pick(ITEMS, history(EACH, ELSEWHERE), 10, seed=1, mode=mode))) == asked


@pytest.mark.parametrize("confidence", [None, Confidence.UNSURE, Confidence.GUESSING])
def test_other_errors_are_due_as_all_are(confidence: Confidence | None) -> None:
    known = {"error": past(20, right=False, confidence=confidence), "longer": past(30)}
    assert names(pick(map(item, known), history(known), 2, seed=1)) == ["longer", "error"]


def test_a_miss_of_long_ago_waits_as_what_is_known() -> None:
    known = {"old": past(15, stability=30.0, right=False)}
    assert names(pick([item("old"), item("new")], history(known), 2, seed=1)) == ["new", "old"]


@pytest.mark.parametrize(
    ("temptations", "first"),
    [
        pytest.param([("judging", "choices", 2)], True, id="twice in another topic"),
        pytest.param([("judging", "choices", 1), ("judging", "feelings", 1)], True, id="in two other topics"),
        pytest.param([("judging", "choices", 1)], False, id="once is no pattern"),
        pytest.param([("judging", "goals", 2)], False, id="in this topic"),
        pytest.param([("judging", "goals", 1), ("judging", "choices", 1)], False, id="in this topic too"),
        pytest.param([("directing", "choices", 2)], False, id="another misconception"),
    ],
)
def test_what_tempts_elsewhere_comes_before_other_new_items(
    temptations: list[tuple[str, str, int]],
    first: bool,  # noqa: FBT001 - a table
) -> None:
    pool = [item("tempting", shows="judging"), item("missed"), *(item(f"new-{n}") for n in range(8))]
    picked = names(pick(pool, history({"missed": MISSED}, *temptations), 10, seed=3))
    assert (picked.index("tempting") < 2) is first


def test_the_most_forgotten_comes_first() -> None:
    known = {"slightly": past(20, 1.5), "mostly": past(20, 0.5), "half": past(20, 1.0)}
    assert names(pick(map(item, known), history(known), 3, seed=1)) == ["mostly", "half", "slightly"]


def test_what_is_due_soonest_is_asked_when_nothing_else_is_left() -> None:
    known = {"later": past(1, 50.0), "soon": past(1, 2.0)}
    assert names(pick(map(item, known), history(known), 2, seed=1)) == ["soon", "later"]


def test_topics_take_turns_among_equals_and_due_ones_stay_first() -> None:
    pool = [item(f"{topic}-{n}", topic) for topic in ("goals", "choices") for n in range(4)]
    picked = pick(pool, history({"goals-0": DUE, "goals-1": DUE}), 8, seed=1)
    assert {*names(picked)[:2]} == {"goals-0", "goals-1"}
    topics = [one.topic for one in picked[2:6]]
    assert all(one != other for one, other in pairwise(topics))


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("aab", "aba", id="another between"),
        pytest.param("aabb", "abab", id="two sets"),
        pytest.param("a-a", "a-a", id="an item of no set between"),
        pytest.param("--a", "--a", id="items of no set may follow each other"),
        pytest.param("aaab", "abaa", id="as far as can be"),
    ],
)
def test_items_of_a_set_stand_apart(groups: str, told: str) -> None:
    items = [item(str(at), group=None if group == "-" else group) for at, group in enumerate(groups)]
    assert "".join(one.set or "-" for one in separate_sets(items)) == told


def test_a_seed_gives_the_same_items_and_another_others() -> None:
    pool = [item(f"new-{n}") for n in range(30)]
    assert pick(pool, history(), 5, seed=1) == pick(reversed(pool), history(), 5, seed=1)
    assert len({pick(pool, history(), 5, seed=seed) for seed in range(10)}) == 10


PASTS = st.one_of(
    st.none(),
    st.builds(
        past,
        st.integers(0, 60),
        st.floats(0.1, 60),
        right=st.booleans(),
        confidence=st.sampled_from([None, *Confidence]),
        reviewed=st.booleans(),
    ),
)


@given(
    known=st.lists(PASTS, max_size=12),
    count=st.integers(0, 15),
    seed=st.integers(0, 2**32),
    mode=st.sampled_from(Mode),
)
def test_no_item_is_picked_twice(known: list[Past | None], count: int, seed: int, mode: Mode) -> None:
    pool = [item(str(at), f"t{at % 3}", "judging" if at % 2 else None, f"s{at % 4}") for at in range(len(known))]
    told = history({str(at): one for at, one in enumerate(known) if one}, ELSEWHERE)
    picked = pick(pool, told, count, seed, mode)
    assert len(set(names(picked))) == len(picked) <= count
    assert {*names(picked)} <= {*names(pool)}
    if mode is Mode.USUAL:
        assert len(picked) == min(count, len(pool))
