import json
from pathlib import Path

import pytest
from program import Program

from cps_quiz.formats import formats

EVERY = sorted(name for name, format_ in formats().items() if format_.write)


@pytest.mark.parametrize("name", EVERY)
def test_every_format_is_written_with_what_it_loses(run: Program, practice: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    done = run("export", name, "--bank", practice, "-o", out, "--json")
    assert done.code == 0
    assert out.stat().st_size > 500
    told = json.loads(done.out)
    assert told["items"] + len(told["skipped"]) == 5
    assert all(loss["how"].startswith(("lost: ", "as text: ")) and ":" in loss["where"] for loss in told["lost"])


def test_a_loss_has_its_place_and_strict_makes_it_an_error(run: Program, practice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.gift"
    done = run("export", "gift", "--bank", practice, "-o", out, "--strict")
    assert done.code == 1
    assert not out.exists()
    assert ".yaml:" in done.out
    assert "not written, as --strict allows no loss" in done.err
    assert run("export", "csv", "--bank", practice, "-o", out, "--strict").code == 0


def test_only_a_topic_where_one_is_named(run: Program, practice: Path, tmp_path: Path) -> None:
    everything = json.loads(run("export", "csv", "--bank", practice, "-o", tmp_path / "a.csv", "--json").out)["items"]
    topic = run("export", "csv", "--bank", practice, "--topic", "cooking", "-o", tmp_path / "b.csv")
    assert everything == 5
    assert topic.code == 2
    assert 'no topic "cooking"' in topic.err


def test_what_cannot_be_written_is_told(run: Program, practice: Path, tmp_path: Path) -> None:
    assert run("export", "docx", "--bank", practice, "-o", tmp_path / "a").code == 2
    done = run("export", "csv", "--bank", practice, "-o", tmp_path / "no" / "such" / "folder.csv")
    assert done.code == 2
    assert "could not be written" in done.err


def test_a_bank_is_never_replaced_by_what_is_made_of_it(run: Program, tmp_path: Path, small_bank: str) -> None:
    bank = tmp_path / "small.yaml"
    bank.write_text(small_bank, encoding="utf-8")
    done = run("export", "csv", "--bank", bank, "-o", bank)
    assert done.code == 2
    assert "is a bank" in done.err
    assert bank.read_text(encoding="utf-8") == small_bank
