"""No report shows few, and no two reports of a pool differ by few."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from contributions import answer, digits
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pools import add_answers, shown, take_out

from cps_quiz.core.statistics.group import Group

LABELS = {(item, digits(item, 16)): ("goals", {1: "directing"}) for item in ("a", "b")}

State = Mapping[int, tuple[tuple[str, int, str], ...]]
"""For each person: items, what was chosen, and the month."""

STEPS = st.lists(
    st.tuples(
        st.sets(st.integers(0, 30), max_size=16),
        st.sampled_from(["a", "b"]),
        st.sampled_from(["2026-10", "2026-11"]),
        st.booleans(),
    ),
    min_size=2,
    max_size=5,
)


def values(group: Group) -> dict[str, Any]:
    return {**group.items, **group.forms, **group.leanings}


def differing(one: State, other: State) -> int:
    return sum(one.get(person) != other.get(person) for person in {*one, *other})


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_two_reports_differ_by_nobody_or_by_ten(tmp_path_factory: Any, steps: Any) -> None:  # noqa: ANN401
    pool = tmp_path_factory.mktemp("pools") / "pool"
    state: dict[int, tuple[tuple[str, int, str], ...]] = {}
    seen: dict[str, list[tuple[Any, State]]] = {}
    first = [(p, "a", "2026-10") for p in range(12)]
    for added, gone in [(first, []), *changes(steps)]:
        fresh = [one for one in added if one[1] not in {item for item, _, _ in state.get(one[0], ())}]
        if fresh:
            add_answers(pool, [told(*one) for one in fresh])
        for person, item, month in fresh:
            state[person] = (*state.get(person, ()), (item, person % 3, month))
        if leaving := [person for person in gone if person in state]:
            take_out(pool, *leaving)
            for person in leaving:
                del state[person]
        for cell, value in values(shown(pool, LABELS)).items():
            versions = seen.setdefault(cell, [])
            if value not in [known for known, _ in versions]:
                versions.append((value, dict(state)))
            assert getattr(value, "n", 20) >= 10

    for versions in seen.values():
        for (_, one), (_, other) in combinations(versions, 2):
            assert differing(one, other) >= 10


def changes(steps: Any) -> Any:  # noqa: ANN401
    for people, item, month, leave in steps:
        yield ([], sorted(people)) if leave else ([(person, item, month) for person in sorted(people)], [])


def told(person: int, item: str, month: str) -> dict[str, Any]:
    chosen = person % 3
    return answer(person, item, chosen=[chosen], points=float(not chosen), month=month, number="ab".index(item) + 1)


def test_under_ten_nothing_is_shown_and_from_ten_on_it_is(tmp_path: Path) -> None:
    add_answers(tmp_path / "pool", [told(p, "a", "2026-10") for p in range(9)])
    assert values(shown(tmp_path / "pool", LABELS)) == {}

    add_answers(tmp_path / "pool", [told(9, "a", "2026-10")])
    assert {type(value).__name__ for value in values(shown(tmp_path / "pool", LABELS)).values()} == {
        "ItemSums",
        "Leaning",
    }


def test_a_few_more_change_nothing_until_there_are_ten(tmp_path: Path) -> None:
    pool = tmp_path / "pool"
    add_answers(pool, [told(p, "a", "2026-10") for p in range(12)])
    first = values(shown(pool))
    for person in range(12, 21):
        add_answers(pool, [told(person, "a", "2026-10")])
        again = shown(pool)
        assert values(again) == first
        assert len(again.held) == 1
    add_answers(pool, [told(21, "a", "2026-10")])

    (item,) = shown(pool).items.values()
    assert item.n == 22


def test_coming_and_going_does_not_add_up(tmp_path: Path) -> None:
    pool = tmp_path / "pool"
    add_answers(pool, [told(p, "a", "2026-10") for p in range(12)])
    shown(pool)
    for _ in range(6):
        take_out(pool, 3)
        assert values(shown(pool)) == {}, "the sums of an earlier report went with the person"
        add_answers(pool, [told(3, "a", "2026-10")])
    take_out(pool, 4)

    assert values(shown(pool)) == {}


def test_a_month_of_few_hides_another(tmp_path: Path) -> None:
    months = ["2026-09"] * 15 + ["2026-10"] * 20 + ["2026-11"] * 3
    add_answers(tmp_path / "pool", [told(p, "a", month) for p, month in enumerate(months)])

    found = shown(tmp_path / "pool", LABELS).leanings.values()

    assert [one.month for one in found] == ["2026-10"]
