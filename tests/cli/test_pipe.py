import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from program import Ended, Program

Drill = Callable[..., Ended]


@pytest.fixture
def drill(run: Program, practice: Path) -> Drill:
    """Run a seeded drill of the named practice banks, or of all, with lines on its input."""

    def piped(*banks: str, stdin: str = "", options: tuple[str, ...] = ()) -> Ended:
        paths = [practice / f"{name}.yaml" for name in ("curriculum", *banks)] if banks else [practice]
        asked = [word for path in paths for word in ("--bank", str(path))]
        return run("drill", "--seed", "3", *asked, *options, stdin=stdin)

    return piped


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Every practice question as seed 3 shows it."""
    folder = Path(__file__).parent / "practice"
    return Program(tmp_path_factory.mktemp("shown"))("drill", "--seed", "3", "--bank", folder, stdin="\n" * 9).out


def letters(out: str, *options: str) -> list[str]:
    """The letters before the options that start so."""
    return [re.findall(rf"^([a-f])\. {re.escape(option)}", out, re.MULTILINE)[0] for option in options]


def asked(out: str) -> list[str]:
    """What stands over each question."""
    return re.findall(r"^(Question \d+ of \d+|Once more, as it was missed)\.", out, re.MULTILINE)


def test_two_lines_answer_two_questions_and_stop(drill: Drill) -> None:
    ended = drill("single", "multiple", stdin="a\nb\n")

    assert (ended.code, ended.err) == (0, "")
    assert asked(ended.out) == ["Question 1 of 2", "Question 2 of 2"]
    for why in ("stays with what Rosa said", "The tip may be sound", "It is warm", "It puts the talk off"):
        assert ended.out.count(why) == 1
    for why in ("a bad day cannot stop", "some effort, because", "What others did says", "Look at the size"):
        assert ended.out.count(why) == 1
    assert re.search(r"^\d of 2 questions right at the first try \(\d+%\)\.$", ended.out, re.MULTILINE)


def test_the_shipped_banks_are_drilled_when_none_is_named(run: Program) -> None:
    ended = run("drill", stdin="\n\n")

    assert (ended.code, ended.err) == (0, "")
    assert asked(ended.out) == ["Question 1 of 10", "Question 2 of 10", "Question 3 of 10"]


def test_the_same_seed_tells_the_same_text(drill: Drill, run: Program) -> None:
    first, again = (drill(stdin="a\n" * 9) for _ in range(2))
    other = run("drill", "--seed", "4", "--bank", Path(__file__).parent / "practice", stdin="a\n" * 9)

    assert first == again
    assert first.out != other.out


def test_a_wrong_choice_is_marked_and_what_stands_behind_it_told(drill: Drill, shown: str) -> None:
    wrong, key = letters(shown, "Take the early bus", "Two years is a long time")

    ended = drill("single", stdin=f"{wrong}\n")

    assert "\nNot this one. Here is why.\n" in ended.out
    assert f"{wrong}. Take the early bus, which is nearly empty on most days. [your choice]" in ended.out
    assert f"{key}. Two years is a long time. What comes up when you picture that bus? [best answer]" in ended.out
    assert "Behind your choice: Giving tips. The person learns to wait" in ended.out
    assert "Instead: Ask what they have tried so far" in ended.out
    assert "What tempted you most: Giving tips: once." in ended.out
    assert "cps-quiz explain giving-tips" in ended.out


def test_several_are_chosen_in_one_line(drill: Drill, shown: str) -> None:
    key = letters(shown, "It is small", "The person picked it")

    assert "\nRight.\n" in drill("multiple", stdin=f"{','.join(key)}\n").out


def test_an_order_is_a_line_of_letters(drill: Drill, shown: str) -> None:
    steps = letters(shown, "Hear", "Ask", "Find", "Agree")

    right = drill("order", stdin=" ".join(steps) + "\n")
    turned = drill("order", stdin=" ".join(reversed(steps)) + "\n")

    assert "\nRight.\n" in right.out
    assert "\nNot this one. Here is why.\n" in turned.out
    assert "1. Hear the wish [you put it at 4]" in turned.out
    assert "Why: Nobody can size a step" in turned.out


@pytest.mark.parametrize(
    ("points", "found"),
    [
        pytest.param("1 3", 2, id="numbers"),
        pytest.param("", 0, id="none"),
        pytest.param("9\n2", 1, id="after-an-unknown-one"),
    ],
)
def test_a_reflection_is_a_text_and_the_points_made(drill: Drill, points: str, found: int) -> None:
    ended = drill("reflection", stdin=f"You went in, a brave thing.\n{points}\n")

    assert ended.code == 0
    assert f"You ticked {found} of 3 points." in ended.out
    assert "An example: You stood at that door" in ended.out
    assert "You put 1 answer into your own words." in ended.out
    assert ("Line 2:" in ended.err) == ("9" in points)


def test_an_empty_line_skips(drill: Drill) -> None:
    ended = drill("single", "multiple", stdin="\n\n")

    assert (ended.code, ended.err) == (0, "")
    assert "come back when you like.\n2 skipped.\n" in ended.out


def test_an_empty_line_passes_the_question_how_sure_one_was(drill: Drill) -> None:
    ended = drill("single", stdin="a\nx\n\n", options=("--confidence",))

    assert ended.code == 0
    assert ended.err == 'Line 2: "x" is no answer here; type 1, 2 or 3, or nothing to pass.\n'
    assert "3 guessing, Enter passes.\n" in ended.out
    assert "of 1 question right" in ended.out


def test_a_flag_in_a_pipe_is_told_and_the_question_is_not_said_again(drill: Drill) -> None:
    ended = drill("single", stdin="f\nu\nf\n\n")

    assert "Flagged.\nThere is nothing to undo.\nFlag taken away.\nSkipped.\n" in ended.out
    assert asked(ended.out) == ["Question 1 of 1"]


@pytest.mark.parametrize(
    ("bank", "lines", "help_"),
    [
        pytest.param(
            "single", ("e", "a b", "caf\N{LATIN SMALL LETTER E WITH ACUTE}"), "type one of a, b, c, d.", id="one"
        ),
        pytest.param("multiple", ("a,x",), "type some of a, b, c, d, like a,c.", id="several"),
        pytest.param("order", ("a b", "a a b c"), "type all of a, b, c, d in your order", id="order"),
    ],
)
def test_an_unknown_answer_names_its_line_and_asks_again(
    drill: Drill, bank: str, lines: tuple[str, ...], help_: str
) -> None:
    ended = drill(bank, stdin="\n".join(["h", *lines, "", ""]))

    assert ended.code == 0
    assert len(ended.err.splitlines()) == len(lines)
    for number, line in enumerate(lines, start=2):
        assert f'Line {number}: "{line}" is no answer here; {help_}' in ended.err
    assert "1 skipped." in ended.out


def test_a_missed_item_comes_back_while_there_is_input(drill: Drill, shown: str) -> None:
    (wrong,) = letters(shown, "Take the early bus")

    once = drill("single", stdin=f"{wrong}\n")
    more = drill("single", stdin=f"{wrong}\n\n")

    assert asked(once.out) == ["Question 1 of 1"]
    assert asked(more.out) == ["Question 1 of 1", "Once more, as it was missed"]


def test_a_missed_item_is_mended(drill: Drill, shown: str) -> None:
    (wrong,) = letters(shown, "Take the early bus")
    _, again = drill("single", stdin=f"{wrong}\n\n").out.split("Once more")

    ended = drill("single", stdin=f"{wrong}\n{letters(again, 'Two years')[0]}\n")

    assert "Right, well remembered." in ended.out
    assert "0 of 1 question right at the first try (0%)." in ended.out
    assert "1 missed at first and right when asked again." in ended.out


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param("s\n", "1 skipped.\n1 not reached.", id="skip"),
        pytest.param("f\n\n", "1 flagged.", id="flag"),
        pytest.param("a\nu\n", "come back when you like.\n2 not reached.", id="undo"),
        pytest.param("h\n", "Has Rosa asked for anything yet?", id="hint"),
        pytest.param("b\r\nq", "of 1 question right at the first try", id="windows-and-no-line-break"),
    ],
)
def test_lines_move_as_keys_do(drill: Drill, lines: str, told: str) -> None:
    ended = drill("single", "long", stdin=lines)

    assert (ended.code, ended.err) == (0, "")
    assert told in ended.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(("listning",), 'There is no topic "listning".\nDid you mean listening', id="unknown-topic"),
        pytest.param(("--misconception", "giving-tip"), "Did you mean giving-tips", id="misconception"),
        pytest.param(("--level", "hard"), "'hard' is not one of 'recall', 'apply', 'analyze'", id="level"),
        pytest.param(("--colour",), "No such option: --colour", id="unknown-option"),
        pytest.param(("--bank", "none.yaml"), "There is no file or folder none.yaml.", id="missing-file"),
        pytest.param(("planning", "--level", "apply"), "No question fits all of these choices", id="nothing-left"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence_and_code_2(drill: Drill, options: tuple[str, ...], said: str) -> None:
    ended = drill(options=options, stdin="a\n")

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count(said) == 1
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("options", "count"),
    [
        pytest.param(("listening",), 3, id="topic"),
        pytest.param(("listening", "planning", "-n", "99"), 5, id="topics"),
        pytest.param(("--level", "apply", "listening"), 2, id="level-and-topic"),
        pytest.param(("--misconception", "false-cheer"), 3, id="misconception"),
        pytest.param(("-n", "2"), 2, id="count"),
    ],
)
def test_a_drill_asks_what_was_chosen(drill: Drill, options: tuple[str, ...], count: int) -> None:
    assert f"Question 1 of {count}." in drill(options=options).out


def test_a_broken_bank_is_told_with_its_place(run: Program, small_bank: str) -> None:
    bank = run.home / "broken.yaml"
    bank.write_text(small_bank.replace("correct:", "corect:"), encoding="utf-8")

    ended = run("drill", "--bank", bank, stdin="a\n")

    assert (ended.code, ended.out) == (2, "")
    assert re.search(rf"^{bank}:9:9: error S003 unknown-field: ", ended.err, re.MULTILINE)
    assert f"run cps-quiz check {bank}" in ended.err
    assert "Traceback" not in ended.err


def test_a_folder_without_banks_is_told(run: Program, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    ended = run("drill", "--bank", folder)

    assert (ended.code, ended.out) == (2, "")
    assert f"No question bank was found in {folder}." in ended.err


def test_a_curriculum_alone_leaves_nothing_to_ask(run: Program, practice: Path) -> None:
    ended = run("drill", "--bank", practice / "curriculum.yaml")

    assert (ended.code, ended.out) == (2, "")
    assert "No question" in ended.err


def test_a_reader_that_has_enough_is_no_error(run: Program, practice: Path) -> None:
    with run.start("drill", "--seed", "3", "--bank", practice, stdin="a\n" * 9) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"Question 1 of 5. Listening.\n"
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert process.returncode == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("drill", "--bank"), id="drill"),
        pytest.param(("check", "--output-format", "json"), id="check"),
    ],
)
def test_a_full_disk_is_told_in_one_sentence(run: Program, practice: Path, command: tuple[str, ...]) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    with run.start(*command, practice, stdin="a\n", stdout=full) as process:
        os.close(full)
        assert process.stderr
        said = process.stderr.read()

    assert said == b"The output could not be written: No space left on device.\n"
    assert process.returncode == 2


@pytest.mark.parametrize(
    ("settings", "out"),
    [
        pytest.param('banks = ["practice"]', "Question 1 of 5.", id="folder-beside-the-settings"),
        pytest.param('banks = ["practice/curriculum.yaml", "~/practice/long.yaml"]', "Question 1 of 1.", id="files"),
        pytest.param("banks = []", "Question 1 of 10.", id="empty-list"),
    ],
)
def test_settings_name_the_banks(run: Program, practice: Path, settings: str, out: str) -> None:
    (run.home / "practice").symlink_to(practice)
    (run.home / "settings.toml").write_text(settings, encoding="utf-8")

    ended = run("drill", cwd=Path("/"))

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(out)


def test_a_bank_that_is_asked_for_goes_before_the_settings(drill: Drill, run: Program) -> None:
    (run.home / "settings.toml").write_text('banks = ["nowhere"]', encoding="utf-8")

    assert drill("long").out.startswith("Question 1 of 1.")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        pytest.param(b"banks = [", "is not TOML", id="broken"),
        pytest.param(b"banks = [1]", "must be a list of paths", id="no-text"),
        pytest.param(b"\xff", "cannot be read", id="not-utf-8"),
        pytest.param(b'banks = ["gone.yaml"]', "There is no file or folder", id="missing-file"),
    ],
)
def test_settings_that_cannot_be_used_are_told(run: Program, settings: bytes, said: str) -> None:
    (run.home / "settings.toml").write_bytes(settings)

    ended = run("drill", stdin="a\n")

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count(said) == 1
    assert "Traceback" not in ended.err
