"""A JSON list for other programs."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cps_quiz.lint.outputs import Output
from cps_quiz.source.diagnostic import Diagnostic


def as_dict(d: Diagnostic) -> dict[str, Any]:
    """The fields of one diagnostic; lines and columns count from 1."""
    return {
        "code": d.code.id,
        "name": d.code.name,
        "severity": d.code.severity.value,
        "message": d.message,
        "path": d.path,
        "line": d.span.line,
        "column": d.span.column,
        "end_line": d.span.end_line,
        "end_column": d.span.end_column,
        "item": d.item,
        "help": d.help,
        "fix": None,
    }


def _render(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str]) -> str:
    return json.dumps([as_dict(diagnostic) for diagnostic in diagnostics], indent=2) + "\n"


OUTPUT = Output(name="json", render=_render)
