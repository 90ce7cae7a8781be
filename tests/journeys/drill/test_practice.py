from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from cps_quiz.core.drill.drill import Drill
from cps_quiz.core.memory.cards import review
from cps_quiz.core.memory.due import Mode, Past, Temptation
from cps_quiz.core.memory.skills import Skill, SkillKind, SkillMemory
from cps_quiz.core.memory.stability import Grade
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.fingerprint import key_print, key_texts
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.core.questions.shuffle import draw
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.drill.practice import (
    NothingOfThisKindError,
    Practice,
    choose,
    history,
    index,
    with_changes,
    with_reasons,
)

BOSTON = timezone(timedelta(hours=-5))
NOW = datetime(2027, 3, 1, 23, 30, tzinfo=BOSTON)
BODY = Single((Option("Ask her first", True, "Opens."), Option("Tell", False, "Closes.")))


def item(name: str) -> Item:
    return Item(ItemId(name), "single", f"What is {name}?", TopicId("goals"), BODY)


ITEMS = tuple(map(item, "abcdefgh"))


def past(one: Item, days_ago: int, *, right: bool = True, key: str | None = None) -> Past:
    at = NOW - timedelta(days=days_ago)
    memory = review(None, Grade.GOOD if right else Grade.AGAIN, at.date(), key or key_print(one))
    return Past(memory, right)


class FakeStore:
    """Remembers what it is given, and since when it was asked."""

    def __init__(self, *pasts: tuple[Item, Past], known: Mapping[Skill, SkillMemory] | None = None) -> None:
        self.known = known or {}
        self.pasts = {one.id: past for one, past in pasts}
        self.since = ""
        self.keys: dict[str, list[str]] = {}

    def keys_of(self, items: Iterable[ItemId]) -> dict[str, list[str]]:
        return self.keys if set(items) <= self.pasts.keys() else {}

    def past(self) -> Mapping[ItemId, Past]:
        return self.pasts

    def skills(self) -> Mapping[Skill, SkillMemory]:
        return self.known

    def temptations(self, since: str) -> tuple[Temptation, ...]:
        self.since = since
        return (Temptation(MisconceptionId("telling"), TopicId("goals"), 2),)


def test_the_past_is_seen_from_the_learners_own_day() -> None:
    store = FakeStore((ITEMS[0], past(ITEMS[0], 3)))

    seen = history(store, NOW)

    assert seen.today == date(2027, 3, 1), "it is the 2nd in London already"
    assert seen.now == datetime(2027, 3, 2, 4, 30, tzinfo=UTC)
    assert store.since == "2027-02-15"
    assert (seen.past, len(seen.temptations)) == (store.pasts, 1)


def test_without_a_past_items_are_drawn_by_the_seed() -> None:
    assert choose(ITEMS, Practice(3, 7), None) == draw(ITEMS, 3, 7)


def test_the_past_decides_whatever_the_seed() -> None:
    seen = history(FakeStore((ITEMS[3], past(ITEMS[3], 300)), (ITEMS[5], past(ITEMS[5], 0))), NOW)

    for seed in range(5):
        assert choose(ITEMS, Practice(8, seed), seen)[-2:] == (ITEMS[3], ITEMS[5])


def test_each_item_has_its_reason_but_what_a_seed_drew() -> None:
    skills = {Skill(SkillKind.TOPIC, "goals"): SkillMemory(1.0, 5.0, NOW.date() - timedelta(days=9))}
    seen, glossary = history(FakeStore(known=skills), NOW), Glossary({TopicId("goals"): "Goal setting"}, {}, {})
    drill = Drill.start(ITEMS[:2], 7)

    told = with_reasons(drill, seen, glossary, Practice(2, 7)).reason

    assert told is not None
    assert {told(one) for one in ITEMS[:2]} == {"You have not met this aim for 9 days: Goal setting"}
    assert with_reasons(drill, seen, glossary, Practice(2, 7, seed_given=True)).reason is None
    assert with_reasons(drill, None, glossary, Practice(2, 7)).reason is None


def test_a_given_seed_promises_the_same_drill_whatever_the_past() -> None:
    seen = history(FakeStore((ITEMS[3], past(ITEMS[3], 300))), NOW)

    assert choose(ITEMS, Practice(8, 7, seed_given=True), seen) == choose(ITEMS, Practice(8, 7), None)


@pytest.mark.parametrize(
    ("mode", "names"),
    [
        pytest.param(Mode.DUE, "a", id="due"),
        pytest.param(Mode.MISSED, "b", id="missed"),
        pytest.param(Mode.NEW, "defgh", id="new"),
    ],
)
@pytest.mark.parametrize("seed_given", [False, True])
def test_a_mode_is_kept_to_even_with_a_seed(mode: Mode, names: str, *, seed_given: bool) -> None:
    a, b, c, *_ = ITEMS
    seen = history(FakeStore((a, past(a, 300)), (b, past(b, 0, right=False)), (c, past(c, 0))), NOW)

    chosen = choose(ITEMS, Practice(10, 7, seed_given=seed_given, mode=mode), seen)

    assert sorted(one.id for one in chosen) == list(names)


@pytest.mark.parametrize(
    ("mode", "told"), [(Mode.DUE, "due today"), (Mode.MISSED, "missed"), (Mode.NEW, "met every question")]
)
def test_that_there_is_nothing_of_what_was_asked_for_is_told(mode: Mode, told: str) -> None:
    seen = history(FakeStore(*((one, past(one, 0)) for one in ITEMS)), NOW)

    with pytest.raises(NothingOfThisKindError) as caught:
        choose(ITEMS, Practice(10, 7, mode=mode), seen)

    assert told in caught.value.sentence
    assert "cps-quiz drill" in caught.value.hint


def test_items_whose_key_is_another_by_now_are_noted() -> None:
    a, b, c, *_ = ITEMS
    store = FakeStore((a, past(a, 3)), (b, past(b, 3, key="another")), (ITEMS[7], past(ITEMS[7], 3, key="another")))

    assert with_changes(Drill.start([a, b, c], 1), history(store, NOW), store).changed == {"b"}


def test_an_item_whose_key_was_only_mended_is_not_noted() -> None:
    item = ITEMS[0]
    texts = key_texts(item)
    store = FakeStore((item, past(item, 3, key="mended since")))
    store.keys["mended since"] = [f"{text}." for text in texts]

    assert with_changes(Drill.start([item], 1), history(store, NOW), store).changed == frozenset()
    store.keys["mended since"] = [f"not {text}" for text in texts]
    assert with_changes(Drill.start([item], 1), history(store, NOW), store).changed == {item.id}


def test_without_a_past_nothing_has_changed() -> None:
    drill = Drill.start(ITEMS, 1)

    assert with_changes(drill, None, None).changed == frozenset()
    assert with_changes(drill, history(FakeStore(), NOW), FakeStore()).changed == frozenset()


def test_retired_items_are_not_gone_on_with() -> None:
    assert list(index([item("a"), item("b")._replace(retired=True)])) == ["a"]
