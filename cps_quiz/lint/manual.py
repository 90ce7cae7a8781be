"""Manual pages: the docstrings of the rules, with their examples."""

import sys
from collections.abc import Iterator
from re import DOTALL, MULTILINE
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.lint.rules import Rule
from cps_quiz.plugins import names
from cps_quiz.source.diagnostic import Code

_EXAMPLE = pattern(r"^(Bad|Good):\n\n```yaml\n(.*?)^```$", MULTILINE | DOTALL)
REPEATS = 24
"""How often an example item with {n} in it stands in its bank: enough for the rules of whole banks."""

_HEADER = "format: 1\nbank: example\ntitle: Example\ntopic: goal-setting\n"


class Page(NamedTuple):
    """A rule's page: its code, one line, the whole text, and complete example banks."""

    code: Code
    summary: str
    text: str
    bad: str
    good: str


def page(rule: Rule) -> Page:
    """The manual page of `rule`."""
    text = (sys.modules[_module(rule)].__doc__ or "").strip()
    examples = {kind: example_bank(body) for kind, body in _EXAMPLE.findall(text)}
    summary = text.partition("\n")[0].rstrip(".")
    return Page(rule.code, summary, text, examples.get("Bad", ""), examples.get("Good", ""))


def _module(rule: Rule) -> str:
    from cps_quiz.lint import rules as package

    for name in names(package):
        module = f"{package.__name__}.{name}"
        if getattr(sys.modules.get(module), "RULE", None) is rule:
            return module
    raise LookupError(rule.code.id)


def example_bank(body: str) -> str:
    """A complete bank from an example: a list of items gets a header, {n} stands for many items."""
    if not body.startswith("- "):
        return body
    items = "".join(_repeated(item) for item in _items(body))
    return f"{_HEADER}items:\n" + "".join(f"  {line}\n" if line else "\n" for line in items.splitlines())


def _items(body: str) -> Iterator[str]:
    yield from pattern(r"^- .*?(?=^- |\Z)", MULTILINE | DOTALL).findall(body)


def _repeated(item: str) -> str:
    if "{n}" not in item:
        return item
    return "".join(item.replace("{n}", f"{number:02}") for number in range(1, REPEATS + 1))
