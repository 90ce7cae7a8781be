"""Putting off what is known: only new problems are reported."""

import json
from pathlib import Path

import pytest
from checked import as_text, checked, wishes, written

from cps_quiz.errors import ExitCode
from cps_quiz.journeys.check import check
from cps_quiz.lint.baseline import BadBaselineError, baseline_text, read_baseline
from cps_quiz.lint.outputs import outputs

SELECT = "S E303 E304"
"""Enough rules to be put off."""


@pytest.fixture
def bank(small_bank: str) -> str:
    return small_bank.replace("title: Small", "title: No").replace("Nobody but Ana", "Unlike option B, nobody but Ana")


def put_off(folder: Path, text: str) -> Path:
    kept = folder / "baseline.json"
    checked(text, wishes(SELECT, write_baseline=kept), path=str(folder / "a.yaml"))
    return kept


def new(folder: Path, text: str) -> list[str]:
    """The codes of what the baseline does not know."""
    wanted = wishes(SELECT, baseline=folder / "baseline.json")
    return [line.split()[2] for line in checked(text, wanted, path=str(folder / "a.yaml")).report.splitlines()]


def test_writing_one_reports_nothing_and_says_how_many(tmp_path: Path, bank: str) -> None:
    done = checked(bank, wishes(SELECT, write_baseline=tmp_path / "baseline.json"))

    assert (done.report, done.exit_code) == ("", ExitCode.OK)
    assert done.sentence == f"4 problems put off in {tmp_path / 'baseline.json'}."


def test_what_is_known_is_not_reported(tmp_path: Path, bank: str) -> None:
    put_off(tmp_path, bank)
    done = checked(bank, wishes(SELECT, baseline=tmp_path / "baseline.json"), path=str(tmp_path / "a.yaml"))

    assert (done.report, done.exit_code, done.sentence) == ("", ExitCode.OK, "1 file checked: nothing new; 4 put off.")


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        pytest.param("format: 1\n", "# one\n\n# two\nformat: 1\n", [], id="lines above"),
        pytest.param("What does Ana want?", "What does Ana want now?", [], id="another text of the item"),
        pytest.param("            ", "              ", [], id="indented"),
        pytest.param("\n", "\r\n", [], id="other line endings"),
        pytest.param("title: No", "title: Off", [], id="the same problem with another text"),
        pytest.param("topic:", "license: No\ntopic:", ["S011"], id="one more of a kind"),
        pytest.param("small-001", "small-002", ["E303", "E304", "E304"], id="the problems of another item"),
        pytest.param("title: No", "title: Number", [], id="one mended"),
    ],
)
def test_after_an_edit_only_new_problems_are_reported(
    tmp_path: Path, bank: str, before: str, after: str, found: list[str]
) -> None:
    put_off(tmp_path, bank)

    assert new(tmp_path, bank.replace(before, after)) == found


def test_items_may_move(tmp_path: Path, bank: str) -> None:
    head, mark, item = bank.partition("items:\n")
    other = item.replace("small-001", "small-002").replace("Unlike option B, nobody", "Nobody")
    put_off(tmp_path, head + mark + item + other)

    assert new(tmp_path, head + mark + other + item) == []


def test_of_what_stands_there_twice_a_third_is_new(tmp_path: Path, bank: str) -> None:
    put_off(tmp_path, bank.replace("format: 1\n", "format: 1\nauthors: [off, off]\n"))

    assert new(tmp_path, bank.replace("format: 1\n", "format: 1\nauthors: [off]\n")) == []
    assert new(tmp_path, bank.replace("format: 1\n", "format: 1\nauthors: [off, off, off]\n")) == ["S011"]


def test_the_same_problem_in_another_file_is_new(tmp_path: Path, bank: str) -> None:
    kept = put_off(tmp_path, bank)
    texts = [as_text(bank.replace("small", "other"), str(tmp_path / "b.yaml")), as_text(bank, str(tmp_path / "a.yaml"))]
    done = check(texts, wishes("S011", baseline=kept), outputs()["concise"])

    assert [line.split(":")[0] for line in done.report.splitlines()] == [str(tmp_path / "b.yaml")]


def test_paths_count_from_the_baseline(tmp_path: Path, bank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put_off(tmp_path, bank)
    (tmp_path / "deeper").mkdir()
    monkeypatch.chdir(tmp_path / "deeper")

    assert checked(bank, wishes(SELECT, baseline=Path("../baseline.json")), path="../a.yaml").report == ""


def test_it_is_the_same_text_whatever_the_order(tmp_path: Path, bank: str) -> None:
    text = put_off(tmp_path, bank).read_text(encoding="utf-8")
    rows = json.loads(text)["problems"]

    assert [row["path"] for row in rows] == ["a.yaml"] * len(rows)
    assert rows == sorted(rows, key=lambda row: (row["path"], row["code"], row["item"], row["route"]))
    assert baseline_text([], [], tmp_path) == '{\n  "version": 2,\n  "problems": []\n}\n'


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="half"),
        pytest.param(b"\xff\xfe", id="no UTF-8"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="without problems"),
        pytest.param('{"problems": 5}', id="problems a number"),
        pytest.param('{"problems": ["S011"]}', id="problems as texts"),
        pytest.param('{"problems": [{"code": "S011"}]}', id="half a problem"),
        pytest.param('{"problems": [{"path": "", "code": "", "item": "", "message": "", "count": "x"}]}', id="count"),
        pytest.param(
            '{"problems": [{"path": "", "code": "", "item": "", "message": "", "count": 1e999}]}', id="infinity"
        ),
        pytest.param("[" * 100_000, id="too deep"),
    ],
)
def test_what_is_no_baseline_is_said(tmp_path: Path, content: str | bytes) -> None:
    path = written(tmp_path, "baseline.json", content)

    with pytest.raises(BadBaselineError, match="cannot be used: it is no baseline of cps-quiz") as error:
        read_baseline(path)
    assert error.value.hint == "Write it anew with --write-baseline."


def test_a_baseline_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadBaselineError, match="no such file or directory"):
        read_baseline(tmp_path / "nowhere.json")
