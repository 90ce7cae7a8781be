"""S011: what other tools read, where it matters, and the fix."""

from datetime import date

import pytest
import yaml
from reading import library, places

from cps_quiz.lint.fixing import apply_fixes
from cps_quiz.lint.rules import rules
from cps_quiz.lint.run import run
from cps_quiz.source.diagnostic import Diagnostic

BANK = """\
format: 1
bank: a
title: A
topic: goal-setting
items:
  - id: a-1
    stem: What now?
    options:
      - correct: {}
        why: Nobody else can say.
      - wrong: To tell
        why: It skips the person.
"""

BOOLEANS = "y Y yes Yes YES n N no No NO true True TRUE false False FALSE on On ON off Off OFF"
NUMBERS = "0 7 007 08 -3 +3 1_000 0x1F 0o17 0b101 12:30 190:20:30 1:30.5 1.0 1. .5 -.5 1e3 1.5E-3 .inf -.Inf .nan .NaN"


def found(text: str) -> list[Diagnostic]:
    return run(library(text), [rules()["S011"]])


def kinds(text: str) -> list[str]:
    return [problem.message.rpartition(" as ")[2] for problem in found(text)]


@pytest.mark.parametrize("word", BOOLEANS.split())
def test_words_for_true_and_false_are_booleans_to_others(word: str) -> None:
    assert kinds(BANK.format(word)) == ["a boolean"]


@pytest.mark.parametrize("number", NUMBERS.split())
def test_numbers(number: str) -> None:
    assert kinds(BANK.format(number)) == ["a number"]


@pytest.mark.parametrize(
    "moment", ["2024-05-01", "2024-13-45", "2024-05-01T10:30:00Z", "2024-5-1 10:30:00", "2024-05-01 10:30:00.5 +01:00"]
)
def test_dates(moment: str) -> None:
    assert kinds(BANK.format(moment)) == ["a date"]


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~"])
def test_null(word: str) -> None:
    assert kinds(BANK.format(word)) == ["null"]


@pytest.mark.parametrize(
    "text",
    [
        "'no'",
        '"no"',
        "|\n          no",
        ">-\n          1.0",
        "No.",
        "no one",
        "nO",
        "yEs",
        "Nope",
        "nan",
        "inf",
        "nil",
        "none",
        "1,000",
        "50%",
        "7 days",
        "1-2",
        "1.2.3",
        "12:30 pm",
        "12:75",
        "0x",
        "2024-05",
        "May 2024",
        "24-05-01",
        "-",
        "...",
        "+",
        "1st",
        "e3",
        "~5",
    ],
)
def test_text_is_text(text: str) -> None:
    assert found(BANK.format(text)) == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        pytest.param("title: 1984", 8, id="title"),
        pytest.param("bank: 7", 7, id="bank"),
        pytest.param("authors: [Jo, No]", 15, id="entry of a list"),
        pytest.param("scenarios: {on: It is late.}", 13, id="id of a scenario"),
        pytest.param("scenarios: {year: 2024}", 19, id="scenario called year"),
        pytest.param("references: {2015: {title: Notes, year: 2015}}", 14, id="id of a reference"),
        pytest.param("references: {a: {title: 1984}}", 25, id="title of a reference"),
        pytest.param("misconceptions: {a: {sounds_like: [Yes]}}", 36, id="what it sounds like"),
        pytest.param("items: [{id: 7}]", 14, id="id of an item"),
        pytest.param("items: [{tags: [2024-05-01]}]", 17, id="tag"),
        pytest.param("items: [{steps: [no]}]", 18, id="step"),
        pytest.param("items: [{scenario: 1}]", 20, id="name of a scenario"),
        pytest.param("items: [{options: [{why: 1.0}]}]", 26, id="why"),
        pytest.param("license: &all off", 10, id="after an anchor"),
    ],
)
def test_it_points_at_every_kind_of_text(line: str, column: int) -> None:
    text = line if line.startswith(("bank", "items")) else f"bank: a\n{line}"

    assert places(found(f"format: 1\n{text}\n")) == [("S011", 3 - text.startswith(("bank: 7", "items")), column)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("items: [{negative: true}]", id="negative"),
        pytest.param("items: [{retired: false}]", id="retired"),
        pytest.param("items: [{reviewed: {by: Jo, on: 2026-11-26}}]", id="reviewed"),
        pytest.param("references: {a: {year: 2015}}", id="year"),
        pytest.param("topics: {a: {weight: 0.5}}", id="weight"),
        pytest.param("title:", id="empty"),
        pytest.param("items: [{hint: }]", id="empty in an item"),
    ],
)
def test_what_is_meant_as_a_number_or_boolean_is_not_found(line: str) -> None:
    assert found(f"format: 1\n{'' if line.startswith('topics') else 'bank: a'}\n{line}\n") == []


def test_topics_and_objectives_of_a_curriculum_are_looked_at() -> None:
    text = "format: 1\ntopics:\n  1:\n    title: A\n    weight: 1\n    objectives:\n      2: {title: B, notes: No}\n"

    assert sorted(places(found(text))) == [("S011", 3, 3), ("S011", 7, 7), ("S011", 7, 28)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("version: 1.0\n", id="neither bank nor curriculum"),
        pytest.param("format: 2\nbank: 7\n", id="newer format"),
        pytest.param("- no\n", id="list"),
    ],
)
def test_other_files_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_text_that_an_alias_repeats_is_found_once() -> None:
    assert len(found("format: 1\nbank: a\ntitle: &t 1984\nauthors: [*t, *t]\n")) == 1


def test_a_problem_in_an_item_names_the_item() -> None:
    (problem,) = found(BANK.format("No"))

    assert (problem.item, problem.message) == ("a-1", "other YAML tools read No without quotes as a boolean")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("title: No", "title: 'No'", id="value"),
        pytest.param("title: No  # never", "title: 'No'  # never", id="before a comment"),
        pytest.param("title: &t 1.0\nlicense: *t", "title: &t '1.0'\nlicense: *t", id="after an anchor"),
        pytest.param("authors: [on, Jo, 7]", "authors: ['on', Jo, '7']", id="in brackets"),
        pytest.param("scenarios:\n  on: ~", "scenarios:\n  'on': '~'", id="id and text"),
        pytest.param("title: \U0001f600\nlicense: ~", "title: \U0001f600\nlicense: '~'", id="after an emoji"),
    ],
)
def test_the_fix_puts_it_in_quotes(before: str, after: str) -> None:
    text = f"format: 1\nbank: a\n{before}\n"

    assert apply_fixes(text, found(text))[0] == f"format: 1\nbank: a\n{after}\n"


def test_a_date_on_two_lines_is_left_to_its_writer() -> None:
    (problem,) = found(BANK.format("2024-05-01\n          10:30:00"))

    assert problem.fix is None


@pytest.mark.parametrize(
    "text", ["no", "1.0", "007", "0x1F", "12:30", "2024-05-01", "~", "nO", "1-2", "12:75", "1,000", "e3", "nil", "...a"]
)
def test_it_agrees_with_pyyaml(text: str) -> None:
    other = yaml.safe_load(f"a: {text}")["a"]

    assert bool(found(BANK.format(text))) == (not isinstance(other, str))
    assert other is None or isinstance(other, bool | int | float | str | date)
