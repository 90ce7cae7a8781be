"""SARIF 2.1.0, which code-scanning services read.

Form: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cps_quiz import __version__
from cps_quiz.lint.manual import page
from cps_quiz.lint.outputs import Output
from cps_quiz.lint.rules import rules
from cps_quiz.source.diagnostic import Diagnostic, Fix, Severity
from cps_quiz.source.span import Lines, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def _render(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    codes = sorted({diagnostic.code.id for diagnostic in diagnostics})
    lines = {d.path: Lines(texts[d.path]) for d in diagnostics if d.fix}
    driver = {"name": "cps-quiz", "version": __version__, "rules": [_rule(code) for code in codes]}
    results = [_result(d, codes.index(d.code.id), lines.get(d.path)) for d in diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    about = page(rules()[code])
    return {
        "id": code,
        "name": about.code.name,
        "shortDescription": {"text": about.summary},
        "fullDescription": {"text": about.text},
        "defaultConfiguration": {"level": _LEVELS[about.code.severity]},
    }


def _result(d: Diagnostic, index: int, lines: Lines | None) -> dict[str, Any]:
    fixes = {"fixes": [_fix(d.path, d.fix, lines)]} if d.fix and lines else {}
    return {
        "ruleId": d.code.id,
        "ruleIndex": index,
        "level": _LEVELS[d.code.severity],
        "message": {"text": f"{d.message}; {d.help}"},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(d.path), "region": _region(d.span)}}],
        **fixes,
    }


def _fix(path: str, fix: Fix, lines: Lines) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(lines.exact_span(edit.start, edit.end)), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    changes = [{"artifactLocation": _artifact(path), "replacements": replacements}]
    return {"description": {"text": fix.title}, "artifactChanges": changes}


def _artifact(path: str) -> dict[str, str]:
    pure = PurePath(path)
    return {"uri": pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


OUTPUT = Output(name="sarif", render=_render)
