import json
from pathlib import Path

import pytest
from program import Program


@pytest.fixture
def banks(tmp_path: Path, small_bank: str) -> Path:
    folder = tmp_path / "work" / "question_banks"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(small_bank, encoding="utf-8")
    return folder


def test_without_a_path_the_folder_question_banks_is_taken(run: Program, banks: Path) -> None:
    ended = run("audit", cwd=banks.parent)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("1 single-choice item with at least 3 options, in 1 file.\n")
    assert "─" not in ended.out


def test_else_the_current_folder(run: Program, banks: Path) -> None:
    assert run("audit", cwd=banks) == run("audit", ".", cwd=banks)


def test_a_beaten_bank_is_no_failure(run: Program, tmp_path: Path, small_bank: str) -> None:
    head, _, item = small_bank.partition("items:\n")
    items = "".join(item.replace("small-001", f"small-{n:03}") for n in range(30))
    (tmp_path / "easy.yaml").write_text(f"{head}items:\n{items}", encoding="utf-8")
    ended = run("audit", tmp_path / "easy.yaml")

    assert ended.code == 0
    assert "BEATS CHANCE" in ended.out


def test_json_is_for_programs(run: Program, banks: Path) -> None:
    ended = run("audit", banks, "--json")
    data = json.loads(ended.out)

    assert data["items"] == 1
    assert [row["guesser"] for row in data["guessers"]][:3] == ["longest option", "shortest option", "position 1"]


def test_items_with_errors_are_left_out_and_that_is_said(run: Program, banks: Path, small_bank: str) -> None:
    broken = (
        small_bank.replace("bank: small", "bank: other").replace("small-001", "other-001").replace("stem:", "stemm:")
    )
    (banks / "broken.yaml").write_text(broken, encoding="utf-8")
    ended = run("audit", banks)

    assert ended.code == 0
    assert ended.out.startswith("1 single-choice item ")
    assert ended.err == f"What has errors is left out (1 found). To see them: cps-quiz check {banks}\n"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        pytest.param("nowhere", "There is no file or folder nowhere.", id="no such path"),
        pytest.param("empty", "No question bank was found in empty.", id="no bank"),
        pytest.param("two.yaml", "There is no sound single-choice question with at least 3 options.", id="no item"),
    ],
)
def test_what_cannot_be_audited_ends_with_2(
    run: Program, tmp_path: Path, small_bank: str, path: str, sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    two_options, _, _ = small_bank.rpartition("      - wrong:")
    (tmp_path / "two.yaml").write_text(two_options, encoding="utf-8")
    ended = run("audit", path, cwd=tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(sentence)


def test_a_terminal_shows_bars_with_their_marks_named(run: Program, banks: Path) -> None:
    terminal = run.terminal("audit", banks)

    assert terminal.end() == 0
    assert "| chance, ] limit" in terminal.text
    assert "━" in terminal.text
    assert all(len(line) <= 79 for line in terminal.lines)


def test_a_terminal_can_be_asked_for_plain_lines(run: Program, banks: Path) -> None:
    terminal = run.terminal("audit", banks, "--plain")

    assert terminal.end() == 0
    assert "within chance" in terminal.text
    assert "━" not in terminal.text
