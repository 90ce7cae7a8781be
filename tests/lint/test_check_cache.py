"""What is kept of earlier runs gives the same, and does no harm when it is damaged."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from checked import as_text, wishes

from cps_quiz.journeys.check import check
from cps_quiz.lint.likeness.passages import Index, Passage
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


KEY = "Ask what a good day would look like in her own words"

TELLING = (
    SECOND.replace("our #1 aim?", f"our aim? {KEY}, it says.")
    .replace("a) Ask what matters to her", "The aim of the day")
    .replace("b) Hand her a list of groups", "The end of the week")
)
"""A bank of which a stem gives the key of OWNING away."""

OWNING = BANK.replace("a) Ask what matters to her", KEY)

Files = dict[str, str]

FILES: Files = {"a.yaml": OWNING, "b.yaml": TELLING, "c.yaml": OWNING.replace("mine", "third")}


def of_all(folder: Path | None, texts: Files) -> str:
    return check([as_text(text, path) for path, text in texts.items()], wishes(cache=folder), outputs()["json"]).report


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(FILES | {"a.yaml": OWNING.replace(KEY, "Wait for what she says of her day")}, id="no such key"),
        pytest.param(FILES | {"a.yaml": OWNING.replace("in her own words", "to her")}, id="another key"),
        pytest.param(FILES | {"a.yaml": OWNING.replace("why: It starts", "why: She starts")}, id="a why"),
        pytest.param(FILES | {"b.yaml": TELLING.replace("it says", "dana says")}, id="what was a name is none"),
        pytest.param(FILES | {"b.yaml": TELLING.replace(KEY, "Nothing")}, id="nothing told"),
        pytest.param(FILES | {"c.yaml": TELLING.replace("second", "third")}, id="told once more"),
        pytest.param(FILES | {"c.yaml": f"language: es\n{FILES['c.yaml']}"}, id="another language"),
        pytest.param({"b.yaml": TELLING, "c.yaml": FILES["c.yaml"]}, id="the owner gone"),
        pytest.param({"a.yaml": OWNING, "c.yaml": FILES["c.yaml"]}, id="the teller gone"),
        pytest.param(FILES | {"d.yaml": TELLING.replace("second", "fourth")}, id="one more"),
        pytest.param(FILES | {"d.yaml": OWNING}, id="the same again"),
        pytest.param({"a2.yaml": OWNING, "b.yaml": TELLING, "c.yaml": FILES["c.yaml"]}, id="another name"),
        pytest.param(dict(reversed(FILES.items())), id="another order"),
    ],
)
def test_whatever_changes_the_report_is_that_of_a_check_without_a_cache(tmp_path: Path, changed: Files) -> None:
    before = of_all(tmp_path, FILES)

    assert "B604" in before
    assert "B603" in before
    assert of_all(tmp_path, changed) == of_all(None, changed)
    again = changed | {"b.yaml": changed.get("b.yaml", TELLING) + "# more\n"}
    assert of_all(tmp_path, again) == of_all(None, again)


@pytest.mark.parametrize("kept", range(0, 24, 2))
def test_a_part_of_what_was_kept_does_no_harm(tmp_path: Path, kept: int) -> None:
    of_all(tmp_path, FILES)
    for number, entry in enumerate(sorted(tmp_path.iterdir())):
        if (number + kept) % 3:
            entry.unlink() if number % 2 else entry.write_bytes(entry.read_bytes()[:-1])

    changed = FILES | {"b.yaml": TELLING + "# more\n"}
    assert of_all(tmp_path, changed) == of_all(None, changed)


def test_what_stands_in_a_file_is_not_looked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    real = Index.standing_in

    def standing_in(index: Index, text: Passage) -> Iterator[int]:
        looked.append(text)
        return real(index, text)

    monkeypatch.setattr(Index, "standing_in", standing_in)
    of_all(tmp_path, FILES)
    first = len(looked)
    of_all(tmp_path, FILES | {"c.yaml": FILES["c.yaml"] + "# more\n"})

    assert len(looked) - first == first / len(FILES)
