"""Whatever is given to `check`, it ends with a report and an exit code."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

import pytest
from checked import as_text, mended, wishes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cps_quiz.bank import loading
from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import LoadedFile
from cps_quiz.core.questions.bank import Bank, Item, ItemId, Scenario, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.check import check
from cps_quiz.lint.outputs import Output, outputs
from cps_quiz.lint.rules import rules
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Diagnostic

thoroughly = settings(
    max_examples=2000,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

PRACTICE = Path(__file__).parent.parent / "cli" / "practice"


@pytest.fixture(autouse=True, scope="module")
def curriculum() -> Iterator[None]:
    """The shipped curriculum read once instead of for every example."""
    once = loading.shipped_curriculum()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "shipped_curriculum", lambda: once)
        yield


def every_output(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    return json.dumps({name: output.render(diagnostics, texts) for name, output in outputs().items()})


def assert_it_ends_well(content: bytes) -> None:
    text = as_text(content)
    done = check([text], wishes(), Output("every", every_output))
    reports = json.loads(done.report)
    rows = json.loads(reports["json"])

    assert done.exit_code == int(any(row["severity"] == "error" for row in rows))
    assert len(json.loads(reports["sarif"])["runs"][0]["results"]) == len(rows)
    assert int(ET.fromstring(reports["junit"]).get("tests", "")) == max(1, len(rows))  # noqa: S314 - we wrote it
    assert reports["github"].count("\n") == reports["concise"].count("\n") == len(rows)
    assert (reports["full"] == "") == (rows == [])
    assert_places_stand_in(text.text, rows)


def assert_places_stand_in(text: str, rows: list[dict[str, int]]) -> None:
    lines = re.split("\r\n|\r|\n", text)
    for row in rows:
        assert (1, 1) <= (row["line"], row["column"]) <= (row["end_line"], row["end_column"])
        assert row["end_line"] <= len(lines)
        assert row["column"] <= len(lines[row["line"] - 1]) + 1
        assert row["end_column"] <= len(lines[row["end_line"] - 1]) + 2


# --- bytes


@thoroughly
@given(st.binary(max_size=300))
def test_bytes(content: bytes) -> None:
    assert_it_ends_well(content)


@thoroughly
@given(
    st.text(st.sampled_from("abn:-?[]{}#&*!|>'\"%@`,. \t\r\n0\\\x85\u2028\ufeff\uffff\ud800é東\U0001f600"), max_size=80)
)
def test_marks_of_yaml(text: str) -> None:
    assert_it_ends_well(text.encode(errors="surrogatepass"))


# --- YAML of any shape

FIELDS = [
    "format",
    "bank",
    "title",
    "topic",
    "authors",
    "license",
    "language",
    "scenarios",
    "references",
    "misconceptions",
    "topics",
    "curriculum",
    "items",
    "id",
    "type",
    "stem",
    "options",
    "correct",
    "wrong",
    "why",
    "misconception",
    "level",
    "tags",
    "hint",
    "scenario",
    "steps",
    "looks_for",
    "negative",
    "retired",
    "set",
    "objective",
    "weight",
    "notes",
    "year",
    "url",
    "sounds_like",
    "means",
    "harms",
    "instead",
    "name",
    "objectives",
    "reference",
]
WORDS = ["1", "no", "goal-setting", "single", "multiple", "order", "reflection", "apply", "What now?", "Ask her", "a-1"]
ODD = ["", "~", "'it''s'", '"\\uD800"', '"\\e"', "&a x", "*a", "!!binary x", "!x y", "<<", "2024-05-01", ".nan", "é東"]


def any_value(chance: Random, depth: int) -> str:
    """A value in flow style; deeper ones are more often plain."""
    kind = chance.randrange(3 + depth)
    if kind == 0:
        return f"[{', '.join(any_value(chance, depth + 1) for _ in range(chance.randrange(4)))}]"
    if kind == 1:
        return in_braces((any_name(chance), any_value(chance, depth + 1)) for _ in range(chance.randrange(5)))
    return chance.choice(chance.choice([WORDS, WORDS, ODD, FIELDS]))


def any_name(chance: Random) -> str:
    return chance.choice(FIELDS if chance.randrange(8) else ODD)


def any_item(chance: Random) -> str:
    fields = [(name, any_value(chance, 2)) for name in chance.sample(FIELDS, chance.randrange(6))]
    given = [("id", chance.choice(WORDS)), ("stem", "What now?"), ("options", any_options(chance))]
    return in_braces([*fields, *chance.sample(given, chance.randrange(4))])


def any_options(chance: Random) -> str:
    rows = [
        in_braces([(chance.choice(["correct", "wrong"]), any_value(chance, 3)), ("why", any_value(chance, 3))])
        for _ in range(chance.randrange(5))
    ]
    return f"[{', '.join(rows)}]"


def in_braces(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in pairs) + "}"


@thoroughly
@given(st.randoms(use_true_random=True))
def test_yaml_of_any_shape(chance: Random) -> None:
    head = "".join(f"{any_name(chance)}: {any_value(chance, 0)}\n" for _ in range(chance.randrange(5)))
    items = [any_item(chance) for _ in range(chance.randrange(4))]
    assert_it_ends_well(f"format: 1\nbank: b\ntitle: B\n{head}items: [{', '.join(items)}]\n".encode())


# --- real banks, mutated


@cache
def real_banks() -> list[str]:
    """The head and an item or two of each real bank, and the curriculum's beginning."""
    banks = [path.read_text(encoding="utf-8") for path in (*shipped().glob("*.yaml"), *PRACTICE.glob("*.yaml"))]
    return [text[:2500].rpartition("\n  - ")[0] + "\n" if "\nitems:" in text[:1500] else text[:1500] for text in banks]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(real_banks()))
    for _ in range(draw(st.integers(1, 4))):
        rows = text.split("\n")
        one, other = draw(st.integers(0, len(rows) - 1)), draw(st.integers(0, len(rows) - 1))
        match draw(st.sampled_from(["drop", "double", "swap", "insert", "cut", "indent"])):
            case "drop":
                del rows[one]
            case "double":
                rows.insert(other, rows[one])
            case "swap":
                rows[one], rows[other] = rows[other], rows[one]
            case "insert":
                at = draw(st.integers(0, len(rows[one])))
                rows[one] = rows[one][:at] + draw(st.text(max_size=4)) + rows[one][at:]
            case "cut":
                rows[one] = rows[one][: draw(st.integers(0, len(rows[one])))]
            case "indent":
                rows[one] = " " * draw(st.integers(0, 9)) + rows[one].lstrip()
        text = "\n".join(rows)
    return text


