"""The user's settings file, `settings.toml`."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cps_quiz.errors import QuizError

HOME = "CPS_QUIZ_HOME"
"""Environment variable that names the folder of settings and progress."""


LENGTH, WIDTH = 10, 100
"""Questions of a drill, and columns used at most, where nothing else is set."""

DAY_STARTS = 4
"""The hour at which the learner's day begins unless set: an evening's practice ends before it. Anki's choice too."""


class Settings(NamedTuple):
    """What a person has set: banks that are always asked, how drills go, and how the screen looks.

    `day_starts` is an hour (0 to 12), `length` a number of questions, `width` one of columns.
    """

    banks: tuple[Path, ...] = ()
    day_starts: int = DAY_STARTS
    length: int = LENGTH
    minutes: int | None = None
    width: int = WIDTH
    plain: bool = False


class Bounds(NamedTuple):
    """The least and the most that a number may be."""

    least: int
    most: int


class BadSettingsError(QuizError):
    """The settings file cannot be used."""


def settings_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings file is, or would be."""
    home = environment.get(HOME)
    if home:
        return Path(home, "settings.toml")
    from platformdirs import user_config_path

    return user_config_path("cps-quiz", appauthor=False) / "settings.toml"


def checks_path(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for what `check` found of what did not change since."""
    return copies_path(environment) / "check"


def copies_path(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for what can be made anew at any time."""
    home = environment.get(HOME)
    if home:
        return Path(home, "cache")
    from platformdirs import user_cache_path

    return user_cache_path("cps-quiz", appauthor=False)


def read_settings(path: Path) -> Settings:
    """What the settings file at `path` says, the usual without one; banks are relative to its folder.

    Raises BadSettingsError when the file is no TOML, or a setting is none of its kind.
    """
    found = _read(path)
    banks = found.get("banks", [])
    if not isinstance(banks, list) or not all(isinstance(bank, str) for bank in banks):
        raise BadSettingsError(f"`banks` in {path} must be a list of paths.", 'Write it like: banks = ["~/my-banks"]')
    practice, shown = _table(found, "practice", path), _table(found, "look", path)
    hour = _number(practice, "day-starts", path, Bounds(0, 12))  # a day that begins later is the day before
    return Settings(
        banks=tuple(path.parent / os.path.expanduser(bank) for bank in banks),  # noqa: PTH111 - Path raises for an unknown user
        day_starts=DAY_STARTS if hour is None else hour,
        length=_number(practice, "length", path, Bounds(1, 1000)) or LENGTH,
        minutes=_number(practice, "minutes", path, Bounds(1, 1440)),
        width=_number(shown, "width", path, Bounds(20, 1000)) or WIDTH,
        plain=_switch(shown, "plain", path),
    )


def _read(path: Path) -> dict[str, Any]:
    """What stands in the settings file; nothing without one."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettingsError(
            f"The settings in {path} cannot be read: {error}.", "Mend or delete that file."
        ) from None
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # numbers and nesting without end are no TOMLDecodeError
        raise BadSettingsError(f"{path} is not TOML: {error}.", 'Write it like: banks = ["~/my-banks"]') from None


def _table(found: dict[str, Any], name: str, path: Path) -> dict[str, Any]:
    table = found.get(name, {})
    if not isinstance(table, dict):
        raise BadSettingsError(f"`{name}` in {path} must be a table.", f"Write it like: [{name}]")
    return table


def _number(table: dict[str, Any], name: str, path: Path, bounds: Bounds) -> int | None:
    value = table.get(name)
    if value is not None and (type(value) is not int or not bounds.least <= value <= bounds.most):
        raise BadSettingsError(
            f"`{name}` in {path} must be a whole number from {bounds.least} to {bounds.most}.",
            f"Write it like: {name} = {min(max(bounds.least, 20), bounds.most)}",
        )
    return value


def _switch(table: dict[str, Any], name: str, path: Path) -> bool:
    value = table.get(name, False)
    if not isinstance(value, bool):
        raise BadSettingsError(f"`{name}` in {path} must be true or false.", f"Write it like: {name} = true")
    return value
