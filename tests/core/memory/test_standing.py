from datetime import UTC, date, datetime, timedelta

import pytest

from cps_quiz.core.memory.cards import review
from cps_quiz.core.memory.due import History, Past, Temptation
from cps_quiz.core.memory.skills import Skill, SkillKind, met
from cps_quiz.core.memory.stability import Grade
from cps_quiz.core.memory.standing import (
    CALENDAR_WEEKS,
    FORECAST_DAYS,
    Leaning,
    calendar,
    forecast,
    objectives,
    overview,
    since,
    streak,
    topics,
)
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.item_types.single import Single

TODAY = date(2027, 3, 10)
NOW = datetime(2027, 3, 10, 15, tzinfo=UTC)
BODY = Single((Option("Ask", True, "It opens."), Option("Tell", False, "It closes.", MisconceptionId("directing"))))


def item(name: str, topic: str = "goals", objective: str | None = None) -> Item:
    aim = ObjectiveId(objective) if objective else None
    return Item(ItemId(name), "single", "What now?", TopicId(topic), BODY, objective=aim)


def past(days_ago: int, *, right: bool = True) -> Past:
    ago = timedelta(days=days_ago)
    return Past(review(None, Grade.GOOD if right else Grade.AGAIN, TODAY - ago, "k"), right)


def history(temptations: tuple[Temptation, ...] = (), **pasts: Past) -> History:
    return History({ItemId(name): one for name, one in pasts.items()}, temptations, NOW, TODAY)


def temptation(name: str, topic: str, hits: int) -> Temptation:
    return Temptation(MisconceptionId(name), TopicId(topic), hits)


def test_the_home_screen_counts_items_that_are_there() -> None:
    items = [item(name) for name in "abcd"]
    seen = overview(items, history(a=past(300), b=past(0, right=False), c=past(0), gone=past(300)), {}, TODAY)

    assert (seen.due, seen.missed, seen.new) == (1, 1, 1)


def test_aims_are_counted_and_the_weakest_is_the_one_that_is_held_least_among_those_met() -> None:
    items = [item("a", objective="own"), item("b", objective="small"), item("c", "choices"), item("d", "feelings")]
    own, choices = Skill(SkillKind.OBJECTIVE, "own"), Skill(SkillKind.TOPIC, "choices")
    skills = {
        own: met(None, Grade.GOOD, TODAY - timedelta(days=2)),
        choices: met(None, Grade.AGAIN, TODAY - timedelta(days=9)),
        Skill(SkillKind.OBJECTIVE, "gone"): met(None, Grade.AGAIN, TODAY - timedelta(days=99)),
        Skill(SkillKind.MISCONCEPTION, "small"): met(None, Grade.AGAIN, TODAY - timedelta(days=99)),
    }

    seen = overview(items, history()._replace(skills=skills), {}, TODAY)

    assert (len(seen.aims), seen.unmet, seen.fading) == (4, 2, 1)
    assert seen.weakest == choices
    assert overview(items, history(), {}, TODAY).weakest is None


@pytest.mark.parametrize(
    ("temptations", "worst"),
    [
        pytest.param((), (None, 0), id="none"),
        pytest.param((("a", "goals", 2), ("b", "goals", 3)), ("b", 3), id="most often"),
        pytest.param((("a", "goals", 2), ("b", "goals", 3), ("a", "choices", 2)), ("a", 4), id="in all topics"),
    ],
)
def test_what_tempts_most_is_what_was_chosen_most_of_late(
    temptations: tuple[tuple[str, str, int], ...], worst: tuple[str | None, int]
) -> None:
    wrong = [Option(f"Tell {name}", False, "It closes.", MisconceptionId(name)) for name in "ab"]
    offering = item("a")._replace(body=Single((Option("Ask", True, "It opens."), *wrong)))

    gone = temptation("gone", "goals", 99)
    told = (gone, *(temptation(*one) for one in temptations))
    seen = overview([offering], history(told), {}, TODAY)

    assert (seen.tempting, seen.hits) == worst


@pytest.mark.parametrize(
    ("ago", "days"),
    [
        pytest.param([], 0, id="never"),
        pytest.param([0], 1, id="today"),
        pytest.param([1, 2], 2, id="a day that has only begun does not break it"),
        pytest.param([0, 1, 2, 4], 3, id="a gap ends it"),
        pytest.param([2, 3], 0, id="a whole day without answers breaks it"),
        pytest.param([-1, 0], 1, id="days to come do not count"),
    ],
)
def test_a_streak_is_of_days_in_a_row(ago: list[int], days: int) -> None:
    assert streak({TODAY - timedelta(days=each): 5 for each in ago}, TODAY) == days


