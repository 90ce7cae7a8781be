"""`cps-quiz check` and `cps-quiz rule`, as they are run by people and by CI."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from checked import written
from program import Ended, Program

USUAL = "--ignore", "E304"
"""The small bank names no misconceptions."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


@pytest.fixture
def warned(small_bank: str) -> str:
    return small_bank.replace("title: Small", "title: No")


@pytest.fixture
def broken(small_bank: str) -> str:
    return small_bank.replace("stem:", "stemm:")


def raw(run: Program, content: bytes, *arguments: str, **environment: str) -> tuple[bytes, bytes, int]:
    """The program with bytes on its standard input and output."""
    done = subprocess.run(
        [sys.executable, "-m", "cps_quiz", *arguments],
        input=content,
        capture_output=True,
        cwd=run.home,
        env=run.environment | environment,
        check=False,
    )
    return done.stdout, done.stderr, done.returncode


def codes(ended: Ended) -> list[str]:
    return [line.split()[2] for line in ended.out.splitlines()]


# --- what is checked


def test_without_a_path_the_folder_question_banks_is_checked(run: Program, project: Path, warned: str) -> None:
    written(project, "question_banks/a.yaml", warned)
    written(project, "other.yaml", "[")
    ended = run("check", *USUAL, cwd=project)

    assert ended.out == (
        "question_banks/a.yaml:3:8: warning S011 yaml-surprise: "
        "other YAML tools read No without quotes as a boolean; write 'No'\n"
    )
    assert (ended.err, ended.code) == ("1 file checked: 1 warning.\n", 0)


def test_else_the_current_folder_is(run: Program, project: Path, warned: str) -> None:
    written(project, "deeper/a.yaml", warned)

    assert run("check", *USUAL, cwd=project).out.startswith("deeper/a.yaml:3:8: ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["nowhere.yaml"], "There is no file or folder nowhere.yaml.", id="no such path"),
        pytest.param(["."], "No question bank was found in .", id="no bank"),
        pytest.param(["-", "a.yaml"], "Standard input (-) cannot be checked together with files.", id="stdin and more"),
    ],
)
def test_what_cannot_be_checked_ends_with_2(run: Program, project: Path, arguments: list[str], sentence: str) -> None:
    ended = run("check", *arguments, cwd=project)

    assert (ended.out, ended.code) == ("", 2)
    assert ended.err.startswith(sentence)


# --- exit codes


@pytest.mark.parametrize(
    ("bank", "options", "code"),
    [
        pytest.param("small_bank", [], 0, id="sound"),
        pytest.param("small_bank", ["--strict"], 0, id="sound under strict"),
        pytest.param("warned", [], 0, id="warnings"),
        pytest.param("warned", ["--strict"], 1, id="warnings under strict"),
        pytest.param("warned", ["--strict", "--exit-zero"], 0, id="warnings under strict made zero"),
        pytest.param("broken", [], 1, id="errors"),
        pytest.param("broken", ["--exit-zero"], 0, id="errors made zero"),
        pytest.param("broken", ["--select", "W"], 0, id="errors not selected"),
        pytest.param("warned", ["--diff"], 1, id="something to mend"),
        pytest.param("warned", ["--diff", "--exit-zero"], 0, id="something to mend made zero"),
        pytest.param("small_bank", ["--diff"], 0, id="nothing to mend"),
        pytest.param("warned", ["--fix", "--strict"], 0, id="all mended"),
    ],
)
def test_exit_codes(  # noqa: PLR0913, PLR0917 - a table and its fixtures
    run: Program, project: Path, request: pytest.FixtureRequest, bank: str, options: list[str], code: int
) -> None:
    written(project, "a.yaml", str(request.getfixturevalue(bank)))

    assert run("check", *USUAL, *options, cwd=project).code == code


def test_one_broken_file_hides_nothing_of_the_others(run: Program, project: Path, warned: str, broken: str) -> None:
    written(project, "a.yaml", b"\xff")
    written(project, "b.yaml", broken)
    written(project, "c.yaml", warned.replace("small", "other"))
    ended = run("check", *USUAL, cwd=project)

    assert [line.split(":")[0] for line in ended.out.splitlines()] == ["a.yaml", "b.yaml", "c.yaml"]
    assert codes(ended) == ["S008", "S003", "S011"]
    assert ended.err == "3 files checked: 2 errors, 1 warning.\n"


# --- standard input


def test_standard_input_is_called_as_asked(run: Program, warned: str) -> None:
    assert run("check", "-", *USUAL, stdin=warned).out.startswith("stdin.yaml:3:8: ")
    assert run("check", "-", "--stdin-path", "my/a.yaml", *USUAL, stdin=warned).out.startswith("my/a.yaml:3:8: ")


