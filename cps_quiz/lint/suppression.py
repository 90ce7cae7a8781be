"""`# quiz: ignore[E303]`: silencing a rule at one place, and finding comments that silence nothing."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from re import MULTILINE
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.bank.library import LoadedFile
from cps_quiz.lint.rules import rules
from cps_quiz.lint.selection import Selection, codes_of
from cps_quiz.source.codes import UNUSED_IGNORE
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.node import CUT, Mapping, Node, Scalar
from cps_quiz.source.node import Sequence as NodeSequence
from cps_quiz.source.span import Lines

_COMMENT = pattern(r"(?<!\S)#[ \t]*quiz:[ \t]*ignore(?:\[([^\]\n]*)\])?", MULTILINE)


class _Ignore(NamedTuple):
    """One comment: its place, the line that it speaks of, and one of the words in its brackets."""

    start: int
    end: int
    target: int
    word: str


class _Text(NamedTuple):
    """A scalar of the tree: where it is, where its words begin, and where its field begins."""

    start: int
    end: int
    words: int
    field: int


def suppress(file: LoadedFile, diagnostics: Sequence[Diagnostic], selection: Selection) -> list[Diagnostic]:
    """The `diagnostics` of `file` that no comment silences, and one for each useless comment."""
    if file.node is None or "quiz:" not in file.text:
        return list(diagnostics)
    lines = Lines(file.text)
    texts = sorted(_texts(file.node, None, file.text))
    ignores = list(_ignores(file.text, lines, texts))
    by_line: dict[int, list[_Ignore]] = {}
    for ignore in ignores:
        by_line.setdefault(ignore.target, []).append(ignore)
    kept, used = [], set()
    for diagnostic in diagnostics:
        near = [ignore for line in _lines_of(diagnostic, lines, texts) for ignore in by_line.get(line, ())]
        silent = {ignore for ignore in near if diagnostic.code.id in codes_of(ignore.word)}
        used |= silent
        if not silent:
            kept.append(diagnostic)
    useless = [ignore for ignore in ignores if ignore not in used and _is_judged(ignore, selection)]
    return kept + [_report(ignore, file.path, lines) for ignore in useless]


def _ignores(source: str, lines: Lines, texts: list[_Text]) -> Iterator[_Ignore]:
    for found in _COMMENT.finditer(source):
        text = _around(found.start(), texts)
        if text and found.start() >= text.words:
            continue
        line = lines.span(found.start(), found.end()).line
        if lines.line(line).lstrip().startswith("#"):
            line = _next_line(line, lines)
        for word in (found[1] or "").split(","):
            yield _Ignore(found.start(), found.end(), line, word.strip())


def _next_line(line: int, lines: Lines) -> int:
    """The line that a comment of its own speaks of: the first after it that is no comment."""
    line += 1
    while lines.line(line).lstrip().startswith("#"):
        line += 1
    return line


def _lines_of(diagnostic: Diagnostic, lines: Lines, texts: list[_Text]) -> set[int]:
    """Lines at which a comment may silence `diagnostic`: its own, and those where its text begins."""
    span = diagnostic.span
    found = {span.line}
    text = _around(lines.offset(span.line, span.column), texts)
    if text:
        found |= {lines.span(text.start, text.start).line, lines.span(text.field, text.field).line}
    return found


def _around(offset: int, texts: list[_Text]) -> _Text | None:
    """The text in which `offset` lies."""
    at = bisect_right(texts, offset, key=lambda text: text.start) - 1
    return texts[at] if at >= 0 and offset < texts[at].end else None


def _texts(node: Node, field: int | None, source: str) -> Iterator[_Text]:
    match node:
        case Scalar(_, start, end, style):
            words = source.find("\n", start) if style in {">", "|"} else start
            if end != CUT:
                yield _Text(start, end, words, start if field is None else field)
        case NodeSequence(items):
            for item in items:
                yield from _texts(item, None, source)
        case Mapping(fields, values):
            for name, value in zip(fields, values, strict=True):
                yield from _texts(name, None, source)
                yield from _texts(value, name.start, source)


def _is_judged(ignore: _Ignore, selection: Selection) -> bool:
    """Whether the rules it names were looked for; of others nobody knows whether they would fire."""
    codes = codes_of(ignore.word)
    return not codes or any(selection.wants(rules()[code].code) for code in codes)


def _report(ignore: _Ignore, path: str, lines: Lines) -> Diagnostic:
    span = lines.span(ignore.start, ignore.end)
    if not ignore.word:
        message, cure = "the comment names no rule", "write the code in brackets: # quiz: ignore[E303]"
    elif not codes_of(ignore.word):
        message, cure = f'the comment names "{ignore.word}", which is no rule', "`cps-quiz rule` lists the rules"
    else:
        message, cure = f"nothing here needs {ignore.word} to be ignored", "delete it"
    return Diagnostic(path, span, UNUSED_IGNORE, message, cure)
