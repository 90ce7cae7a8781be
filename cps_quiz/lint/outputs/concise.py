"""One line for each problem."""

from collections.abc import Mapping, Sequence

from cps_quiz.lint.outputs import Output
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.safe_text import safe


def line(diagnostic: Diagnostic) -> str:
    """`path:line:column: severity CODE name: message; help`."""
    d = diagnostic
    where = f"{d.path}:{d.span.line}:{d.span.column}"
    return one_line(f"{where}: {d.code.severity.value} {d.code.id} {d.code.name}: {d.message}; {d.help}")


def one_line(text: str) -> str:
    """`text` harmless and without line breaks."""
    return " ".join(safe(text).splitlines())


def _render(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str]) -> str:
    return "".join(f"{line(diagnostic)}\n" for diagnostic in diagnostics)


OUTPUT = Output(name="concise", render=_render)
