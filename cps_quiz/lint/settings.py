"""Settings of `check` in a project: `cps-quiz.toml`, or `[tool.cps-quiz]` in `pyproject.toml`."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cps_quiz.core.questions.search import near
from cps_quiz.errors import QuizError

FILES = ("cps-quiz.toml", "pyproject.toml")


class BadProjectSettingsError(QuizError):
    """Settings that cannot be used."""

    def __init__(self, path: Path, reason: str, hint: str = "") -> None:
        super().__init__(f"The settings in {path} cannot be used: {reason}.", hint)


class ProjectSettings(NamedTuple):
    """What a project asks of `check`; None and empty where it asks nothing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    output_format: str | None = None
    baseline: Path | None = None


_KINDS: dict[str, type] = {"select": list, "ignore": list, "strict": bool, "output-format": str, "baseline": str}

_WANTED = {list: "a list of texts", bool: "true or false", str: "a text"}


@cache
def project_settings(folder: Path) -> ProjectSettings:
    """The settings of the nearest file that has some, from `folder` (absolute) upwards.

    Raises BadProjectSettingsError for a file that is no TOML, or has settings that there are not.
    """
    for place in (folder, *folder.parents):
        for name in FILES:
            table = _table(place / name)
            if table is not None:
                return _settings(place / name, table)
    return ProjectSettings()


def _table(path: Path) -> dict[str, Any] | None:
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError, PermissionError, IsADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise BadProjectSettingsError(path, str(error)) from None
    import tomllib

    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        if path.name == "pyproject.toml":
            return None
        raise BadProjectSettingsError(path, f"it is not TOML: {error}") from None
    return content if path.name == "cps-quiz.toml" else _inner(_inner(content, "tool"), "cps-quiz")


def _inner(table: dict[str, Any] | None, name: str) -> dict[str, Any] | None:
    inner = table.get(name) if table else None
    return inner if isinstance(inner, dict) else None


def _is_kind(value: Any, kind: type) -> bool:  # noqa: ANN401 - whatever stands in the file
    if isinstance(value, list):
        return kind is list and all(isinstance(word, str) for word in value)
    return isinstance(value, kind)


def _settings(path: Path, table: dict[str, Any]) -> ProjectSettings:
    for name, value in table.items():
        if name not in _KINDS:
            guess = near(name, _KINDS)
            hint = f"Did you mean {guess[0]}?" if guess else f"There are: {', '.join(_KINDS)}."
            raise BadProjectSettingsError(path, f'there is no setting "{name}"', hint)
        if not _is_kind(value, _KINDS[name]):
            raise BadProjectSettingsError(path, f"`{name}` must be {_WANTED[_KINDS[name]]}")
    return ProjectSettings(
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        strict=table.get("strict", False),
        output_format=table.get("output-format"),
        baseline=path.parent / table["baseline"] if "baseline" in table else None,
    )
