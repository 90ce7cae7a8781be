"""What is kept of earlier runs gives the same, and does no harm when it is damaged."""

from pathlib import Path

import pytest
from checked import as_text, wishes

from cps_quiz.journeys.check import check
from cps_quiz.lint.outputs import outputs

BANK = """\
format: 1
bank: mine
title: Mine
topic: reflection
items:
  - id: mine-1
    stem: What helps Dana as our #1 aim?
    options:
      - correct: a) Ask what matters to her
        why: It starts from her own aims and keeps the choice in her hands.
      - wrong: b) Hand her a list of groups
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
"""


def report(folder: Path | None, text: str = BANK) -> str:
    return check([as_text(text)], wishes(cache=folder), outputs()["json"]).report


def test_a_second_run_gives_the_same(tmp_path: Path) -> None:
    first = report(tmp_path)

    assert list(tmp_path.iterdir())
    assert report(tmp_path) == first == report(None)


def test_a_change_is_seen(tmp_path: Path) -> None:
    report(tmp_path)
    changed = BANK.replace("#1", "first")

    assert report(tmp_path, changed) == report(None, changed) != report(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"\xff", b"0\n[]", b"x" * 1000])
def test_damage_does_no_harm(tmp_path: Path, damage: bytes) -> None:
    first = report(tmp_path)
    for entry in tmp_path.iterdir():
        entry.write_bytes(damage)

    assert report(tmp_path) == first


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    assert report(tmp_path / "file" / "cache") == report(None)
