"""The user's settings file, `settings.toml`."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cps_quiz.errors import QuizError

HOME = "CPS_QUIZ_HOME"
"""Environment variable that names the folder of settings and progress."""


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


DAY_STARTS = 4
"""The hour at which the learner's day begins unless set: an evening's practice ends before it. Anki's choice too."""


def bank_paths(path: Path) -> list[Path]:
    """The `banks` list of the settings file at `path`, relative to its folder; empty without one.

    Raises BadSettingsError when the file is no TOML or `banks` no list of texts.
    """
    banks = _read(path).get("banks", [])
    if not isinstance(banks, list) or not all(isinstance(bank, str) for bank in banks):
        raise BadSettingsError(f"`banks` in {path} must be a list of paths.", 'Write it like: banks = ["~/my-banks"]')
    return [path.parent / os.path.expanduser(bank) for bank in banks]  # noqa: PTH111 - Path raises for an unknown user


def day_starts(path: Path) -> int:
    """The hour (0 to 12) at which the learner's day begins, by `[practice] day-starts`.

    Raises BadSettingsError when it is none.
    """
    practice = _read(path).get("practice", {})
    hour = practice.get("day-starts", DAY_STARTS) if isinstance(practice, dict) else None
    if type(hour) is not int or not 0 <= hour <= 12:  # noqa: PLR2004 - a day that begins later is the day before
        raise BadSettingsError(
            f"`day-starts` in {path} must be an hour from 0 to 12.",
            "Write it like: [practice] and below it day-starts = 4",
        )
    return hour


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
