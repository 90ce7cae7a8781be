"""Text without quotes that other YAML tools read as a boolean, number, date or null.

This program takes text as it is written. Other tools that read the same file do not: there `No`
turns into false, `1.0` loses its zero, `007` becomes 7, `12:30` becomes 750 minutes, `2024-05-01` a
date. Candidates who meet the question elsewhere get other words, and ids no longer match.

Put the text in quotes; `cps-quiz check --fix` does it.

Source: YAML 1.1 (yaml.org/type) as PyYAML reads it, with `y` and `n`, and the core schema of YAML
1.2.2.

Bad:

```yaml
- id: 007
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
  tags: [2024-05-01]
```

Good:

```yaml
- id: '007'
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
  tags: ['2024-05-01']
```
"""

from collections.abc import Iterator
from re import VERBOSE
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView
from cps_quiz.source.diagnostic import Code, Edit, Fix, Severity
from cps_quiz.source.field_words import MARKS, OPTION_TEXTS, OURS, plain_name
from cps_quiz.source.node import Mapping, Node, Route, Scalar, Sequence, locate

_NOT_TEXT = frozenset({"format", "negative", "retired", "reviewed", "weight", "year"})
"""Fields whose value is meant as a boolean, a number, or a date."""

_BY_ID = frozenset({"scenarios", "references", "misconceptions", "topics", "objectives"})
_BY_ID_DEPTHS = (1, 3)
"""Groups whose field names are ids of their writer: steps from the top of the file to each of them."""

_WORDS = {
    form: kind
    for kind, words in (("a boolean", "y n yes no true false on off"), ("null", "null"))
    for word in words.split()
    for form in (word, word.capitalize(), word.upper())
} | {"~": "null"}
_FIRST = frozenset("+-.0123456789")
_NUMBER = pattern(
    r"""[-+]?(?: 0b[01_]+ | 0o[0-7]+ | 0x[0-9a-fA-F_]+
        | [0-9][0-9_]*
        | [1-9][0-9_]* (?: :[0-5]?[0-9] )+
        | [0-9][0-9_]* (?: :[0-5]?[0-9] )+ \.[0-9_]*
        | [0-9][0-9_]* \.[0-9_]* (?: [eE][-+]?[0-9]+ )?
        | \.[0-9][0-9_]* (?: [eE][-+]?[0-9]+ )?
        | [0-9]+ [eE][-+]?[0-9]+
        | \.(?: inf | Inf | INF ) )
        | \.(?: nan | NaN | NAN )""",
    VERBOSE,
)
_DATE = pattern(
    r"""[0-9]{4}-[0-9]{2}-[0-9]{2}
        | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: [Tt] | [ \t]+ ) [0-9]{1,2} :[0-9]{2} :[0-9]{2} (?: \.[0-9]* )?
          (?: [ \t]* (?: Z | [-+][0-9]{1,2} (?: :[0-9]{2} )? ) )?""",
    VERBOSE,
)


class _Text(NamedTuple):
    route: Route
    node: Node
    is_name: bool = False


def _check(file: FileView) -> Iterator[Finding]:
    root = file.file.node
    if root is None or (file.bank is None and file.curriculum is None) or not _has_candidates(root):
        return
    seen = set()
    for text in _texts(root):
        node = text.node
        if type(node) is Scalar and not node.style and (kind := _kind(node.text)) and node.start not in seen:
            if kind == "a boolean" and _is_mark(root, text.route):
                continue
            seen.add(node.start)
            yield _finding(text, node, kind, file.file.text)


def _is_mark(root: Node, route: Route) -> bool:
    """Whether it is another program's mark of the right option, beside its text: reading has told of it."""
    group = locate(root, route[:-1])
    name = plain_name(str(route[-1])) if route else ""
    return (
        name in MARKS
        and isinstance(group, Mapping)
        and any(plain_name(str(f[0])) in OPTION_TEXTS for f in group.fields)
    )


def _has_candidates(root: Node) -> bool:
    """Whether a text of the tree might be taken for something else; without routes, as most files have none."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if type(node) is Mapping:
            for field, value in zip(node.fields, node.values, strict=True):
                if type(value) is not Scalar:
                    waiting.append(value)
                elif not value.style and _kind(value.text) and not _is_usual(node, field, value, root):
                    return True
                if type(field) is Scalar and not field.style and _kind(field.text):
                    return True
        elif type(node) is Sequence:
            waiting += node.items
        elif type(node) is Scalar and not node.style and _kind(node.text):
            return True
    return False


def _is_usual(node: Mapping, field: Node, value: Scalar, root: Node) -> bool:
    """Whether it is the number of the format or a flag, as many files have them."""
    name = str(field[0])
    if node is root:
        return name in {"format", "Format"}
    return name in {"negative", "retired"} and value.text in {"true", "false"}


def _texts(root: Node) -> Iterator[_Text]:
    """Every text of the file; values that are meant as a boolean or number left out."""
    waiting = [_Text((), root)]
    while waiting:
        text = waiting.pop()
        route, node, _ = text
        if type(node) is Mapping:
            waiting += _fields(route, node)
        elif type(node) is Sequence:
            waiting += [_Text((*route, index), entry) for index, entry in enumerate(node.items)]
        else:
            yield text


def _fields(route: Route, node: Mapping) -> Iterator[_Text]:
    by_id = len(route) in _BY_ID_DEPTHS and route[-1] in _BY_ID
    for field, value in zip(node.fields, node.values, strict=True):
        if type(field) is Scalar and (by_id or field.text in OURS or plain_name(field.text) in OURS):
            if by_id:
                yield _Text((*route, field.text), field, is_name=True)
            if by_id or field.text.lower() not in _NOT_TEXT:
                yield _Text((*route, field.text), value)


def _kind(text: str) -> str:
    """What other tools read, "" when it is text to them too."""
    if text[:1] not in _FIRST:
        return _WORDS.get(text, "")
    if _NUMBER.fullmatch(text):
        return "a number"
    return "a date" if _DATE.fullmatch(text) else ""


def _finding(text: _Text, node: Scalar, kind: str, source: str) -> Finding:
    quoted = f"'{node.text}'"
    # An anchor may stand inside the place, before the text; a date may run on to a second line.
    start = node.end - len(node.text)
    is_one_line = source[start : node.end] == node.text
    fix = Fix(f"write {quoted}", (Edit(start, node.end, quoted),)) if is_one_line else None
    message = f"other YAML tools read {node.text} without quotes as {kind}"
    return Finding(text.route, message, f"write {quoted}", fix=fix, at_name=text.is_name)


RULE = Rule(Code("S011", "yaml-surprise", Severity.WARNING), each_file=_check)
