import json
from pathlib import Path

import pytest
from program import Program

HERE = Path(__file__).parent
WORDS = [
    pytest.param("giving-tips: listening 6, planning 1, in all 7.", id="row"),
    pytest.param("listening, stay-with-it: recall none, apply none, analyze none, in all none.", id="empty-aim"),
    pytest.param("Of the pairs of a wrong approach and a topic, 0 of 4 are empty.", id="cells"),
    pytest.param("aims without any question: 2.", id="aims"),
    pytest.param("without an aim.", id="aimless"),
]


@pytest.mark.parametrize("words", WORDS)
def test_in_a_pipe_it_is_told_in_lines(run: Program, practice: Path, words: str) -> None:
    ended = run("bank", "list", "--coverage", "--bank", practice, "--bank", HERE / "sets")
    assert ended.code == 0
    assert words in ended.out


def test_json_has_the_same_counts(run: Program, practice: Path) -> None:
    ended = run("bank", "list", "--coverage", "--json", "--bank", practice)
    found = json.loads(ended.out)
    assert found["misconceptions"]["giving-tips"] == {"listening": 2, "planning": 1}
    assert found["objectives"][0] == {
        "topic": "listening",
        "objective": "stay-with-it",
        "items": 0,
        "levels": {"recall": 0, "apply": 0, "analyze": 0},
    }
    assert (found["empty_cells"], found["empty_objectives"], found["empty_levels"]) == (0, 2, 6)


@pytest.mark.parametrize("columns", [80, 40])
def test_on_a_terminal_it_looks_as_it_did(
    run: Program, practice: Path, request: pytest.FixtureRequest, columns: int
) -> None:
    terminal = run.terminal("bank", "list", "--coverage", "--bank", practice, columns=columns, rows=60)
    assert terminal.end() == 0
    seen = terminal.text.rstrip().splitlines()
    kept = HERE / "snapshots" / f"{columns}-coverage.txt"
    if request.config.getoption("--snapshot-update"):
        kept.write_text("\n".join(seen) + "\n", encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8").splitlines(), f"{kept.name} is another; --snapshot-update?"


@pytest.mark.parametrize(("columns", "table"), [(80, True), (70, False), (40, False)])
def test_the_shipped_table_stands_where_it_fits(run: Program, columns: int, table: bool) -> None:  # noqa: FBT001
    terminal = run.terminal("bank", "list", "--coverage", columns=columns, rows=250)
    assert terminal.end() == 0
    start = [line for line in terminal.lines if line.startswith("   vague-or-oversized-goals")]
    assert [len(line.split()) > 1 for line in start] == [table, table]  # what tempts, and what is to be named
    assert max(map(len, terminal.lines)) < columns


def test_without_the_option_the_list_is_what_it_was(run: Program, practice: Path) -> None:
    assert "in all" not in run("bank", "list", "--bank", practice).out
