"""Runs the journey of `check` on texts, without a process or a file."""

from pathlib import Path
from typing import Any

from cps_quiz.journeys.check import Checked, Text, Wishes, check, fix, text_of_bytes
from cps_quiz.lint.outputs import outputs
from cps_quiz.lint.selection import selection


def wishes(select: str = "", ignore: str = "", **others: Any) -> Wishes:  # noqa: ANN401 - fields of Wishes
    """The same rules for every path; names and codes with spaces between."""
    chosen = selection(select.split(), ignore.split())
    return Wishes(lambda _path: chosen, **others)


def as_text(content: str | bytes, path: str = "a.yaml") -> Text:
    return text_of_bytes(path, content if isinstance(content, bytes) else content.encode())


def checked(
    text: str | bytes, wanted: Wishes | None = None, *, output: str = "concise", path: str = "a.yaml"
) -> Checked:
    return check([as_text(text, path)], wanted or wishes(), outputs()[output])


def lines(text: str | bytes, select: str = "", ignore: str = "") -> list[str]:
    """What is reported, as line and code: `["3 S011"]`."""
    rows = checked(text, wishes(select, ignore)).report.splitlines()
    return [f"{row.split(':')[1]} {row.split()[2]}" for row in rows]


def mended(text: str | bytes | Text, select: str = "") -> str:
    """The text after `--fix`."""
    given = text if isinstance(text, Text) else as_text(text)
    return fix([given], wishes(select), outputs()["concise"])[1][0].text


def written(folder: Path, name: str, text: str | bytes) -> Path:
    """A file of that text, its line endings untouched."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
