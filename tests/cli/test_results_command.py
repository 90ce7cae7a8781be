"""Sharing, pooling and reporting, as candidates and instructors do it."""

import csv
import hmac
import io
import json
import math
import os
from pathlib import Path
from random import Random
from typing import Any

import pytest
from contributions import answer, digits, text
from program import Program

from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.fingerprint import asked_print
from cps_quiz.core.questions.labels import options_of

ITEMS = 12
MISKEYED, IDLE, WEAK = 1, 4, 7
"""Questions, by their number, with one fault each: see `group`."""


def bank_text() -> str:
    questions = [
        f"""  - id: sim-{number:03}
    stem: What should Luis ask Dana first, on day {number}?
    options:
      - correct: What would feel better on day {number}?
        why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
      - wrong: Is it sleep or is it work on day {number}?
        misconception: limiting-options
        why: Luis has picked the two doors himself, and what matters may lie behind neither.
      - wrong: Have you tried a walk on day {number}?
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
      - wrong: Shall I call you up on day {number}?
        misconception: taking-over
        why: Luis takes the next step into his own hands. Leave it in hers.
"""
        for number in range(ITEMS)
    ]
    return f"format: 1\nbank: sim\ntitle: Simulated\ntopic: goal-setting\nitems:\n{''.join(questions)}"


@pytest.fixture
def bank(run: Program) -> Path:
    path = run.home / "sim.yaml"
    path.write_text(bank_text(), encoding="utf-8")
    return path


def chosen(number: int, able: float, chance: Random) -> int:
    """What somebody takes: b is the true key of one question, nobody takes c of one, one goes with nothing."""
    true, wrong = (1, [0, 2, 3]) if number == MISKEYED else (0, [1, 2, 3])
    if number == IDLE:
        wrong.remove(2)
    knows = 1 / (1 + math.exp(1.2 * able if number == WEAK else -1.8 * able - 0.4))
    return true if chance.random() < knows else chance.choice(wrong)


def group(items: list[Item], people: int, seed: int = 2) -> list[dict[str, Any]]:
    chance, lines = Random(seed), []
    for person in range(people):
        able = chance.gauss(0, 1.3)
        for number, item in enumerate(items):
            option = chosen(number, able, chance)
            fields = {"print": asked_print(item), "chosen": [option], "points": float(options_of(item)[option].correct)}
            lines.append(answer(person, item.id, number=number + 1, exam=digits((person, "e"), 32), **fields))
    return lines


@pytest.fixture
def pool(run: Program, bank: Path) -> Path:
    folder = run.home / "handed-in"
    folder.mkdir()
    (folder / "all.jsonl").write_text(text(group(list(load([bank]).items), 40)), encoding="utf-8")
    added = run("results", "add", folder, "--pool", "pool")
    assert added.code == 0
    assert added.out.startswith("40 new people and 480 new answers; the pool has 40 and 480.\n")
    return run.home / "pool"


def test_the_first_screen_names_the_three_faults(run: Program, bank: Path, pool: Path) -> None:
    terminal = run.terminal("results", "report", "--pool", pool, "--bank", bank)
    assert terminal.end() == 0

    keys, rest = terminal.words.split("Questions that do not separate", 1)
    weak, idle = rest.split("Wrong answers that nobody takes", 1)
    assert terminal.lines[0].endswith('480 answers of 40 people in the programme "ma-2026".')
    assert f"sim-{MISKEYED:03} (exam, n = 40): option b looks like the key." in keys
    assert f"sim-{WEAK:03} (exam, n = 40): r = -" in weak
    assert f"sim-{IDLE:03} (exam, n = 40): option c is chosen by 5% or less. May be chance." in idle
    assert f"sim.yaml:{6 + 14 * IDLE}" in idle.replace(" ", "")


def test_every_form_of_the_report_says_the_same(run: Program, bank: Path, pool: Path) -> None:
    command = ("results", "report", "--pool", pool, "--bank", bank)
    told = json.loads(run(*command, "--json").out)
    lines = run(*command).out
    assert run(*command, "--csv", "a.csv", "--html", "a.html").code == 0
    page = (run.home / "a.html").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO((run.home / "a.csv").read_text(encoding="utf-8"))))

    assert len(told["items"]) == ITEMS
    assert len(rows) == 4 * ITEMS
    for item in told["items"]:
        facility = item["facility"]["told"]
        assert f"{item['item']} (exam, n = 40), {item['place']}: right {facility}" in lines
        assert item["item"] in page
        assert {row["facility_told"] for row in rows if row["item"] == item["item"]} == {facility}
    assert [exam["same_form"] for exam in told["exams"]] == [True]
    assert "KR-20 (alpha), Feldt's interval" in lines
    assert "<script" not in page


def test_no_number_of_few_stands_in_any_form(run: Program, bank: Path, pool: Path) -> None:
    command = ("results", "report", "--pool", pool, "--bank", bank)
    told = json.loads(run(*command, "--json").out)

    veiled = 0
    for item in told["items"]:
        values = [option["share"]["value"] for option in item["options"]]
        assert all(value is None or 0.05 < value < 0.95 for value in values)
        hidden = [option for option in item["options"] if option["share"]["value"] is None]
        assert all(option["r"] is None for option in hidden)
        veiled += len(hidden)
    assert veiled
    assert all(one["n"] >= 10 for one in (*told["items"], *told["approaches"], *told["exams"]))


