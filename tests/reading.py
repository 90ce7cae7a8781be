"""Reads YAML for tests: trees as plain data, problems as code and place, texts with their problems marked in them."""

import re
from typing import NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load_texts
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.node import Mapping, Node, Scalar, Sequence
from cps_quiz.source.problems import Problems
from cps_quiz.source.yaml_reader import read_tree

Place = tuple[str, int, int]
"""Code, line and column of a problem."""

_MARK = re.compile("«([A-Z0-9 ]+)»")


class Tree(NamedTuple):
    """What `read_tree` made of a text."""

    node: Node | None
    problems: list[Diagnostic]


def tree(text: str) -> Tree:
    problems = Problems()
    node = read_tree(text, problems)
    return Tree(node, problems.diagnostics("x.yaml", text))


def plain(node: Node | None) -> object:
    """A tree without its places: texts, lists, and mappings as lists of pairs."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(fields, values):
            return [(plain(field), plain(value)) for field, value in zip(fields, values, strict=True)]
        case None:
            return None


def library(*texts: str) -> Library:
    """Texts loaded together under the names 0.yaml, 1.yaml, ..."""
    return load_texts((f"{number}.yaml", text, True, Problems()) for number, text in enumerate(texts))


def places(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> list[Place]:
    return [(d.code.id, d.span.line, d.span.column) for d in diagnostics]


def unmarked(text: str) -> tuple[str, list[Place]]:
    """A text without its marks, and what they stand for: `stem: «S005»[a]` is S005 at the bracket."""
    clean = ""
    found = []
    end = 0
    for mark in _MARK.finditer(text):
        clean += text[end : mark.start()]
        line = clean.count("\n") + 1
        column = len(clean) - clean.rfind("\n")
        found += [(code, line, column) for code in mark[1].split()]
        end = mark.end()
    return clean + text[end:], found