@thoroughly
@given(mutated())
def test_mutated_banks(text: str) -> None:
    assert_it_ends_well(text.encode(errors="surrogatepass"))


@settings(thoroughly, max_examples=300)
@given(mutated())
def test_mending_twice_is_mending_once(text: str) -> None:
    once = mended(as_text(text.encode(errors="surrogatepass")))

    assert mended(once) == once


# --- rules alone

short_words = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "Ana",
        "her",
        "asked",
        "should",
        "always",
        "never",
        "only",
        "12",
        "50%",
        "which",
        "best",
        "not",
        "except",
        "all",
        "none",
        "above",
        "option",
        "B",
        "they",
        "and",
        "recovery",
        "goal",
        "client",
        "because",
        "I",
        "she's",
        "—",
        "…",
        "東京",
        "😀",
        "?",
        ".",
        ",",
        "(",
        '"',
        "'",
        "A.",
        "1)",
        "etc",
        "_____",
        "ten",
        "7-8",
        "years",
        "it",
    ]
)
phrases = st.one_of(st.lists(short_words, min_size=1, max_size=9).map(" ".join), st.text(min_size=1, max_size=20))


def choices(*, correct: bool) -> st.SearchStrategy[Option]:
    named = st.none() | st.just(MisconceptionId("giving-advice"))
    return st.builds(Option, phrases, st.just(correct), phrases, named)


def mixed(most_keys: int) -> st.SearchStrategy[tuple[Option, ...]]:
    keys = st.lists(choices(correct=True), min_size=1, max_size=most_keys)
    return st.builds(
        lambda right, wrong: (*right, *wrong), keys, st.lists(choices(correct=False), min_size=1, max_size=4)
    )


bodies = st.one_of(
    st.builds(Single, mixed(1)),
    st.builds(Multiple, mixed(3)),
    st.builds(Order, st.lists(phrases, min_size=2, max_size=5).map(tuple), phrases),
    st.builds(Reflection, st.lists(phrases, min_size=1, max_size=4).map(tuple), phrases, phrases),
)
items = st.builds(
    Item,
    id=st.sampled_from(["a-1", "a-2"]).map(ItemId),
    type=st.just("single"),
    stem=phrases,
    topic=st.just(TopicId("goal-setting")),
    body=bodies,
    hint=st.none() | phrases,
    scenario=st.none() | st.builds(Scenario, st.just("told"), phrases),
    negative=st.booleans(),
)


@thoroughly
@given(st.lists(items, min_size=1, max_size=2))
def test_rules_alone(some: list[Item]) -> None:
    bank = Bank("bank", "Bank", tuple(some))
    views = tuple(ItemView(item, place, LoadedFile("a.yaml", ""), bank) for place, item in enumerate(some))
    found = [
        finding for rule in rules().values() if rule.each_item for view in views for finding in rule.each_item(view)
    ]
    found += [finding for rule in rules().values() if rule.all_items for _, finding in rule.all_items(views)]

    assert [finding for finding in found if not finding.message or not finding.help] == []
