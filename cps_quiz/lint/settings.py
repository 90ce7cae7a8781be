"""Settings of `check` in a project: `cps-quiz.toml`, or `[tool.cps-quiz]` in `pyproject.toml`."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cps_quiz.core.questions.search import near
from cps_quiz.errors import QuizError
from cps_quiz.source.diagnostic import Severity

FILES = ("cps-quiz.toml", "pyproject.toml")


class BadProjectSettingsError(QuizError):
    """Settings that cannot be used."""

    def __init__(self, path: Path, reason: str, hint: str = "") -> None:
        super().__init__(f"The settings in {path} cannot be used: {reason}.", hint)


class ProjectSettings(NamedTuple):
    """What a project asks of `check`; None and empty where it asks nothing. `folder` is where its file stands."""

    folder: Path = Path()
    paths: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    strict: bool = False
    output_format: str | None = None
    baseline: Path | None = None


_KINDS: dict[str, type] = {
    "paths": list,
    "include": list,
    "exclude": list,
    "extend-exclude": list,
    "select": list,
    "ignore": list,
    "extend-select": list,
    "extend-ignore": list,
    "per-file-ignores": dict,
    "severity": dict,
    "strict": bool,
    "output-format": str,
    "baseline": str,
}

SEVERITIES = tuple(severity.value for severity in Severity)

_WANTED = {list: "a list of texts", bool: "true or false", str: "a text", dict: "a table"}


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
    return _inner(_inner(content, "tool"), "cps-quiz") if path.name == "pyproject.toml" else content


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
    return _of_table(path, table)


def settings_of_file(path: Path) -> ProjectSettings:
    """The settings of one file that is named. Raises BadProjectSettingsError."""
    table = _table(path)
    if table is None:
        raise BadProjectSettingsError(path, "there is no such file, or no settings in it")
    return _settings(path, table)


def _of_table(path: Path, table: dict[str, Any]) -> ProjectSettings:
    ignores = {
        glob: _texts(path, f"per-file-ignores.{glob}", codes) for glob, codes in _group(table, "per-file-ignores")
    }
    severity = {code: _severity(path, code, value) for code, value in _group(table, "severity")}
    return ProjectSettings(
        folder=path.parent,
        paths=tuple(table.get("paths", ())),
        include=tuple(table.get("include", ())),
        exclude=(*table.get("exclude", ()), *table.get("extend-exclude", ())),
        select=_extended(table, "select"),
        ignore=(*table.get("ignore", ()), *table.get("extend-ignore", ())),
        per_file_ignores=tuple(ignores.items()),
        severity=tuple(severity.items()),
        strict=table.get("strict", False),
        output_format=table.get("output-format"),
        baseline=path.parent / table["baseline"] if "baseline" in table else None,
    )


def _extended(table: dict[str, Any], name: str) -> tuple[str, ...]:
    """A selection with what extends it; extending everything changes nothing."""
    own, more = table.get(name, ()), table.get(f"extend-{name}", ())
    return (*own, *more) if own else ()


def _group(table: dict[str, Any], name: str) -> list[tuple[str, Any]]:
    return list(table.get(name, {}).items())


def _texts(path: Path, name: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever stands in the file
    if not _is_kind(value, list):
        raise BadProjectSettingsError(path, f"`{name}` must be a list of texts")
    return tuple(value)


def _severity(path: Path, code: str, value: Any) -> str:  # noqa: ANN401
    if value not in SEVERITIES:
        raise BadProjectSettingsError(path, f"`severity.{code}` must be one of: {', '.join(SEVERITIES)}")
    return str(value)
