"""Each problem with the line it stands on, the place underlined, and the cure."""

from collections.abc import Mapping, Sequence
from unicodedata import category, east_asian_width

from cps_quiz.lint.outputs import Output
from cps_quiz.lint.outputs.concise import one_line
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.safe_text import safe
from cps_quiz.source.span import Lines, Span

WIDEST = 100
"""Columns of an excerpt; a longer line is cut around the place."""

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Kinds of characters that take no column: accents, signs around others, joiners."""


def _render(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    lines = {path: Lines(text) for path, text in texts.items()}
    return "".join(f"{_one(diagnostic, lines.get(diagnostic.path))}\n" for diagnostic in diagnostics)


def _one(d: Diagnostic, lines: Lines | None) -> str:
    item = f" (item {d.item})" if d.item else ""
    head = f"{d.path}:{d.span.line}:{d.span.column}: {d.code.severity.value} {d.code.id} {d.code.name}{item}"
    gutter = " " * len(str(d.span.line))
    rows = [one_line(head), *(_excerpt(lines, d.span, gutter) if lines else [])]
    return "\n".join([*rows, f"{gutter} = {one_line(d.message)}", f"{gutter} = help: {one_line(d.help)}", ""])


def _excerpt(lines: Lines, span: Span, gutter: str) -> list[str]:
    start = _cut(span)
    text = safe(lines.line(span.line)[start : start + WIDEST]).rstrip()
    return [f"{gutter} |", f"{span.line} | {text}", f"{gutter} | {_underline(lines, span)}"] if text else []


def _underline(lines: Lines, span: Span) -> str:
    text = lines.line(span.line)
    start = _cut(span)
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    before = safe(text[start : span.column - 1])
    marked = safe(text[span.column - 1 : min(max(end, span.column), start + WIDEST)])
    return " " * _columns(before) + "^" * max(1, _columns(marked.rstrip()))


def _columns(text: str) -> int:
    """Columns that `text` takes in a terminal: two for wide letters, none for marks above others."""
    return sum(0 if category(char) in _NO_WIDTH else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _cut(span: Span) -> int:
    return max(0, span.column - WIDEST // 2) if span.column > WIDEST * 3 // 4 else 0


OUTPUT = Output(name="full", render=_render)
