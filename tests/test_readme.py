"""Every console example of README.md is run, in order, in one folder."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cps_quiz.lint.manual import page
from cps_quiz.lint.rules import rules

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """Pairs of a command and its expected output."""
    found = []
    for block in BLOCK.findall(README.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            found.append((command, expected))
    return found


def matches(shown: str, expected: str) -> bool:
    """Whether `shown` is `expected`, in which a line of ... stands for any lines."""
    parts = [re.escape(part) for part in expected.split("...\n")]
    return re.fullmatch("(?:.*\n)*".join(parts), shown) is not None


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("readme")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return folder, {"PATH": path, "CPS_QUIZ_HOME": str(folder), "LANG": "C.UTF-8"}


@pytest.mark.parametrize(("command", "expected"), [pytest.param(*pair, id=pair[0][:60]) for pair in examples()])
def test_an_example_shows_what_it_says(command: str, expected: str, shell: tuple[Path, dict[str, str]]) -> None:
    folder, environment = shell
    done = subprocess.run(
        ["bash", "-c", f"{command} 2>&1"],  # noqa: S607 - the reader's own shell
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert matches(done.stdout, expected), done.stdout


def test_there_are_examples() -> None:
    assert len(examples()) > 5


def rules_table() -> str:
    """README's table of rules, made from their manual pages."""
    pages = [page(rule) for rule in rules().values()]
    rows = [f"| {p.code.id} | {p.code.name} | {p.code.severity.value} | {p.summary} |" for p in pages]
    return "\n".join(["| code | name | severity | finds |", "|---|---|---|---|", *rows])


def test_the_table_of_rules_is_current(pytestconfig: pytest.Config) -> None:
    text = README.read_text(encoding="utf-8")
    current = re.sub(r"(?s)(?<=<!-- rules -->\n).*?(?=<!-- /rules -->)", lambda _: f"{rules_table()}\n", text)
    if pytestconfig.getoption("--snapshot-update"):
        README.write_text(current, encoding="utf-8")

    assert current == README.read_text(encoding="utf-8"), "run pytest --snapshot-update"
