"""Workflow commands that GitHub Actions shows beside the changed lines.

Form: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Mapping, Sequence

from cps_quiz.lint.outputs import Output
from cps_quiz.source.diagnostic import Diagnostic, Severity
from cps_quiz.source.safe_text import safe

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _render(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str]) -> str:
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(d: Diagnostic) -> str:
    place = {
        "title": f"{d.code.id} {d.code.name}",
        "file": d.path,
        "line": d.span.line,
        "col": d.span.column,
        "endLine": d.span.end_line,
        "endColumn": d.span.end_column,
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    where = f"{d.path}:{d.span.line}:{d.span.column}"
    return f"::{_KINDS[d.code.severity]} {properties}::{_data(f'{where}: {d.code.id} {d.message}; {d.help}')}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return safe(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


OUTPUT = Output(name="github", render=_render)
