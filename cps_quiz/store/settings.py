"""The user's settings file, `settings.toml`."""

import os
from collections.abc import Mapping
from pathlib import Path

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


def bank_paths(path: Path) -> list[Path]:
    """The `banks` list of the settings file at `path`, relative to its folder; empty without one.

    Raises BadSettingsError when the file is no TOML or `banks` no list of texts.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettingsError(
            f"The settings in {path} cannot be read: {error}.", "Mend or delete that file."
        ) from None
    import tomllib

    try:
        banks = tomllib.loads(text).get("banks", [])
    except (ValueError, RecursionError) as error:  # numbers and nesting without end are no TOMLDecodeError
        raise BadSettingsError(f"{path} is not TOML: {error}.", 'Write it like: banks = ["~/my-banks"]') from None
    if not isinstance(banks, list) or not all(isinstance(bank, str) for bank in banks):
        raise BadSettingsError(f"`banks` in {path} must be a list of paths.", 'Write it like: banks = ["~/my-banks"]')
    return [path.parent / os.path.expanduser(bank) for bank in banks]  # noqa: PTH111 - Path raises for an unknown user