def test_the_path_of_standard_input_finds_settings(run: Program, project: Path, warned: str) -> None:
    written(project, "cps-quiz.toml", 'select = ["W"]\n')

    assert run("check", "-", "--stdin-path", project / "a.yaml", stdin=warned).out == ""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_fix_on_standard_input_prints_the_mended_text(run: Program, warned: str, mark: bytes, ending: str) -> None:
    content = mark + warned.replace("Small", "東京").replace("\n", ending).encode()
    out, err, code = raw(run, content, "check", "-", "--fix", *USUAL, PYTHONIOENCODING="ascii")

    assert out == content.replace(b"title: No", b"title: 'No'")
    assert (err, code) == (b"1 file checked: 1 problem mended; all well.\n", 0)


def test_fix_on_standard_input_never_prints_half_of_it(run: Program) -> None:
    out, err, code = raw(run, b"format: 1\nbank: a\ntitle: No\xff\n", "check", "-", "--fix")

    assert (out, code) == (b"", 2)
    assert err.startswith(b"Standard input cannot be mended.\n")


# --- mending files


def test_fix_writes_and_diff_does_not(run: Program, project: Path, warned: str) -> None:
    path = written(project, "a.yaml", b"\xef\xbb\xbf" + warned.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    ended = run("check", "--diff", *USUAL, cwd=project)

    assert "-title: No" in ended.out
    assert "+title: 'No'" in ended.out
    assert ended.err == "1 problem would be mended.\n"
    assert path.read_bytes() == before

    ended = run("check", "--fix", *USUAL, cwd=project)

    assert (ended.out, ended.err) == ("", "1 file checked: 1 problem mended; all well.\n")
    assert path.read_bytes() == before.replace(b"No", b"'No'", 1)


def test_a_file_with_nothing_to_mend_is_not_touched(run: Program, project: Path, small_bank: str, warned: str) -> None:
    sound = written(project, "a.yaml", small_bank.replace("small", "other"))
    written(project, "b.yaml", warned)
    os.utime(sound, (1, 1))
    run("check", "--fix", *USUAL, cwd=project)

    assert sound.stat().st_mtime == 1


def test_a_place_that_cannot_be_written_is_said_and_left_alone(run: Program, warned: str) -> None:
    # Not even the administrator may put a file there.
    path = Path("/proc/self/nowhere.json")
    ended = run("check", "-", *USUAL, "--write-baseline", path, stdin=warned)

    assert (ended.out, ended.code) == ("", 2)
    assert ended.err.startswith(f"{path} could not be written: ")


def test_fix_leaves_a_read_only_file_alone_and_says_so(run: Program, project: Path, warned: str) -> None:
    path = written(project, "a.yaml", warned)
    path.chmod(0o444)
    ended = run("check", "--fix", *USUAL, path)

    assert (ended.out, ended.code) == ("", 2)
    assert ended.err.startswith(f"{path} could not be written: Permission denied.")
    assert path.read_text(encoding="utf-8") == warned
    assert list(project.iterdir()) == [path]


def test_fix_in_a_folder_that_takes_no_file_touches_nothing(run: Program, project: Path, warned: str) -> None:
    # The new text is written beside the file first, under a name that is too long here.
    path = written(project, f"{'a' * 245}.yaml", warned)
    ended = run("check", "--fix", *USUAL, path)

    assert (ended.out, ended.code) == ("", 2)
    assert ended.err.startswith(f"{path} could not be written: File name too long.")
    assert path.read_text(encoding="utf-8") == warned


# --- settings


def test_the_command_line_comes_before_the_settings(run: Program, project: Path, warned: str) -> None:
    written(project, "a.yaml", warned)
    written(project, "cps-quiz.toml", 'select = ["S"]\noutput-format = "json"\nstrict = true\n')
    asked = run("check", cwd=project)
    told = run("check", "--select", "W", "--output-format", "concise", cwd=project)

    assert ([row["code"] for row in json.loads(asked.out)], asked.code) == (["S011"], 1)
    assert (told.out, told.code) == ("", 0)


def test_each_file_has_the_settings_of_its_own_folder(run: Program, project: Path, warned: str) -> None:
    for name in ("one", "two"):
        written(project, f"{name}/a.yaml", warned.replace("small", name))
    written(project, "one/cps-quiz.toml", 'select = ["S011"]\n')
    written(project, "two/pyproject.toml", '[tool.cps-quiz]\nselect = ["E304"]\n')
    ended = run("check", cwd=project)

    assert [line.split(":")[0] for line in ended.out.splitlines()] == ["one/a.yaml", "two/a.yaml", "two/a.yaml"]
    assert codes(ended) == ["S011", "E304", "E304"]


def test_settings_beside_the_way_do_not_count(run: Program, project: Path, warned: str) -> None:
    written(project, "a.yaml", warned)
    written(project, "beside/cps-quiz.toml", 'select = ["W"]\n')

    assert codes(run("check", "../a.yaml", *USUAL, cwd=project / "beside")) == ["S011"]


def test_bad_settings_end_with_2(run: Program, project: Path, warned: str) -> None:
    written(project, "a.yaml", warned)
    path = written(project, "cps-quiz.toml", "strikt = true\n")
    ended = run("check", cwd=project)

    assert (ended.out, ended.code) == ("", 2)
    assert ended.err == f'The settings in {path} cannot be used: there is no setting "strikt".\nDid you mean strict?\n'


def test_the_baseline_of_the_settings_stands_beside_them(run: Program, project: Path, warned: str) -> None:
    written(project, "banks/a.yaml", warned)
    written(project, "cps-quiz.toml", 'baseline = "known.json"\n')
    missing = run("check", "banks", cwd=project)
    run("check", "banks", "--write-baseline", "known.json", cwd=project)
    ended = run("check", "a.yaml", cwd=project / "banks")

    assert missing.code == 2
    assert missing.err.startswith(f"The baseline {project / 'known.json'} cannot be used: no such file or directory.\n")
    assert (ended.out, ended.err) == ("", "1 file checked: nothing new; 3 put off.\n")


# --- forms


def test_inside_github_actions_problems_are_commands(run: Program, warned: str) -> None:
    assert run("check", "-", *USUAL, stdin=warned, GITHUB_ACTIONS="true").out.startswith("::warning title=S011 ")
    assert run("check", "-", *USUAL, stdin=warned, GITHUB_ACTIONS="").out.startswith("stdin.yaml:3:8: ")


def test_a_terminal_shows_the_full_report(run: Program, project: Path, warned: str) -> None:
    terminal = run.terminal("check", *USUAL, written(project, "a.yaml", warned), columns=200, GITHUB_ACTIONS="true")

    assert terminal.end() == 0
    assert "3 | title: No" in terminal.lines
    assert "  |        ^^" in terminal.lines


def test_letters_that_the_locale_lacks_are_no_failure(run: Program, warned: str) -> None:
    content = warned.replace("title: No", "title: {東京: No}").encode()
    out, err, code = raw(run, content, "check", "-", "--output-format", "full", PYTHONIOENCODING="ascii")

    assert "{東京: No}" in out.decode()
    assert b"Traceback" not in err
    assert code == 1


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        pytest.param(["--select", "E30x"], 'There is no rule "E30x".', "`cps-quiz rule` lists them.", id="rule"),
        pytest.param(
            ["--ignore", "S011,why-name-letter"],
            'There is no rule "why-name-letter".',
            "Did you mean why-names-letter",
            id="near miss of a rule",
        ),
        pytest.param(["--output-format", "xml"], 'There is no output format "xml".', "There are: ", id="format"),
        pytest.param(
            ["--output-format", "jsn"],
            'There is no output format "jsn".',
            "Did you mean json",
            id="near format",
        ),
    ],
)
def test_unknown_names_end_with_2_and_a_guess(
    run: Program, warned: str, arguments: list[str], sentence: str, hint: str
) -> None:
    ended = run("check", "-", *arguments, stdin=warned)

    assert (ended.out, ended.code) == ("", 2)
    assert ended.err.splitlines()[0] == sentence
    assert ended.err.splitlines()[1].startswith(hint)


# --- rules


@pytest.mark.parametrize("word", ["E303", "e303", "why-names-letter"])
def test_a_rule_has_a_page(run: Program, word: str) -> None:
    ended = run("rule", word)

    assert (ended.err, ended.code) == ("", 0)
    assert ended.out.startswith("E303 why-names-letter (error)\n\n")
    assert "\nBad:\n" in ended.out
    assert "\nGood:\n" in ended.out


def test_without_a_word_all_rules_are_listed(run: Program) -> None:
    rows = run("rule").out.splitlines()

    assert [row.split()[0] for row in rows][:3] == ["B601", "B602", "B603"]
    assert len(rows) == len({row.split()[0] for row in rows}) > 50
    assert all(row.split()[2] in {"error", "warning", "info"} for row in rows)


def test_a_rule_that_is_not_there_is_guessed(run: Program) -> None:
    ended = run("rule", "long-stems")

    assert (ended.out, ended.code) == ("", 2)
    assert ended.err.startswith('There is no rule "long-stems".\nDid you mean long-stem')
