import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml
from program import Ended, Program

Ask = Callable[..., Ended]
FULL = (
    "What it is: Handing over what worked elsewhere",
    '- "Have you tried getting up earlier?"',
    "Why it harms: The person learns to wait",
    "What to do instead: Ask what they have tried so far",
    "- False cheer (false-cheer).",
    "3 questions exercise it",
    "- single-001: Rosa starts a job in Lynn",
    "Practice telling apart: Giving tips: cps-quiz drill --misconception giving-tips",
)


@pytest.fixture
def ask(run: Program, practice: Path) -> Ask:
    """Run a command with the practice banks."""

    def asked(*words: str) -> Ended:
        return run(*words, "--bank", practice)

    return asked


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("giving-tips",), id="id"),
        pytest.param(("Giving", "Tips"), id="name"),
        pytest.param(("before", "anybody", "asked"), id="words-of-its-meaning"),
    ],
)
def test_a_misconception_is_explained_in_full(ask: Ask, words: tuple[str, ...]) -> None:
    ended = ask("explain", *words)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Giving tips (giving-tips)\n")
    assert all(part in ended.out for part in FULL)


@pytest.mark.parametrize("words", [pytest.param((), id="no-words"), pytest.param(("the",), id="words-of-several")])
def test_several_misconceptions_are_listed_in_short(ask: Ask, words: tuple[str, ...]) -> None:
    ended = ask("explain", *words)

    assert ended.code == 0
    assert "Giving tips (giving-tips). Handing over what worked" in ended.out
    assert "False cheer (false-cheer). Talking a worry away" in ended.out
    assert "Why it harms" not in ended.out


@pytest.mark.parametrize(
    ("words", "near"),
    [
        pytest.param("givin-tops", "giving-tips", id="id"),
        pytest.param("fals cheeer", "false-cheer", id="name"),
    ],
)
def test_a_misspelled_misconception_is_guessed(ask: Ask, words: str, near: str) -> None:
    ended = ask("explain", words)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f'There is no misconception "{words}".\nDid you mean {near}? There are: ')


def test_nothing_is_guessed_from_afar(ask: Ask) -> None:
    assert "Did you mean" not in ask("explain", "zzzzzz").err


def test_the_notes_of_a_topic_are_shown(ask: Ask) -> None:
    ended = ask("study", "listening")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Listening\n\nHow you hear somebody out")
    assert "Stay with what was said\nStay with the last thing" in ended.out
    assert "- Say it back in your own words.\n- Ask what it is like.\n" in ended.out
    assert "cps-quiz drill listening" in ended.out


def test_the_topics_are_listed(ask: Ask) -> None:
    ended = ask("study")

    assert ended.code == 0
    assert "Listening (listening). How you hear" in ended.out
    assert "Planning together (planning). How a wish" in ended.out
    assert "- Make steps small\n" in ended.out


def test_a_misspelled_topic_is_guessed(ask: Ask) -> None:
    ended = ask("study", "listenin")

    assert (ended.code, ended.out) == (2, "")
    assert 'There is no topic "listenin".\nDid you mean listening' in ended.err


def test_the_shipped_notes_are_shown_when_no_bank_is_named(run: Program) -> None:
    ended = run("study", "goal-setting")

    assert (ended.code, ended.err) == (0, "")
    assert len(ended.out.split()) > 500


def test_banks_are_listed_with_their_places(ask: Ask, practice: Path) -> None:
    ended = ask("bank", "list")

    assert ended.code == 0
    assert f"One right answer (single): 1 item (1 single).\n{practice}/single.yaml\n" in ended.out
    assert f"In your own words (reflection): 1 item (1 reflection).\n{practice}/reflection.yaml\n" in ended.out


def test_banks_are_listed_for_programs(ask: Ask, practice: Path) -> None:
    rows = json.loads(ask("bank", "list", "--json").out)

    assert [row["bank"] for row in rows] == ["long", "multiple", "order", "reflection", "single"]
    assert rows[2] == {
        "bank": "order",
        "title": "Steps in order",
        "path": str(practice / "order.yaml"),
        "items": 1,
        "retired": 0,
        "types": {"order": 1},
        "topics": {"planning": 1},
    }


