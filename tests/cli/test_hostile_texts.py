import re
from pathlib import Path

import pytest
from program import Program

LITERAL = (
    "[b]bold[/b] and [/b] alone",
    "[link=https://example.org]here[/link]",
    "arr[i] and [red]",
    "a :smile: and :warning:",
    r"C:\new\table \[b] \x1b[31m \u202e",
    "{item} %s ${HOME} `ls` $(ls)",
    "<b>bold</b> &amp; <!-- -->",
)
"""Texts that a careless program takes for markup, escapes or templates."""

UNSAFE = {
    "raw-ansi": "\x1b[31mred\x1b[0m",
    "raw-osc": "\x1b]0;title\x07",
    "raw-override": "\u202eright to left",
    "escaped-ansi": r"\e[2J",
    "escaped-c1": r"\x9b2J",
    "escaped-isolate": r"\u2066isolate",
    "escaped-null": r"\0null",
    "escaped-backspace": r"back\b",
}
BROKEN = {
    "field-name": 'format: 1\nbank: x\n"\\e[2J": 1\n',
    "id-and-type": 'format: 1\nbank: y\ntitle: Y\nitems:\n  - id: "\\e[2J"\n    type: "\\e[2J"\n',
    "alias": "format: 1\nbank: z\ntitle: *\x1b[2J\n",
    "syntax": "bank: \x1b[2J: [\n",
    "tag": "bank: \x1b[2J\x07\nitems: !\u202etag {}\n",
}


def is_harmless(text: str) -> bool:
    return all(char == "\n" or char.isprintable() for char in text)


def written(bank: str, text: str, path: Path) -> Path:
    """A bank whose stem, hint, key and why all hold `text`."""
    quote = '"' if path.stem in UNSAFE else "'"
    bank = bank.replace("stem: What does Ana want?", "stem: 'Stem TEXT'\n    hint: 'Hint TEXT'")
    bank = bank.replace("correct: To be asked", "correct: 'Key TEXT'").replace("why: Nobody", "why: 'Why TEXT' #")
    path.parent.mkdir(exist_ok=True)
    path.write_text(bank.replace("'", quote).replace("TEXT", text), encoding="utf-8")
    return path


@pytest.fixture
def literal(run: Program, small_bank: str) -> Path:
    return written(small_bank, " | ".join(LITERAL), run.home / "literal.yaml")


@pytest.fixture
def unsafe(run: Program, small_bank: str) -> Path:
    """A folder with a bank for each unsafe text."""
    folder = run.home / "unsafe"
    for name, text in UNSAFE.items():
        written(small_bank.replace("small", f"{name}"), text, folder / f"{name}.yaml")
    return folder


def test_a_terminal_shows_texts_as_they_are_written(run: Program, literal: Path) -> None:
    terminal = run.terminal("drill", "--bank", literal, columns=100, rows=40)

    terminal.wait("q stop", "Stem [b]", *LITERAL)
    key = next(line.split()[0] for line in terminal.lines if "Key [b]" in line)
    terminal.press("h", "Hint: Hint [b]", "q stop")
    terminal.press(key, "Why [b]", "q stop")

    assert terminal.words.count(" | ".join(LITERAL)) == 3


def test_a_pipe_shows_texts_as_they_are_written(run: Program, literal: Path) -> None:
    ended = run("drill", "--bank", literal, stdin="h\na\n")

    assert ended.code == 0
    for name in ("Stem", "Hint", "Key", "Why"):
        assert f"{name} {' | '.join(LITERAL)}" in ended.out


def test_an_item_is_shown_as_it_is_written(run: Program, literal: Path) -> None:
    text = " | ".join(LITERAL)

    assert f"Key {text} [best answer]\n   Why {text}\n" in run("bank", "show", "small-001", "--bank", literal).out


def test_a_drill_refuses_characters_that_mislead(run: Program, unsafe: Path) -> None:
    ended = run("drill", "--bank", unsafe, stdin="a\n")

    assert (ended.code, ended.out) == (2, "")
    assert is_harmless(ended.err)
    for name in UNSAFE:
        assert re.search(rf"{name}.yaml:7:\d+: error S007 unsafe-yaml", ended.err)


@pytest.mark.parametrize("style", ["full", "concise"])
def test_a_check_reports_characters_that_mislead_without_writing_them(run: Program, unsafe: Path, style: str) -> None:
    ended = run("check", "--output-format", style, unsafe)

    assert ended.code == 1
    assert is_harmless(ended.out + ended.err)
    for name in UNSAFE:
        assert re.search(rf"{name}.yaml:7:\d+: error S007 unsafe-yaml", ended.out)


def test_a_terminal_is_not_misled_by_a_refused_bank(run: Program, unsafe: Path) -> None:
    terminal = run.terminal("drill", "--bank", unsafe)

    assert terminal.end() == 2
    assert terminal.raw == b""
    assert is_harmless(terminal.error)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(("check", "--output-format", "full"), 1, id="check"),
        pytest.param(("drill", "--bank"), 2, id="drill"),
    ],
)
def test_names_and_broken_yaml_are_harmless_too(
    run: Program, tmp_path: Path, command: tuple[str, ...], code: int
) -> None:
    for name, content in BROKEN.items():
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")

    ended = run(*command, tmp_path)

    assert ended.code == code
    assert all(f"{name}.yaml:" in ended.out + ended.err for name in BROKEN)
    assert is_harmless(ended.out + ended.err)
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("check",), id="check"),
        pytest.param(("bank", "new"), id="bank-new"),
    ],
)
@pytest.mark.parametrize("name", ["\x1b[2J\u202e/bank.yaml", "\x1b[2Jbank.yaml"], ids=["missing", "there"])
def test_a_file_name_is_harmless_too(run: Program, small_bank: str, command: tuple[str, ...], name: str) -> None:
    if "/" not in name:
        (run.home / name).write_text(small_bank.replace("correct", "corect"), encoding="utf-8")

    ended = run(*command, run.home / name)

    assert ended.code in {1, 2}
    assert r"\x1b[2J" in ended.out + ended.err
    assert is_harmless(ended.out + ended.err)
