import json
from pathlib import Path
from typing import Any

import pytest
from program import Program

MOODLE = """<?xml version="1.0"?>
<quiz><question type="multichoice"><name><text>First</text></name>
<questiontext format="markdown"><text>What does Ana want?</text></questiontext>
<single>true</single><idnumber>ana-1</idnumber>
<answer fraction="100" format="markdown"><text>To be asked</text>
<feedback format="markdown"><text>Nobody but Ana can say what she wants.</text></feedback></answer>
<answer fraction="0" format="markdown"><text>To be told</text></answer></question>
<question type="multichoice"><name><text>Second</text></name>
<questiontext format="markdown"><text>What helps?</text></questiontext><single>true</single>
<idnumber>ana-2</idnumber>
<answer fraction="100" format="markdown"><text>Time</text></answer>
<answer fraction="0" format="markdown"><text>Haste</text></answer></question></quiz>
"""


@pytest.fixture
def moodle(tmp_path: Path) -> Path:
    path = tmp_path / "quiz.xml"
    path.write_text(MOODLE, encoding="utf-8")
    return path


def imported(run: Program, *arguments: str | Path) -> dict[str, Any]:
    done = run("import", *arguments, "--json")
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_a_file_becomes_a_bank_beside_it_that_loads_and_tells_what_is_to_be_written(run: Program, moodle: Path) -> None:
    done = run("import", moodle, "--topic", "reflection")
    assert done.code == 0
    assert "2 new. Written to" in done.err
    bank = moodle.with_suffix(".yaml")
    text = bank.read_text(encoding="utf-8")
    assert "    source: {format: moodle, id: ana-1, digest: p" in text
    assert text.count("why: TODO") == 3
    checked = run("check", bank, "--output-format", "concise")
    assert checked.out.count("F701") == 3
    assert "S0" not in checked.out
    drilled = run("drill", "--bank", bank, "-n", "1", "--seed", "1", stdin="a\n")
    assert "No explanation yet" in drilled.out


def test_without_a_topic_nothing_is_written(run: Program, moodle: Path) -> None:
    done = run("import", moodle)
    assert done.code == 2
    assert "--topic" in done.err
    assert not moodle.with_suffix(".yaml").exists()
    assert run("import", moodle, "--topic", "nothing").code == 2


def test_a_dry_run_reports_and_writes_nothing(run: Program, moodle: Path) -> None:
    done = run("import", moodle, "--topic", "reflection", "--dry-run")
    assert (done.code, done.out) == (0, "New: 2\n  ana-1\n  ana-2\n")
    assert "Nothing was written: this was a dry run." in done.err
    assert not moodle.with_suffix(".yaml").exists()


def test_importing_again_updates_keeps_what_people_added_and_every_comment(run: Program, moodle: Path) -> None:
    run("import", moodle, "--topic", "reflection")
    bank = moodle.with_suffix(".yaml")
    text = bank.read_text(encoding="utf-8")
    text = text.replace(
        "      - wrong: To be told\n        why: TODO\n",
        (
            "      # a note of mine\n      - wrong: To be told\n        misconception: giving-advice\n"
            "        why: It skips the one person who knows.\n"
        ),
    )
    text = "# my bank\n" + text
    bank.write_text(text, encoding="utf-8")
    assert imported(run, moodle)["unchanged"] == ["ana-1", "ana-2"]
    assert bank.read_text(encoding="utf-8") == text

    moodle.write_text(MOODLE.replace("Ana want?", "Ana want now?"), encoding="utf-8")
    found = imported(run, moodle)
    assert (found["changed"], found["unchanged"], found["new"]) == (["ana-1"], ["ana-2"], [])
    changed = bank.read_text(encoding="utf-8")
    assert "stem: What does Ana want now?" in changed
    without = [line for line in text.splitlines() if "stem: What does" not in line and "digest" not in line]
    assert [line for line in changed.splitlines() if "stem: What does" not in line and "digest" not in line] == without
    assert imported(run, moodle)["unchanged"] == ["ana-1", "ana-2"]


def test_what_changed_on_both_sides_stays_ours_and_is_told(run: Program, moodle: Path) -> None:
    run("import", moodle, "--topic", "reflection")
    bank = moodle.with_suffix(".yaml")
    ours = bank.read_text(encoding="utf-8").replace("What does Ana want?", "What does she want?")
    bank.write_text(ours, encoding="utf-8")
    moodle.write_text(MOODLE.replace("Ana want?", "Ana want now?"), encoding="utf-8")
    done = run("import", moodle)
    assert done.code == 1
    assert "Changed on both sides, ours is kept: 1" in done.out
    assert bank.read_text(encoding="utf-8") == ours
    assert imported(run, moodle)["conflict"] == ["ana-1"]