def test_an_item_is_shown_with_its_answers_open(ask: Ask) -> None:
    ended = ask("bank", "show", "single-001")

    assert (ended.code, ended.err) == (0, "")
    assert "Rosa starts a job in Lynn on Monday." in ended.out
    assert "\nWhat should Tom say first?\n" in ended.out
    assert ended.out.count("[best answer]") == 1
    assert "Giving tips. The tip may be sound" in ended.out


@pytest.mark.parametrize("kind", ["single", "multiple", "order", "reflection"])
def test_an_item_for_programs_is_what_the_file_says(ask: Ask, practice: Path, kind: str) -> None:
    bank = yaml.safe_load((practice / f"{kind}.yaml").read_text(encoding="utf-8"))
    (item,) = bank["items"]
    expected = {"type": "single", "topic": bank["topic"]} | item
    if "scenario" in item:
        expected["scenario"] = bank["scenarios"][item["scenario"]]

    assert json.loads(ask("bank", "show", f"{kind}-001", "--json").out) == expected


def test_an_unknown_item_is_guessed(ask: Ask) -> None:
    ended = ask("bank", "show", "single-002")

    assert (ended.code, ended.out) == (2, "")
    assert 'There is no item "single-002".\nDid you mean single-001' in ended.err


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("my-bank.yaml", id="plain"),
        pytest.param("日本.yaml", id="no-latin-letter"),
        pytest.param("our team's: #2 {topic}.yaml", id="yaml-signs"),
    ],
)
def test_a_new_bank_is_sound(run: Program, tmp_path: Path, name: str) -> None:
    new = run("bank", "new", name, cwd=tmp_path)
    checked = run("check", name, cwd=tmp_path)

    assert (new.code, new.err) == (0, "")
    assert checked.code == 0
    assert "error" not in checked.out + checked.err


def test_a_new_bank_can_be_drilled(run: Program) -> None:
    run("bank", "new", "my-bank.yaml")

    ended = run("drill", "--bank", "my-bank.yaml", "-n", "1", "--seed", "2", stdin="a\n")

    assert ended.code == 0
    assert "of 1 question right at the first try" in ended.out


def test_a_new_bank_overwrites_nothing(run: Program, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("mine", encoding="utf-8")

    ended = run("bank", "new", mine)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"{mine} exists already.\nGive another name; nothing was changed.\n"
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("missing/new.yaml", "No such file or directory", id="missing-folder"),
        pytest.param("file/new.yaml", "Not a directory", id="a-file-as-folder"),
        pytest.param(
            "locked/new.yaml",
            "Permission denied",
            id="locked-folder",
            marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere"),
        ),
    ],
)
def test_a_new_bank_that_cannot_be_written_is_told(run: Program, tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "locked").mkdir(mode=0o500)

    ended = run("bank", "new", tmp_path / name)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"{tmp_path / name} could not be written: {reason}.\n")