def test_a_day_whose_answers_were_all_taken_back_is_no_day_of_practice() -> None:
    assert streak({TODAY: 0, TODAY - timedelta(days=1): 3}, TODAY) == 1


def test_mastery_is_the_mean_chance_of_recall_with_nothing_for_new_and_missed_items() -> None:
    items = [item("a"), item("b"), item("c"), item("d")]
    just_right = {ItemId("a"): past(0), ItemId("b"): past(0, right=False), ItemId("c"): past(0)}

    (goals,) = topics(items, just_right, TODAY)

    assert goals.share == pytest.approx(0.5)
    assert (goals.met, goals.items) == (3, 4)


def test_mastery_fades() -> None:
    shares = [topics([item("a")], {ItemId("a"): past(days)}, TODAY)[0].share for days in (0, 5, 50, 500)]

    assert shares == sorted(shares, reverse=True)
    assert len(set(shares)) == 4


def test_objectives_of_the_same_name_in_two_topics_are_two() -> None:
    items = [item("a", "goals", "ask"), item("b", "choices", "ask"), item("c", "goals", "ask"), item("d", "goals")]

    found = objectives(items, {ItemId("b"): past(0)}, TODAY)

    assert [(one.topic, one.objective, one.met, one.items) for one in found] == [
        ("goals", "ask", 0, 2),
        ("choices", "ask", 1, 1),
    ]


@pytest.mark.parametrize(
    ("leaning", "trend"),
    [
        pytest.param((20, 10, 10, 2), -0.6, id="less of late"),
        pytest.param((20, 2, 10, 2), 0.2, id="more of late"),
        pytest.param((10, 5, 4, 4), None, id="too few of late"),
        pytest.param((10, 5, 10, 5), None, id="nothing before"),
        pytest.param((0, 0, 0, 0), None, id="never on offer"),
    ],
)
def test_a_trend_is_shown_where_both_spans_say_enough(leaning: tuple[int, int, int, int], trend: float | None) -> None:
    found = Leaning(MisconceptionId("a"), *leaning)

    assert found.trend == (None if trend is None else pytest.approx(trend))
    assert 0 <= found.share <= 1


def test_a_forecast_counts_each_item_once_on_its_first_day_and_what_is_overdue_today() -> None:
    items = [item(name) for name in "abcde"]
    found = forecast(items, history(a=past(400), b=past(0, right=False), c=past(12), d=past(0)))

    assert [day for day, _ in found] == [TODAY + timedelta(days=n) for n in range(FORECAST_DAYS)]
    assert found[0][1] == 1
    assert found[1][1] + found[2][1] + found[3][1] == 1, "what was missed comes back within days"
    assert sum(count for _, count in found) == 3


def test_what_is_forecast_for_today_is_what_is_due() -> None:
    items = [item(name) for name in "abcdefgh"]
    ago = range(0, 40, 5)
    pasts = {one.id: past(days, right=days % 2 == 0) for one, days in zip(items, ago, strict=True)}
    told = history()._replace(past=pasts)

    assert forecast(items, told)[0][1] == overview(items, told, {}, TODAY).due > 0


def test_what_is_forecast_is_due_on_its_day_and_not_before() -> None:
    told = history(a=past(3, right=False), b=past(15))
    for name in "ab":
        days = [count for _, count in forecast([item(name)], told)]
        first = days.index(1)
        for ahead in range(FORECAST_DAYS):
            then = told._replace(now=NOW + timedelta(days=ahead), today=TODAY + timedelta(days=ahead))
            assert overview([item(name)], then, {}, TODAY).due == (ahead >= first)


@pytest.mark.parametrize("today", [date(2027, 3, 8), TODAY, date(2027, 3, 14)], ids=["Monday", "Wednesday", "Sunday"])
def test_a_calendar_begins_on_a_monday_and_ends_today(today: date) -> None:
    found = calendar({today: 4, today - timedelta(days=1000): 9}, today)

    assert found[0][0].weekday() == 0
    assert found[-1] == (today, 4)
    assert len(found) == (CALENDAR_WEEKS - 1) * 7 + today.weekday() + 1
    assert sum(answers for _, answers in found) == 4


def test_of_late_is_two_weeks() -> None:
    assert since(TODAY) == "2027-02-24"
