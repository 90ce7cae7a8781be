"""A comment follows text without quotes, so that part of the text may be lost.

In YAML a `#` after a space begins a comment: of `our #1 aim` candidates read "our" and nothing else.
What is meant as a comment goes on a line of its own, above the text.

Put the text in quotes, or move the comment. `cps-quiz check --fix` puts the whole line in quotes where a
word follows the `#` at once, as in `#1`; `# with a space` may be a note of yours, and is left to you.

Source: YAML 1.2.2, section 6.6.

Bad:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana with her #1 aim?
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```

Good:

```yaml
- id: example-1
  type: order
  stem: 'In which order does Luis help Dana with her #1 aim?'
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView
from cps_quiz.source.codes import LOST_COMMENT
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.field_words import TEXTS
from cps_quiz.source.node import Mapping, Node, Route, Scalar, Sequence
from cps_quiz.source.slips.slip import quoted

_TEXT_LISTS = frozenset({"steps", "looks_for", "sounds_like"})
_BY_ID = frozenset({"scenarios", "telling_apart"})
_BELOW_SIGN = pattern(r"#(?!quiz:)[^\s#!][^\r\n]*")
_BELOW = pattern(rf"\s*\n([ ]+)({_BELOW_SIGN.pattern})")
_KEY = pattern(r"[ ]*(?:- +)*")
_COMMENT = pattern(r"[ \t]+(#(?![ \t]*quiz:)[^\r\n]*)")

HELP = "put the whole text in quotes, or the comment on a line of its own above"
NOTE = "put the comment on a line of its own above; if it is part of the text, put the whole text in quotes"


def _check(view: FileView) -> Iterator[Finding]:
    root, text = view.file.node, view.file.text
    if (view.bank is None and view.curriculum is None) or not _is_suspect(text) or root is None:
        return
    for route, node in _texts(root, (), is_text=False):
        if not node.style:
            found = _COMMENT.match(text, node.start + len(text[node.start : node.end].rstrip()))
            if found and node.text:
                yield _finding(route, node, found[1].rstrip(), text)
            elif node.text and (lost := _lost_line(node, text)):
                yield Finding(route, _message(lost), HELP)
            elif text.startswith("&", node.start) and not text.startswith(node.text, node.start):
                yield _lost_anchor(route, node, text)


def _is_suspect(text: str) -> bool:
    """Whether there may be a comment behind something else, or an anchor; most files have none."""
    at = text.find(" #")
    while at >= 0:
        line = text[text.rfind("\n", 0, at) + 1 : at].lstrip()
        if (line and not line.startswith("#")) or (not line and _BELOW_SIGN.match(text, at + 1)):
            return True
        at = text.find(" #", at + 1)
    return " &" in text


def _lost_line(node: Scalar, text: str) -> str:
    """The comment below the text that may be its last line, as `#1 aim` is; "" without one."""
    found = _BELOW.match(text, node.start + len(text[node.start : node.end].rstrip()))
    key = _KEY.match(text, text.rfind("\n", 0, node.start) + 1)
    is_inside = found is not None and key is not None and len(found[1]) > len(key.group())
    return found[2] if found and is_inside else ""


def _message(comment: str) -> str:
    shown = comment if len(comment) <= 40 else f"{comment[:37]}..."  # noqa: PLR2004 - enough to find it
    return f'what stands behind # is a comment, and lost to readers: "{shown}"'


def _texts(node: Node, route: Route, *, is_text: bool) -> Iterator[tuple[Route, Scalar]]:
    """Every text that people read, with its route."""
    match node:
        case Scalar() if is_text:
            yield route, node
        case Sequence(items):
            for index, entry in enumerate(items):
                inner = bool(route) and route[-1] in _TEXT_LISTS
                yield from _texts(entry, (*route, index), is_text=inner)
        case Mapping(fields, values):
            in_ids = bool(route) and route[-1] in _BY_ID
            for field, value in zip(fields, values, strict=True):
                if isinstance(field, Scalar):
                    yield from _texts(value, (*route, field.text), is_text=in_ids or field.text in TEXTS)
        case _:
            pass


def _finding(route: Route, node: Scalar, comment: str, text: str) -> Finding:
    start = node.end - len(node.text)
    end = text.index(comment, node.end) + len(comment)
    whole = text[start:end]
    fix = None
    if not comment[1:2].strip():
        return Finding(route, _message(comment), NOTE)
    if text[start : node.end] == node.text:
        fix = Fix("put the whole text in quotes", (Edit(start, end, quoted(whole)),))
    return Finding(route, _message(comment), HELP, fix=fix)


def _lost_anchor(route: Route, node: Scalar, text: str) -> Finding:
    whole = text[node.start : node.end].rstrip()
    word = whole.split()[0]
    fix = Fix("put the whole text in quotes", (Edit(node.start, node.start + len(whole), quoted(whole)),))
    message = f'text that begins with & needs quotes around it: "{word}" is lost'
    used = f"*{word[1:]}" in text
    return Finding(route, message, f"write {quoted(whole)}", fix=None if used or "\n" in whole else fix)


RULE = Rule(LOST_COMMENT, each_file=_check)
