"""Which questions come next on the page, and what an exam is made of."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from browser import NAMES, chromium
from practicing import Visitor, contents, visitor

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.pages.practice.page import practice_page
from cps_quiz.words import drill

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

LIBRARY = load([shipped()])
ITEMS = {item.id: item for item in LIBRARY.items}
ALIKE = [item.id for item in LIBRARY.items if item.topic == "reflection" and item.type == "single"][:20]


@pytest.fixture(scope="module")
def somebody() -> Iterator[Visitor]:
    alike = {ItemId(id_): ItemId(ALIKE[0]) for id_ in ALIKE}
    with visitor(practice_page(contents(LIBRARY)._replace(alike=alike))) as found:
        found.open()
        yield found


def chosen(somebody: Visitor, count: int, past: str = "new Map()") -> list[str]:
    found: list[str] = somebody.run(f"nextItems(DATA.items, {past}, {count}, 5).map((item) => item.id)")
    return found


def test_objectives_take_turns_and_topics_among_them(somebody: Visitor) -> None:
    aims = len({(item.topic, item.objective) for item in LIBRARY.items})
    first = [ITEMS[ItemId(id_)] for id_ in chosen(somebody, aims)]

    assert len({(item.topic, item.objective) for item in first}) == aims
    assert all(one.topic != other.topic for one, other in pairwise(first[:8]))


def test_aims_that_were_not_asked_for_longest_come_first(somebody: Visitor) -> None:
    """After a drill of ten, the next one asks about other aims."""
    before = chosen(somebody, 10)
    past = ", ".join(f"['{id_}', {{score: 1, answered_at: {at + 1}}}]" for at, id_ in enumerate(before))
    after = chosen(somebody, 10, f"new Map([{past}])")

    assert not {ITEMS[ItemId(id_)].objective for id_ in before} & {ITEMS[ItemId(id_)].objective for id_ in after}


def test_why_a_question_is_asked_is_told(somebody: Visitor) -> None:
    """In the words of the program; days are the learner's own."""
    one, other = (item for item in LIBRARY.items[:2])
    title = LIBRARY.glossary.objective(one.objective) if one.objective else ""
    assert one.objective == other.objective

    def told(again: int = 0, day: str = "", item: str = one.id, **entry: object) -> str:
        known = {"id": "1", "item": item, "answered_at": 5, "score": 1, "confidence": None, "undone_at": None, **entry}
        kept = (
            f"HELD.clear(); HELD.set('answer/1', {{...{json.dumps(known)}, day: {day}}});" if day else "HELD.clear();"
        )
        found: str = somebody.run(f"{kept} whyAsked(ITEMS.get('{one.id}'), {again})")
        return found

    today, before = "dayOf(Date.now())", "dayOf(Date.now() - 3 * 86400000)"
    assert told(again=1) == drill.ASKED_AGAIN
    assert told() == f"You have not met this aim yet: {title}"
    assert told(day=before) == f"You have not met this aim for 3 days: {title}"
    assert told(day=today, item=other.id) == "You met this aim today; this question of it is new to you."
    assert told(day=today) == "You met this question today; nothing is more urgent now."
    assert told(day=before, score=0, confidence="sure").startswith("You were sure of your answer the last time")


def test_unseen_ones_come_first_then_misses_then_those_seen_longest_ago(somebody: Visitor) -> None:
    aim = next(item.objective for item in LIBRARY.items if item.objective)
    group = [item.id for item in LIBRARY.items if item.objective == aim]
    right, missed, older = group[0], group[1], group[2]
    past = (
        f"new Map([['{right}', {{score: 1, answered_at: 9}}], ['{missed}', {{score: 0, answered_at: 10}}],"
        f" ['{older}', {{score: 1, answered_at: 2}}]])"
    )
    only = f"DATA.items.filter((item) => item.objective === '{aim}')"
    found = somebody.run(f"nextItems({only}, {past}, 99, 5).map((item) => item.id)")

    assert found[-3:] == [missed, older, right]


def test_the_same_seed_gives_the_same_order(somebody: Visitor) -> None:
    assert chosen(somebody, 30) == chosen(somebody, 30)
    assert somebody.run("shownOrder(DATA.items[0], 1, 0).join() === shownOrder(DATA.items[0], 1, 0).join()")


def test_steps_never_stand_in_their_right_order(somebody: Visitor) -> None:
    orders = """DATA.items.filter((item) => item.kind === 'order').flatMap((item) =>
      Array.from({ length: 200 }, (_, seed) => shownOrder(item, seed, 0)))"""

    found = somebody.run(orders)
    assert len(found) > 200
    assert [order for order in found if order == sorted(order)] == []


def test_an_exam_is_shared_out_over_topics_and_levels_and_has_one_of_those_alike(somebody: Visitor) -> None:
    for seed in range(20):
        form = somebody.run(f"drawForm(DATA.items, DATA.topics, 50, new Map(), {seed}).map((item) => item.id)")
        items = [ITEMS[id_] for id_ in form]
        assert len(set(form)) == 50
        assert sorted(Counter(item.topic for item in items).values()) == [12, 12, 13, 13]
        assert sum(id_ in ALIKE for id_ in form) <= 1
        assert all(item.type != "reflection" for item in items)
        scenes = [item.scenario.id if item.scenario else item.id for item in items]
        assert len({scene for scene, before in zip(scenes, ["", *scenes], strict=False) if scene != before}) == len(
            set(scenes)
        )


def test_an_exam_of_few_questions_is_as_long_as_they_allow(somebody: Visitor) -> None:
    few = "DATA.items.filter((item) => item.topic === 'reflection').slice(0, 3)"
    topic = "DATA.topics.filter((topic) => topic.id === 'reflection')"
    longest = somebody.run(f"longestForm({few}, {topic}, 50)")

    assert 0 < longest <= 3
    assert somebody.run(f"longestForm([], {topic}, 50)") == 0
