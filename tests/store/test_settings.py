import os
from pathlib import Path

import pytest

from cps_quiz.store.settings import BadSettingsError, Settings, copies_path, read_settings, settings_path


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_folder_can_be_named_by_the_environment(tmp_path: Path) -> None:
    assert settings_path({"CPS_QUIZ_HOME": str(tmp_path)}) == tmp_path / "settings.toml"


@pytest.mark.parametrize("environment", [{}, {"CPS_QUIZ_HOME": ""}])
def test_else_it_is_where_the_system_keeps_settings(environment: dict[str, str]) -> None:
    path = settings_path(environment)
    assert path.is_absolute()
    assert (path.parent.name, path.name) == ("cps-quiz", "settings.toml")


def test_copies_have_a_folder_of_their_own(tmp_path: Path) -> None:
    assert copies_path({"CPS_QUIZ_HOME": str(tmp_path)}) == tmp_path / "cache"
    assert copies_path({}).is_absolute()
    assert copies_path({}) != settings_path({}).parent


def test_without_a_file_there_are_no_banks(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml").banks == ()
    assert read_settings(tmp_path / "no" / "folder" / "settings.toml").banks == ()
    assert read_settings(written(tmp_path, "") / "below-a-file").banks == ()


@pytest.mark.parametrize("text", ["", "# nothing\n", "other = 1\n", "banks = []\n", "[section]\nbanks = ['a']\n"])
def test_a_file_may_name_no_banks(tmp_path: Path, text: str) -> None:
    assert read_settings(written(tmp_path, text)).banks == ()


def test_banks_are_found_from_the_folder_of_the_settings(tmp_path: Path) -> None:
    settings = written(tmp_path, 'banks = ["mine", "../ours.yaml", "/all/banks", "~/home", "Zoë’s bank.yaml"]\n')  # noqa: RUF001
    assert read_settings(settings).banks == (
        tmp_path / "mine",
        tmp_path / ".." / "ours.yaml",
        Path("/all/banks"),
        Path.home() / "home",
        tmp_path / "Zoë’s bank.yaml",  # noqa: RUF001
    )


def test_the_home_of_nobody_is_a_name_like_any_other(tmp_path: Path) -> None:
    settings = written(tmp_path, 'banks = ["~no-such-user/banks"]\n')
    assert read_settings(settings).banks == (tmp_path / "~no-such-user" / "banks",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("banks = [", "is not TOML", id="unfinished"),
        pytest.param("banks: [a]", "is not TOML", id="yaml"),
        pytest.param("banks = 2024-13-45", "is not TOML", id="no-date"),
        pytest.param(f"year = {'9' * 5000}", "is not TOML", id="endless-number"),
        pytest.param(f"banks = {'[' * 5000}", "is not TOML", id="endless-nesting"),
        pytest.param('banks = "mine.yaml"', "must be a list of paths", id="one-text"),
        pytest.param("banks = [1]", "must be a list of paths", id="number"),
        pytest.param('banks = [["a"]]', "must be a list of paths", id="list-in-a-list"),
        pytest.param('[banks]\na = "b"', "must be a list of paths", id="table"),
        pytest.param("look = 1", "`look` in", id="no-table"),
        pytest.param("[look]\nwidth = 5", "a whole number from 20 to 1000", id="too-narrow"),
        pytest.param("[look]\nplain = 1", "must be true or false", id="no-switch"),
        pytest.param("[practice]\nlength = true", "a whole number from 1 to 1000", id="no-number"),
        pytest.param("[practice]\nminutes = 0.5", "a whole number from 1 to 1440", id="half-a-minute"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(tmp_path: Path, text: str, told: str) -> None:
    settings = written(tmp_path, text)
    with pytest.raises(BadSettingsError) as caught:
        read_settings(settings)
    assert str(settings) in caught.value.sentence
    assert told in caught.value.sentence
    assert caught.value.hint


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_bytes(b"banks = ['\xff']")
    with pytest.raises(BadSettingsError, match="cannot be read"):
        read_settings(settings)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettingsError, match="cannot be read"):
        read_settings(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    settings = written(tmp_path, "")
    settings.chmod(0)
    with pytest.raises(BadSettingsError, match="Permission denied"):
        read_settings(settings)


def test_practice_and_look_are_set(tmp_path: Path) -> None:
    text = "[practice]\nlength = 5\nminutes = 10\n[look]\nwidth = 72\nplain = true\n"
    assert read_settings(written(tmp_path, text)) == Settings((), length=5, minutes=10, width=72, plain=True)
    assert read_settings(tmp_path / "none.toml") == Settings((), length=10, minutes=None, width=100, plain=False)