def test_check_shows_the_findings_where_the_text_is(run: Program, bank: Path, pool: Path) -> None:
    checked = run("check", bank, "--results", pool, "--select", "B607,B608,B609", "--output-format", "json")

    found = {(one["code"], one["item"], one["line"]) for one in json.loads(checked.out)}
    assert checked.code == 0
    assert ("B607", f"sim-{MISKEYED:03}", 6 + 14 * MISKEYED + 5) in found
    assert ("B608", f"sim-{IDLE:03}", 6 + 14 * IDLE + 8) in found
    assert ("B609", f"sim-{WEAK:03}", 6 + 14 * WEAK + 1) in found


def test_a_mended_text_is_no_longer_what_they_answered(run: Program, bank: Path, pool: Path) -> None:
    mended = bank_text().replace("Shall I call", "May I call").replace("in hers.", "in hers, as ever.")
    bank.write_text(mended, encoding="utf-8")
    assert (
        json.loads(run("check", bank, "--results", pool, "--select", "B607,B608,B609", "--output-format", "json").out)
        == []
    )

    bank.write_text(bank_text().replace("in hers.", "in hers, as ever."), encoding="utf-8")
    codes = json.loads(run("check", bank, "--results", pool, "--select", "B607", "--output-format", "json").out)
    assert codes, "a mended rationale does not split the statistics"


def test_a_candidate_shares_and_takes_it_back(run: Program) -> None:
    assert run("drill", "goal-setting", "-n", "3", "--seed", "1", stdin="a\nb\nc\n").code == 0
    assert run("exam", "--items", "3", "--seed", "2", stdin="a\n\nb\n").code == 0

    asked = run("history", "share", "--programme", "ma-2026", "-o", "me.jsonl", stdin="n\n")
    assert not (run.home / "me.jsonl").exists()
    assert '6 answers would go to the programme "ma-2026"' in asked.out
    assert "1 of them are questions of exams that you left open." in asked.out

    shared = run("history", "share", "--programme", "ma-2026", "-o", "me.jsonl", stdin="y\n")
    assert shared.code == 0
    lines = [json.loads(line) for line in (run.home / "me.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["number"] for line in lines] == [1, 2, 3, 4, 5, 6]
    assert set(lines[0]) == {
        *("contribution", "pseudonym", "id", "item", "print", "chosen", "points", "confidence", "exam", "first_try"),
        *("number", "month"),
    }
    secret = json.loads(run("history", "export").out.splitlines()[-1])["secret"]
    assert lines[0]["pseudonym"] == hmac.digest(secret.encode(), b"ma-2026", "sha256").hex()
    assert sum(line["chosen"] is None for line in lines) == 1

    assert run("results", "add", "me.jsonl", "me.jsonl", "--pool", "pool").out.startswith("1 new person and 6 new ans")
    assert run("history", "share", "--programme", "ma-2026", "--withdraw", "-o", "back.jsonl").code == 0
    assert run("results", "remove", "back.jsonl", "--pool", "pool").out.startswith("1 person was taken out")


def test_two_machines_of_one_person_count_once(run: Program, tmp_path: Path) -> None:
    other = Program(tmp_path / "other")
    other.home.mkdir()
    run("drill", "goal-setting", "-n", "2", "--seed", "1", stdin="a\nb\n")
    run("history", "share", "--programme", "x", "-o", "one.jsonl", "--yes")
    (other.home / "log.jsonl").write_text(run("history", "export").out, encoding="utf-8")
    other("history", "import", "log.jsonl")
    other("drill", "reflection", "-n", "2", "--seed", "1", stdin="a\nb\n")
    other("history", "share", "--programme", "x", "-o", "two.jsonl", "--yes")

    added = run("results", "add", "one.jsonl", other.home / "two.jsonl", "--pool", "pool")

    assert added.out.startswith("1 new person and 4 new answers")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(("results", "report", "--pool", "none"), "There is no pool of answers in none.", id="no-pool"),
        pytest.param(("results", "add", "none", "--pool", "pool"), "There is no file or folder none.", id="no-file"),
        pytest.param(("check", "--results", "none"), "There is no pool of answers in none.", id="check"),
        pytest.param(
            ("history", "share", "--programme", "x", "-o", "f", "--withdraw"), "Nothing was shared", id="nothing-shared"
        ),
        pytest.param(("history", "share", "--programme", "x", "-o", "f"), "no answer to share", id="nothing-to-share"),
        pytest.param(("history", "share", "--programme", "", "-o", "f"), "programme's code", id="no-code"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: tuple[str, ...], sentence: str, run: Program, small_bank: str) -> None:
    (run.home / "bank.yaml").write_text(small_bank, encoding="utf-8")
    ended = run(*arguments)

    assert ended.code == 2
    assert sentence in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("engine", "package", "extra"), [("duckdb", "duckdb", "results"), ("spark", "pyspark", "spark")]
)
def test_a_missing_extra_is_told(engine: str, package: str, extra: str, run: Program, pool: Path) -> None:
    (run.home / f"{package}.py").write_text("raise ImportError", encoding="utf-8")
    path = os.pathsep.join([str(run.home), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)

    ended = run("results", "report", "--pool", pool, "--engine", engine, PYTHONPATH=path)

    assert ended.code == 2
    assert f"pip install 'cps-quiz[{extra}]'" in ended.err