def test_what_is_new_there_is_added_and_what_is_gone_there_stays(run: Program, moodle: Path) -> None:
    run("import", moodle, "--topic", "reflection")
    moodle.write_text(MOODLE.replace("ana-2", "ana-3").replace("What helps?", "What else?").replace("Haste", "Speed"))
    found = imported(run, moodle)
    assert (found["new"], found["gone"]) == (["ana-3"], ["ana-2"])
    text = moodle.with_suffix(".yaml").read_text(encoding="utf-8")
    assert "id: ana-2" in text
    assert "id: ana-3" in text
    assert run("check", moodle.with_suffix(".yaml"), "--select", "S,R,K").code == 0


def test_a_sheet_that_was_exported_edited_and_imported_updates_the_bank(
    run: Program, tmp_path: Path, small_bank: str
) -> None:
    bank, sheet = tmp_path / "small.yaml", tmp_path / "small.csv"
    bank.write_text(small_bank, encoding="utf-8")
    assert run("export", "csv", "--bank", bank, "-o", sheet).code == 0
    assert imported(run, sheet, "--to", bank)["unchanged"] == ["small-001"]
    assert bank.read_text(encoding="utf-8") == small_bank
    edited = sheet.read_bytes().replace(b"What does Ana want?", b"What does Ana hope?")
    sheet.write_bytes(edited.replace(b",goal-setting,", b",reflection,"))
    assert imported(run, sheet, "--to", bank)["changed"] == ["small-001"]
    text = small_bank.replace("Ana want?", "Ana hope?")
    assert bank.read_text(encoding="utf-8") == f"{text}    topic: reflection\n"
    assert imported(run, sheet, "--to", bank)["unchanged"] == ["small-001"]


def test_skipped_questions_end_with_1_and_strict_writes_nothing_with_a_loss(run: Program, moodle: Path) -> None:
    moodle.write_text(MOODLE.replace("</quiz>", '<question type="essay"><name><text>E</text></name></question></quiz>'))
    done = run("import", moodle, "--topic", "reflection")
    assert done.code == 1
    assert f"{moodle}:12:" in done.out
    other = moodle.with_name("other.xml")
    other.write_text(MOODLE.replace("<single>", "<defaultgrade>5</defaultgrade><single>"), encoding="utf-8")
    strict = run("import", other, "--topic", "reflection", "--strict")
    assert strict.code == 1
    assert not other.with_suffix(".yaml").exists()
    assert run("import", other, "--topic", "reflection").code == 0


def test_several_files_go_into_one_bank(run: Program, moodle: Path, tmp_path: Path) -> None:
    text = tmp_path / "typed.txt"
    text.write_text("1. Who?\na. Ann\nb. Bob\nAnswer: b\n", encoding="utf-8")
    found = imported(run, moodle, text, "--to", tmp_path / "all.yaml", "--topic", "reflection")
    assert len(found["new"]) == 3
    assert run("check", tmp_path / "all.yaml", "--select", "S,R,K20").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["none.xml"], "no file or folder", id="no such file"),
        pytest.param(["quiz.xml", "--format", "moodel"], "Did you mean moodle?", id="no such format"),
        pytest.param(["quiz.xml", "--format", "anki"], "can be read", id="a format that only goes out"),
        pytest.param(["odd.bin"], "no format that this program knows", id="a file of no format"),
        pytest.param(["quiz.xml", "--to", "broken.yaml"], "must be mended first", id="a bank with errors"),
        pytest.param(["quiz.xml", "--to", "odd.bin"], "odd.bin", id="a target that is no bank"),
        pytest.param(["."], "no file", id="a folder"),
    ],
)
def test_what_cannot_run_ends_with_2_and_a_sentence(
    run: Program, moodle: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01\x02")
    (tmp_path / "broken.yaml").write_text("format: 1\nbank: b\nitems: []\n")
    done = run("import", *arguments, "--topic", "reflection", cwd=moodle.parent)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_names_that_nothing_has_are_dropped_and_told(run: Program, moodle: Path) -> None:
    tags = "<tags><tag><text>topic:cooking</text></tag><tag><text>reference:no-book</text></tag></tags>"
    moodle.write_text(MOODLE.replace("<single>", f"{tags}<single>", 1), encoding="utf-8")
    found = imported(run, moodle, "--topic", "reflection")
    assert {(loss["field"], loss["item"]) for loss in found["lost"]} == {("topic", "ana-1"), ("reference", "ana-1")}
    assert run("check", moodle.with_suffix(".yaml"), "--select", "S,R").code == 0
