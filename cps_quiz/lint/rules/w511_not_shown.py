"""Markdown or HTML that the program does not show as such.

Texts are shown with paragraphs, emphasis and lists. A table, a heading, code, a quotation mark `>`, an
image, a link, an HTML tag or an entity such as `&nbsp;` stands on the screen as it was typed, signs and all.

Write it in words: "On Monday her mood was low, on Tuesday it was fine."

Source: our own; the signs are those of CommonMark 0.31 and HTML.

Bad:

```yaml
- id: example-1
  type: order
  stem: |
    ## Case

    In which order does Luis help Dana, who feels swamped?
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
  stem: In which order does Luis help Dana, who feels swamped?
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from collections.abc import Iterator
from re import MULTILINE
from re import compile as pattern

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView, ItemView
from cps_quiz.source.diagnostic import Code, Severity
from cps_quiz.source.node import Route

_SIGNS = "`|#>![<&~"
_KINDS = (
    ("code", pattern(r"^[ \t]*(?:```|~~~)|`[^`\n]+`", MULTILINE)),
    ("a table", pattern(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$", MULTILINE)),
    ("a heading", pattern(r"^[ \t]*#{1,6}[ \t]+\S.*$", MULTILINE)),
    ("a quotation mark >", pattern(r"^[ \t]*>[ \t]+\S.*$", MULTILINE)),
    ("an image", pattern(r"!\[[^\]\n]*\]\([^)\n]*\)")),
    ("a link", pattern(r"(?<!!)\[[^\]\n]+\]\([^)\s]+\)")),
    (
        "HTML",
        pattern(
            r"</?(?:a|b|i|u|em|strong|p|br|hr|div|span|ul|ol|li|h[1-6]|table|tr|td|th|img|font|sub|sup|code|pre)"
            r"(?:\s[^<>\n]*)?/?>",
        ),
    ),
    ("an entity", pattern(r"&(?:[a-z]{2,8}|#[0-9]{2,5}|#x[0-9a-f]{2,5});")),
)


def _check(item: ItemView) -> Iterator[Finding]:
    if any(sign in item.everything for sign in _SIGNS):
        for route, text in (*item.asked(), *item.choices, *item.whys):
            yield from _in_text(route, text)


def _check_file(file: FileView) -> Iterator[Finding]:
    for route, text in file.scenarios():
        yield from _in_text(route, text)


def _in_text(route: Route, text: str) -> Iterator[Finding]:
    """The first thing of a text that is not shown: one message is enough for each text."""
    if not any(sign in text for sign in _SIGNS):
        return
    for kind, made in _KINDS:
        found = made.search(text)
        if found:
            phrase = " ".join(found[0].split())
            shown = phrase if len(phrase) <= 40 else f"{phrase[:37]}..."  # noqa: PLR2004 - enough to find it
            message = f'{kind} ("{shown}") is shown as it is typed'
            yield Finding(route, message, "write it in words; emphasis, paragraphs and lists are shown", phrase)
            return


RULE = Rule(Code("W511", "not-shown", Severity.WARNING), each_item=_check, each_file=_check_file)
