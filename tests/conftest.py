"""Fixtures for every room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from program import Program

PRACTICE = Path(__file__).parent / "cli" / "practice"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="write the screens anew instead of comparing them")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Program]:
    """Start the program: `run("drill", "--plain", stdin="a\\n", NO_COLOR="1")`."""
    home = tmp_path / "home"
    home.mkdir()
    program = Program(home)
    yield program
    program.close()


@pytest.fixture
def practice() -> Path:
    """A folder with a curriculum and a bank for each type of item; tests alone use it."""
    return PRACTICE


@pytest.fixture
def small_bank() -> str:
    """The text of a bank of one item, sound under the shipped curriculum."""
    return """\
format: 1
bank: small
title: Small
topic: goal-setting
items:
  - id: small-001
    stem: What does Ana want?
    options:
      - correct: To be asked
        why: Nobody but Ana can say what she wants, so the question comes first.
      - wrong: To be told
        why: It skips the one person who knows. Ask before any plan is made.
      - wrong: To be left
        why: It takes her silence for an answer. Stay and ask what she sees.
"""
