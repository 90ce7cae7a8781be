"""Answers go from the page to the program and back, and both count the same."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import NAMES, chromium
from practicing import Visitor, page_of, practice_a_while, saved, take_in, visitor
from program import Program

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load

pytestmark = pytest.mark.skipif(not chromium(), reason=f"none of {', '.join(NAMES)} is on PATH")

LIBRARY = load([shipped()])


@pytest.fixture(scope="module")
def one_browser() -> Iterator[Visitor]:
    with visitor(page_of(LIBRARY)) as somebody:
        somebody.open()
        yield somebody


@pytest.fixture
def somebody(one_browser: Visitor) -> Visitor:
    one_browser.forget()
    one_browser.open()
    return one_browser


def totals(somebody: Visitor) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(somebody.run("JSON.stringify(totals())"))
    return found


def program_totals(run: Program) -> dict[str, Any]:
    told = json.loads(run("progress", "--json").out)
    return {
        "days": {day["day"]: day["answers"] for day in told["days"] if day["answers"]},
        "misconceptions": {one["misconception"]: (one["offered"], one["chosen"]) for one in told["misconceptions"]},
        "confusions": {(one["meant"], one["taken"]): (one["times"], one["of"]) for one in told["confusions"]},
        "exams": [(one["right"], one["asked"]) for one in told["exams"]],
        "met": {topic["topic"]: topic["met"] for topic in told["topics"]},
        "missed": told["missed"],
    }


def page_totals(somebody: Visitor) -> dict[str, Any]:
    found = totals(somebody)
    met_of = "(topic) => [topic.id, DATA.items.filter((i) => i.topic === topic.id && pastOf().has(i.id)).length]"
    sums = "allExams().map(({ record }) => [record.outcomes.filter((o) => o.right).length, record.outcomes.length])"
    return {
        "days": found["days"],
        "misconceptions": {one["misconception"]: (one["offered"], one["chosen"]) for one in found["misconceptions"]},
        "confusions": {(one["meant"], one["taken"]): (one["times"], one["of"]) for one in found["confusions"]},
        "exams": [tuple(pair) for pair in somebody.run(sums)],
        "met": somebody.run(f"Object.fromEntries(DATA.topics.map({met_of}))"),
        "missed": somebody.run("[...pastOf().values()].filter(isMiss).length"),
    }


def test_the_program_takes_in_what_the_page_saved_and_counts_the_same(
    somebody: Visitor, run: Program, tmp_path: Path
) -> None:
    practice_a_while(somebody)
    file = saved(somebody, tmp_path)
    ended = run("history", "import", file)

    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith(f"{len(somebody.log())} new answers of {len(somebody.log())}, 1 new mock exam")
    ours = page_totals(somebody)
    assert len(somebody.log()) > 60
    assert sum(chosen for _, chosen in ours["misconceptions"].values()) > 5
    assert ours == program_totals(run)
    again = run("history", "import", file)
    assert again.err.startswith("0 new answers")


def test_own_words_stay_here_unless_they_are_wanted_in_the_file(somebody: Visitor, tmp_path: Path) -> None:
    practice_a_while(somebody)

    assert '"written":"mine"' not in somebody.run("exportText(false)")
    assert '"written":"mine"' in somebody.run("exportText(true)")
    assert '"written":"mine"' not in saved(somebody, tmp_path).read_text(encoding="utf-8")


def test_the_page_takes_in_what_the_program_exported_and_counts_the_same(
    somebody: Visitor, run: Program, tmp_path: Path
) -> None:
    run("drill", "-n", "30", "--seed", "5", stdin="b\n" * 60)
    run("exam", "--items", "20", "--seed", "5", stdin="c\n" * 20)
    file = tmp_path / "answers.jsonl"
    file.write_text(run("history", "export").out, encoding="utf-8")
    take_in(somebody, file)

    assert re.fullmatch(r"(\d+) new answers of \1\. 1 new mock exam\.", somebody.status)
    assert page_totals(somebody) == program_totals(run)
    take_in(somebody, file)
    assert somebody.status.startswith("0 new answers of")
    passed_on = somebody.run("exportText(true)")
    here = tmp_path / "passed-on.jsonl"
    here.write_text(passed_on, encoding="utf-8")
    assert run("history", "import", here).err.startswith("0 new answers")


def test_lines_that_are_no_answers_are_skipped_and_counted(somebody: Visitor, tmp_path: Path) -> None:
    practice_a_while(somebody)
    lines = somebody.run("exportText(true)").splitlines()
    spoiled = [
        lines[0], "", "no json", "[1]", "null", '{"id": 7}', json.dumps({**json.loads(lines[1]), "score": 7}),
        json.dumps({**json.loads(lines[2]), "chosen": "x"}), json.dumps({**json.loads(lines[3]), "day": "<b>"}),
        '{"exam": "x", "started_at": 1, "record": {}}', '{"__proto__": {"polluted": 1}, "id": "x"}',
    ]  # fmt: skip
    file = tmp_path / "spoiled.jsonl"
    file.write_text("\n".join(spoiled), encoding="utf-8")
    somebody.forget()
    somebody.open()
    take_in(somebody, file)

    assert somebody.status == "1 new answer of 1. Skipped as not readable: 9 lines."
    assert len(somebody.log()) == 1
    assert somebody.run("({}).polluted") is None


def test_lines_of_a_kind_that_the_page_does_not_know_are_passed_on(somebody: Visitor) -> None:
    line = '{"flag":"dec-103","at":1795000000000}'
    somebody.run(f"importText({json.dumps(line)})")
    somebody.open()

    ours, secret = somebody.run("exportText(true)").splitlines()
    assert ours == line
    assert json.loads(secret).keys() == {"secret"}


def test_an_answer_taken_back_elsewhere_is_taken_back_here(somebody: Visitor) -> None:
    practice_a_while(somebody)
    entry = next(one for one in somebody.log() if one["undone_at"] is None)
    before = totals(somebody)["answers"]
    somebody.run(f"importText({json.dumps(json.dumps({**entry, 'undone_at': 5}))})")

    assert totals(somebody)["answers"] == before - 1
    assert next(one for one in somebody.log() if one["id"] == entry["id"])["undone_at"] == 5
