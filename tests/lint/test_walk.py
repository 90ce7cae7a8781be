"""Which files a walk finds, and which settings hold for them."""

from pathlib import Path

import pytest

from cps_quiz.lint.settings import ProjectSettings
from cps_quiz.lint.walk import Patterns, find, ignored_in

BANK = "format: 1\nbank: a\n"


def put(folder: Path, *names: str, text: str = BANK) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(folder: Path, *patterns: str) -> list[str]:
    files = find([folder], Patterns(folder, exclude=patterns)).files
    return [path.relative_to(folder).as_posix() for path in files]


def test_a_walk_takes_what_may_be_ours(tmp_path: Path) -> None:
    put(tmp_path, "b.yml", "a/B.YAML", "c.txt")
    put(tmp_path, "ci.yaml", text="name: CI\non: push\n")
    put(tmp_path, "odd.yaml", text="Items:\n- x\n")

    assert found(tmp_path) == ["a/B.YAML", "b.yml", "odd.yaml"]
    assert find([tmp_path], Patterns(tmp_path)).passed_over == 1


def test_what_git_ignores_and_what_is_no_part_of_a_project_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "old/b.yaml", "node_modules/c.yaml", ".hidden/d.yaml", "env/e.yaml", "old/keep/f.yaml")
    put(tmp_path, "env/pyvenv.cfg", text="")
    put(tmp_path, ".gitignore", text="old/*\n!old/keep/\n")

    assert found(tmp_path) == ["a.yaml", "old/keep/f.yaml"]
    assert found(tmp_path, "old/") == ["a.yaml"]


def test_a_file_that_is_named_is_always_taken(tmp_path: Path) -> None:
    put(tmp_path, "x.yaml", text="a: b\n")
    put(tmp_path, ".gitignore", text="x.yaml\n")

    assert find([tmp_path / "x.yaml"], Patterns(tmp_path)).files == (tmp_path / "x.yaml",)


def test_a_pattern_in_quotes_is_unfolded_and_what_is_missing_is_told(tmp_path: Path) -> None:
    put(tmp_path, "a/one.yaml", "two.yaml")
    seen = find([tmp_path / "**" / "*.yaml", tmp_path / "none.yaml"], Patterns(tmp_path))

    assert [path.name for path in seen.files] == ["one.yaml", "two.yaml"]
    assert seen.missing == (str(tmp_path / "none.yaml"),)


@pytest.mark.parametrize("pattern", ["*.yaml", "*.y*ml", "*.?aml", "*"])
def test_a_pattern_takes_endings_in_capitals_as_a_walk_does(tmp_path: Path, pattern: str) -> None:
    put(tmp_path, "a.YAML", "b.yaml")

    assert [path.name for path in find([tmp_path / pattern], Patterns(tmp_path)).files] == ["a.YAML", "b.yaml"]


def test_codes_are_ignored_in_files_of_a_pattern(tmp_path: Path) -> None:
    settings = ProjectSettings(tmp_path, per_file_ignores=(("drafts/*", ("E304", "K20")), ("*.yml", ("ALL",))))

    assert "K201" in ignored_in(str(tmp_path / "drafts/a.yaml"), settings)
    assert ignored_in(str(tmp_path / "a.yaml"), settings) == frozenset()
    assert "S001" in ignored_in(str(tmp_path / "a.yml"), settings)


@pytest.mark.parametrize("name", ["a.yaml", "b.YML"])
def test_suffixes_in_any_case(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)

    assert found(tmp_path) == [name]
