"""A Code Quality report that GitLab shows in a merge request.

Form: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from cps_quiz.lint.outputs import Output
from cps_quiz.source.diagnostic import Diagnostic, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def _render(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str]) -> str:
    seen: Counter[str] = Counter()
    return json.dumps([_row(diagnostic, seen) for diagnostic in diagnostics], indent=2) + "\n"


def _row(d: Diagnostic, seen: Counter[str]) -> dict[str, Any]:
    """One problem; its fingerprint tells it from the others of the report, whatever line it moves to."""
    path = PurePath(d.path).as_posix().removeprefix("./")
    what = f"{path}\0{d.code.id}\0{d.item}\0{d.message}"
    seen[what] += 1
    return {
        "description": f"{d.code.id} {d.code.name}: {d.message}; {d.help}",
        "check_name": d.code.id,
        "fingerprint": sha256(f"{what}\0{seen[what]}".encode(errors="surrogatepass")).hexdigest(),
        "severity": _SEVERITIES[d.code.severity],
        "location": {"path": path, "lines": {"begin": d.span.line, "end": d.span.end_line}},
    }


OUTPUT = Output(name="gitlab", render=_render)
