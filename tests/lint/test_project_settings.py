"""Settings of a project: where they are found, and what is said of those that cannot be used."""

from pathlib import Path

import pytest
from checked import written

from cps_quiz.lint.settings import BadProjectSettingsError, ProjectSettings, project_settings


def found(folder: Path) -> ProjectSettings:
    project_settings.cache_clear()
    return project_settings(folder)


@pytest.fixture
def deep(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "banks" / "deep"
    folder.mkdir(parents=True)
    return folder


def test_all_of_them_are_read(deep: Path) -> None:
    written(
        deep,
        "cps-quiz.toml",
        'select = ["S"]\nignore = ["S011"]\nstrict = true\noutput-format = "json"\nbaseline = "known.json"\n',
    )

    assert found(deep) == ProjectSettings(
        deep, select=("S",), ignore=("S011",), strict=True, output_format="json", baseline=deep / "known.json"
    )


def test_without_a_file_nothing_is_asked(deep: Path) -> None:
    assert found(deep) == ProjectSettings()


@pytest.mark.parametrize("name", ["cps-quiz.toml", "pyproject.toml"])
def test_they_are_found_upwards(deep: Path, name: str) -> None:
    head = "" if name == "cps-quiz.toml" else "[tool.cps-quiz]\n"
    written(deep.parent.parent, name, f"{head}strict = true\n")

    assert found(deep).strict


def test_the_nearest_counts_alone(deep: Path) -> None:
    written(deep.parent.parent, "cps-quiz.toml", 'strict = true\nselect = ["S"]\n')
    written(deep.parent, "cps-quiz.toml", 'ignore = ["E"]\n')

    assert found(deep) == ProjectSettings(deep.parent, ignore=("E",))


def test_of_one_folder_its_own_file_comes_first(deep: Path) -> None:
    written(deep, "cps-quiz.toml", 'select = ["S"]\n')
    written(deep, "pyproject.toml", '[tool.cps-quiz]\nselect = ["E"]\n')

    assert found(deep).select == ("S",)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("[tool.other]\n", id="of other tools"),
        pytest.param("tool = 1\n", id="tool is no table"),
        pytest.param("[tool]\ncps-quiz = 1\n", id="ours is no table"),
        pytest.param("[tool", id="no TOML"),
    ],
)
def test_a_pyproject_without_our_table_is_passed_by(deep: Path, content: str) -> None:
    written(deep, "pyproject.toml", content)
    written(deep.parent, "cps-quiz.toml", "strict = true\n")

    assert found(deep).strict


def test_a_folder_of_that_name_is_no_file(deep: Path) -> None:
    (deep / "cps-quiz.toml").mkdir()

    assert found(deep) == ProjectSettings()


@pytest.mark.parametrize(
    ("content", "said", "hint"),
    [
        pytest.param("strict = 1", "`strict` must be true or false", "", id="number for a boolean"),
        pytest.param('select = "S"', "`select` must be a list of texts", "", id="text for a list"),
        pytest.param("ignore = [1]", "`ignore` must be a list of texts", "", id="list of numbers"),
        pytest.param("output-format = true", "`output-format` must be a text", "", id="boolean for a text"),
        pytest.param("selct = []", 'there is no setting "selct"', "Did you mean select?", id="misspelled"),
        pytest.param(
            "zzz = 1",
            'there is no setting "zzz"',
            "There are: paths, include, exclude, extend-exclude, select, ignore, extend-select, extend-ignore, "
            "per-file-ignores, severity, strict, output-format, baseline.",
            id="unknown",
        ),
        pytest.param("[strict", "it is not TOML: ", "", id="no TOML"),
        pytest.param(b"\xff", "'utf-8' codec can't decode", "", id="no UTF-8"),
    ],
)
def test_bad_settings_are_said_with_their_file(deep: Path, content: str | bytes, said: str, hint: str) -> None:
    path = written(deep, "cps-quiz.toml", content)

    with pytest.raises(BadProjectSettingsError) as error:
        found(deep)
    assert error.value.sentence.startswith(f"The settings in {path} cannot be used: {said}")
    assert error.value.hint == hint
