"""`# quiz: ignore[E303]`: silencing a rule at one place, and finding comments that silence nothing."""

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from re import MULTILINE
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.bank.library import LoadedFile
from cps_quiz.lint.rules import rules
from cps_quiz.lint.selection import Selection, codes_of
from cps_quiz.source.codes import UNUSED_IGNORE
from cps_quiz.source.diagnostic import Diagnostic, Edit, Fix
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, locate
from cps_quiz.source.node import Sequence as NodeSequence
from cps_quiz.source.span import Lines

_COMMENT = pattern(r"(?<!\S)#[ \t]*quiz:[ \t]*ignore(-file)?(?:\[([^\]\n]*)\])?", MULTILINE)

LAST = sys.maxsize
"""The last line of a file of any length."""


class _Ignore(NamedTuple):
    """One comment: its place, the lines that it speaks of, and one of the words in its brackets."""

    start: int
    end: int
    first: int
    last: int
    word: str


class _Text(NamedTuple):
    """A scalar of the tree: where it is, where its words begin, and where its field begins."""

    start: int
    end: int
    words: int
    field: int


def suppress(file: LoadedFile, diagnostics: Sequence[Diagnostic], selection: Selection) -> list[Diagnostic]:
    """The `diagnostics` of `file` that no comment silences, and one for each useless comment."""
    if "quiz:" not in file.text or file.node is None:
        return list(diagnostics)
    lines = Lines(file.text)
    texts = sorted(_texts(file.node, None, file.text))
    ignores = list(_ignores(file, lines, texts))
    by_line: dict[int, list[_Ignore]] = {}
    for ignore in ignores:
        if ignore.first == ignore.last:
            by_line.setdefault(ignore.first, []).append(ignore)
    wide = [ignore for ignore in ignores if ignore.first != ignore.last]
    kept, used = [], set()
    for diagnostic in diagnostics:
        near = [ignore for line in _lines_of(diagnostic, lines, texts) for ignore in by_line.get(line, ())]
        near += [ignore for ignore in wide if ignore.first <= diagnostic.span.line <= ignore.last]
        silent = {ignore for ignore in near if diagnostic.code.id in codes_of(ignore.word)}
        used |= silent
        if not silent:
            kept.append(diagnostic)
    useless = [ignore for ignore in ignores if ignore not in used and _is_judged(ignore, selection)]
    return kept + [_report(ignore, file, lines) for ignore in useless]


def _ignores(file: LoadedFile, lines: Lines, texts: list[_Text]) -> Iterator[_Ignore]:
    items = _lines_of_items(file, lines)
    for found in _COMMENT.finditer(file.text):
        text = _around(found.start(), texts)
        if text and found.start() >= text.words:
            continue
        first = last = lines.span(found.start(), found.end()).line
        if found[1]:
            first, last = 1, LAST
        elif lines.line(first).lstrip().startswith("#"):
            first = _next_line(first, lines)
            last = items.get(first, first)
        for word in (found[2] or "").split(","):
            yield _Ignore(found.start(), found.end(), first, last, word.strip())


def _lines_of_items(file: LoadedFile, lines: Lines) -> dict[int, int]:
    """The first line of each item, with its last one."""
    items = locate(file.node, ("items",)) if file.node is not None else None
    nodes = items.items if isinstance(items, NodeSequence) else []
    return {lines.span(node.start, node.start + 1).line: lines.span(node.start, node.end).end_line for node in nodes}


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


def _report(ignore: _Ignore, file: LoadedFile, lines: Lines) -> Diagnostic:
    span = lines.span(ignore.start, ignore.end)
    fix = None
    if not ignore.word:
        message, cure = "the comment names no rule", "write the code in brackets: # quiz: ignore[E303]"
    elif not codes_of(ignore.word):
        message, cure = f'the comment names "{ignore.word}", which is no rule', "`cps-quiz rule` lists the rules"
    else:
        message, cure = f"nothing here needs {ignore.word} to be ignored", "delete it"
        fix = Fix(f"delete {ignore.word}", (_without(ignore, file.text),))
    return Diagnostic(file.path, span, UNUSED_IGNORE, message, cure, None, fix)


def _without(ignore: _Ignore, text: str) -> Edit:
    """The edit that takes a word out of its comment, or the comment away with its last word."""
    comment = text[ignore.start : ignore.end]
    before, _, words = comment.partition("[")
    rest = [word.strip() for word in words.rstrip("]").split(",") if word.strip() != ignore.word]
    if rest:
        return Edit(ignore.start, ignore.end, f"{before}[{', '.join(rest)}]")
    line = text.rfind("\n", 0, ignore.start) + 1
    break_ = text.find("\n", ignore.end)
    end = break_ if break_ >= 0 else len(text)
    if not text[line : ignore.start].strip():
        return Edit(line, min(end + 1, len(text)), "")
    return Edit(line + len(text[line : ignore.start].rstrip()), line + len(text[line:end].rstrip("\r")), "")
