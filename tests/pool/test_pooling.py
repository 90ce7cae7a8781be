"""Taking contributions into a pool and out again."""

import json
from pathlib import Path
from typing import Any

import pytest
from contributions import PROGRAMME, answer, digits, sitting, text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pools import add_answers, gathered, rows, shown, take_out, withdrawal

from cps_quiz.errors import QuizError
from cps_quiz.pool.adding import add
from cps_quiz.pool.errors import NoPoolError, PoolDamagedError
from cps_quiz.pool.folder import MANIFEST, open_pool
from cps_quiz.pool.lines import clean, fault

SLOW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

PEOPLE = st.lists(
    st.lists(
        st.fixed_dictionaries(
            {
                "item": st.sampled_from(["a", "b", "c"]),
                "number": st.integers(1, 9),
                "chosen": st.sampled_from([[0], [1], [0, 2], []]),
                "first_try": st.booleans(),
            }
        ),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
    max_size=4,
)


def told(people: list[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [answer(n, **fields) for n, answers in enumerate(people) for fields in answers]


@SLOW
@given(PEOPLE, st.randoms(use_true_random=False))
def test_order_repeats_and_machines_make_no_difference(tmp_path_factory: Any, people: Any, chance: Any) -> None:  # noqa: ANN401
    folder = tmp_path_factory.mktemp("pools")
    lines = told(people)
    add_answers(folder / "one", lines)
    mixed = [*lines, *chance.sample(lines, len(lines) // 2)]
    chance.shuffle(mixed)
    half = len(mixed) // 2
    add_answers(folder / "two", mixed[:half] or mixed, mixed[half:])
    add_answers(folder / "two", mixed)

    assert rows(folder / "one") == rows(folder / "two")


@SLOW
@given(PEOPLE)
def test_withdrawal_leaves_no_trace(tmp_path_factory: Any, people: Any) -> None:  # noqa: ANN401
    folder = tmp_path_factory.mktemp("pools")
    lines = told([*people, [{"item": "b"}]])
    gone = len(people)
    add_answers(folder / "without", [one for one in lines if one["pseudonym"] != digits(gone, 64)])
    add_answers(folder / "with", lines)

    assert take_out(folder / "with", gone).people == 1
    assert rows(folder / "with") == rows(folder / "without")
    left = b"".join(path.read_bytes() for path in (folder / "with").rglob("*") if path.is_file())
    assert digits(gone, 64).encode() not in left


def test_an_answer_that_was_taken_back_is_gone_in_whatever_order_it_is_told(tmp_path: Path) -> None:
    kept, undone = answer("ann", "a"), answer("ann", "b", number=2)
    back = {"contribution": PROGRAMME, "pseudonym": undone["pseudonym"], "id": undone["id"], "undone": True}
    add_answers(tmp_path / "one", [kept, undone])
    add_answers(tmp_path / "one", [back])
    add_answers(tmp_path / "two", [back, kept])
    add_answers(tmp_path / "two", [undone])

    assert rows(tmp_path / "one") == rows(tmp_path / "two")
    assert gathered(tmp_path / "one").answers == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b"{", "no JSON", id="torn"),
        pytest.param(b'{"contribution": "ma-2026", "pseudonym": "\xff"}', "no JSON", id="not-utf-8"),
        pytest.param(b"[1]", "no JSON object", id="no-object"),
        pytest.param(b"[" * 5000, "no JSON", id="deep"),
        pytest.param(json.dumps(withdrawal("x")).encode(), "results remove", id="withdrawal"),
        pytest.param(b'{"x": "' + b"y" * 70_000 + b'"}', "no JSON", id="endless"),
        *(
            pytest.param(json.dumps(answer("x", "a") | {field: value}).encode(), reason, id=f"{field}-{value}")
            for field, value, reason in (
                ("contribution", "other", "no answer of the programme"),
                ("pseudonym", "Ann", "`pseudonym`"),
                ("id", None, "`id`"),
                ("item", "'; drop table answers", "`item`"),
                ("item", "\x1b[31m", "`item`"),
                ("print", "zz", "`print`"),
                ("chosen", [-1], "`chosen`"),
                ("chosen", None, "`chosen`"),
                ("chosen", "a", "`chosen`"),
                ("points", 2, "`points`"),
                ("first_try", 1, "`first_try`"),
                ("number", 0, "`number`"),
                ("number", 1e300, "`number`"),
                ("month", "2026-13", "`month`"),
                ("exam", "today", "`exam`"),
                ("confidence", "very", "`confidence`"),
            )
        ),
    ],
)
def test_unsound_lines_are_counted_and_the_others_taken(line: bytes, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "a[1]*.jsonl"
    sound = [json.dumps(answer("ann", "a")).encode(), json.dumps(answer("bob", "b")).encode()]
    file.write_bytes(b"\n".join([sound[0], line, sound[1]]))

    added = add([file], tmp_path / "pool")

    assert added.answers == 2
    assert added.refused.lines == 1
    assert reason in added.refused.sentences[0]
    assert f"{file}:2:1" in added.refused.sentences[0]


def test_sql_and_python_find_the_same_lines_sound(tmp_path: Path) -> None:
    """What is written anew from a sound line is taken by the strict way of reading too."""
    odd = [
        answer("ann", "a", chosen=[0, 2]),
        answer("ann", "b", chosen=[], number=2),
        answer("ann", "c", points=0, number=3),
        answer("ann", "d", points=0.333, number=4, confidence="sure"),
        *sitting("bob", [0, None], [0, 0]),
    ]
    assert [fault(one, PROGRAMME) for one in odd] == [""] * len(odd)
    (tmp_path / "a.jsonl").write_text("".join(f"{clean(one)}\n" for one in odd), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(text(odd) + "{\n", encoding="utf-8")

    strict, sifted = add([tmp_path / "a.jsonl"], tmp_path / "one"), add([tmp_path / "b.jsonl"], tmp_path / "two")

    assert (strict.refused.lines, sifted.refused.lines) == (0, 1)
    assert rows(tmp_path / "one") == rows(tmp_path / "two")
    assert strict.answers == len(odd)


def test_what_holds_no_contribution_makes_no_pool(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("hello\n", encoding="utf-8")

    with pytest.raises(QuizError, match="None of these files"):
        add([tmp_path / "a.jsonl"], tmp_path / "pool")
    assert not (tmp_path / "pool").exists()
    with pytest.raises(NoPoolError):
        open_pool(tmp_path / "pool")


@pytest.mark.parametrize("damage", ["", "{}", '{"format": 99}', "[]"])
def test_a_damaged_pool_is_told(damage: str, tmp_path: Path) -> None:
    add_answers(tmp_path / "pool", [answer("ann", "a")])
    (tmp_path / "pool" / MANIFEST).write_text(damage, encoding="utf-8")

    with pytest.raises(PoolDamagedError):
        open_pool(tmp_path / "pool")


def test_damaged_parquet_is_told(tmp_path: Path) -> None:
    add_answers(tmp_path / "pool", [answer("ann", "a")])
    for path in (tmp_path / "pool").glob("*.parquet"):
        path.write_bytes(b"PAR1 nothing")

    with pytest.raises(PoolDamagedError):
        shown(tmp_path / "pool")