def test_the_schema_takes_the_practice_banks(run: Program, practice: Path) -> None:
    ended = run("bank", "schema")
    schema = json.loads(ended.out)

    assert (ended.code, ended.err) == (0, "")
    for path in practice.glob("*.yaml"):
        jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"format": 1, "bank": "x"}, schema)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("sound.yaml",), 0, id="sound"),
        pytest.param(("sound.yaml", "broken.yaml"), 1, id="one-of-two-is-broken"),
        pytest.param((), 1, id="this-folder-unasked"),
        pytest.param(("gone.yaml",), 2, id="missing"),
        pytest.param(("empty",), 2, id="empty-folder"),
        pytest.param(("--output-format", "pdf", "sound.yaml"), 2, id="unknown-format"),
    ],
)
def test_a_check_ends_with_a_documented_code(
    run: Program, tmp_path: Path, small_bank: str, arguments: tuple[str, ...], code: int
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "sound.yaml").write_text(small_bank, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(small_bank.replace("small", "b").replace("why", "wy"), encoding="utf-8")

    ended = run("check", *arguments, cwd=tmp_path)

    assert ended.code == code
    assert (": error " in ended.out) == (code == 1)
    assert "Traceback" not in ended.err


def test_a_check_says_where(run: Program, tmp_path: Path, small_bank: str) -> None:
    (tmp_path / "b.yaml").write_text(small_bank.replace("correct", "corect"), encoding="utf-8")

    ended = run("check", "b.yaml", cwd=tmp_path)

    assert "b.yaml:9:9: error S003 unknown-field: " in ended.out


def test_the_version_is_that_of_the_package(run: Program) -> None:
    ended = run("--version")

    assert (ended.code, ended.err) == (0, "")
    assert re.fullmatch(r"cps-quiz \d+\.\d+\.\d+\n", ended.out)


@pytest.mark.parametrize("options", [pytest.param((), id="nothing"), pytest.param(("-h",), id="help")])
def test_the_help_names_the_commands(run: Program, options: tuple[str, ...]) -> None:
    ended = run(*options)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Usage: ")
    for command in ("drill", "explain", "study", "check", "bank"):
        assert re.search(rf"^  {command} +[A-Z]", ended.out, re.MULTILINE)


def test_what_is_most_likely_wanted_is_shown_without_more(run: Program) -> None:
    assert run("bank").out == run("bank", "list").out
    assert run("history").out.startswith("You have not answered anything yet.\n")
    assert "None was sat so far" in run("exam", "show").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("dril",), 'There is no command "dril".', id="near-a-command"),
        pytest.param(("frobnicate",), "No such command 'frobnicate'", id="no-command"),
        pytest.param(("drill", "goals"), "Did you mean goal-setting?", id="begun-topic"),
        pytest.param(("drill", "my.yaml"), "Did you mean: cps-quiz drill --bank my.yaml", id="bank-for-topic"),
        pytest.param(("--frob",), "No such option: --frob", id="option"),
    ],
)
def test_a_misspelled_command_line_is_told(run: Program, arguments: tuple[str, ...], said: str) -> None:
    ended = run(*arguments)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count(said) == 1


def test_a_sheet_for_reviewers_is_written(ask: Ask, run: Program) -> None:
    ended = ask("bank", "show", "--review", "--html", "review.html")

    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "review.html has 5 questions with room for a verdict. Print it, or share it.\n"
    assert "<h3>single-001</h3>" in (run.home / "review.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param((), "No question is named.", id="no question"),
        pytest.param(("--review",), "A sheet for reviewers is a file.", id="no file"),
        pytest.param(("single-001", "--html", "x.html"), "--topic and --html go with --review.", id="no review"),
        pytest.param(("--review", "--html", "x.html", "--topic", "x"), 'There is no topic "x".', id="no such topic"),
        pytest.param(("--review", "--html", "no/x.html"), "no/x.html", id="no such folder"),
        pytest.param(("--review", "--html", "x.html", "--json"), "not with --json", id="data"),
        pytest.param(
            ("single-001", "--review", "--html", "x.html", "--topic", "reflection"), "or with topics", id="both"
        ),
    ],
)
def test_what_cannot_be_shown_is_said(ask: Ask, words: tuple[str, ...], said: str) -> None:
    ended = ask("bank", "show", *words)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


@pytest.mark.parametrize("command", ["drill", "exam"])
def test_the_help_tells_limits_in_words(run: Program, command: str) -> None:
    told = run(command, "-h").out
    assert "[1 to" in told
    assert "--seed N" in told
    for sign in ("<=", ">=", "INTEGER", "range", str(2**63)):
        assert sign not in told


def test_a_number_out_of_range_is_told_of_in_words(run: Program) -> None:
    ended = run("drill", "--minutes", "0")
    assert ended.code == 2
    assert "0 is not in the range 1 to 1440." in ended.err
    assert "18 digits are enough" in run("drill", "--seed", "9" * 30).err


def test_an_unknown_question_is_told_of_without_all_that_there_are(run: Program) -> None:
    ended = run("drill", "--item", "goal-10")
    assert ended.code == 2
    assert 'There is no item "goal-10".' in ended.err
    assert "Did you mean goal-1" in ended.err
    assert len(ended.err) < 200
