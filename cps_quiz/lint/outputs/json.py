"""A JSON list for other programs."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cps_quiz.lint.outputs import Output
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.span import Lines, Span


def _render(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    lines = {d.path: Lines(texts[d.path]) for d in diagnostics if d.fix}
    encode = json.JSONEncoder().encode  # a problem on a line: indented, tens of thousands take half a second
    rows = [encode(_row(diagnostic, lines.get(diagnostic.path))) for diagnostic in diagnostics]
    return "[\n  {}\n]\n".format(",\n  ".join(rows)) if rows else "[]\n"


def _row(d: Diagnostic, lines: Lines | None) -> dict[str, Any]:
    return {
        "code": d.code.id,
        "name": d.code.name,
        "severity": d.code.severity.value,
        "message": d.message,
        "path": d.path,
        **_place(d.span),
        "item": d.item,
        "help": d.help,
        "fix": _fix(d, lines),
    }


def _place(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}


def _fix(d: Diagnostic, lines: Lines | None) -> dict[str, Any] | None:
    if d.fix is None or lines is None:
        return None
    edits = [{**_place(lines.exact_span(edit.start, edit.end)), "text": edit.text} for edit in d.fix.edits]
    return {"title": d.fix.title, "edits": edits}


OUTPUT = Output(name="json", render=_render)
