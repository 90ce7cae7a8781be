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


SECOND = BANK.replace("bank: mine", "bank: second").replace("mine-1", "second-1")
"""A bank that asks the same as the first one, so that rules of whole banks find something in both."""


def of_both(folder: Path | None, first: str = BANK, second: str = SECOND) -> str:
    texts = [as_text(first, "a.yaml"), as_text(second, "b.yaml")]
    return check(texts, wishes(cache=folder), outputs()["json"]).report


def test_what_is_found_between_files_is_found_in_unchanged_ones_too(tmp_path: Path) -> None:
    assert "B603" in of_both(tmp_path)
    changed = SECOND.replace("title: Mine", "title: Ours").replace("our #1 aim", "our very first aim")

    assert of_both(tmp_path, second=changed) == of_both(None, second=changed)
    assert of_both(tmp_path, BANK + "# more\n", changed) == of_both(None, BANK + "# more\n", changed)


def test_ids_that_a_change_takes_leave_items_of_other_files_out(tmp_path: Path) -> None:
    of_both(tmp_path)
    taking = BANK.replace("mine-1", "second-1")

    assert of_both(tmp_path, first=taking) == of_both(None, first=taking)
    assert "R101" in of_both(tmp_path, first=taking)


def test_links_of_unchanged_files_break_with_what_they_lead_to(tmp_path: Path) -> None:
    own = BANK.replace(
        "items:", "misconceptions:\n  mine:\n    name: M\n    means: M\n    harms: M\n    instead: M\nitems:"
    )
    user = SECOND.replace("giving-advice", "mine")
    of_both(tmp_path, own, user)

    assert of_both(tmp_path, second=user) == of_both(None, second=user)
    assert "R102" in of_both(tmp_path, second=user)


def test_comments_of_unchanged_files_silence_as_before(tmp_path: Path) -> None:
    silent = f"# quiz: ignore-file[B603]\n{SECOND}"
    of_both(tmp_path, second=silent)
    changed = BANK.replace("title: Mine", "title: Ours")

    assert of_both(tmp_path, changed, silent) == of_both(None, changed, silent)
