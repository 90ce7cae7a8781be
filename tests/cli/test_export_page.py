"""`cps-quiz export page`."""

from pathlib import Path

import pytest
from program import Program


def test_a_page_is_written_and_told_of(run: Program, practice: Path) -> None:
    ended = run("export", "page", "--bank", practice, "-o", "practice.html", "--title", "Tuesday group")

    page = (run.home / "practice.html").read_text(encoding="utf-8")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("practice.html holds ")
    assert "<title>Tuesday group</title>" in page


def test_a_topic_narrows_it_and_names_it(run: Program) -> None:
    ended = run("export", "page", "--topic", "reflection", "-o", "practice.html")

    assert "80 questions" in ended.out
    assert "<title>Reflection</title>" in (run.home / "practice.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("pag", "-o", "x.html"), 'No format called "pag"', id="name"),
        pytest.param(("page", "-o", "x.html", "--topic", "reflecton"), "did you mean reflection", id="topic"),
        pytest.param(("page", "-o", "nowhere/x.html"), "could not be written", id="folder"),
        pytest.param(("page",), "--output", id="no-file"),
    ],
)
def test_what_cannot_be_done_is_told(run: Program, arguments: tuple[str, ...], said: str) -> None:
    ended = run("export", *arguments)

    assert ended.code == 2
    assert said.casefold() in ended.err.casefold()
    assert not (run.home / "x.html").exists()


def test_a_bank_is_never_replaced_by_the_page_that_is_made_of_it(run: Program, small_bank: str) -> None:
    bank = run.home / "small.yaml"
    bank.write_text(small_bank, encoding="utf-8")

    ended = run("export", "page", "--bank", bank, "-o", bank)

    assert ended.code == 2
    assert "is a bank" in ended.err
    assert bank.read_text(encoding="utf-8") == small_bank
