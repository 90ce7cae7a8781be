"""Rules, one file each.

A member exports `RULE`. Its docstring is its manual page: one line that says what it finds, the
reason, the cure, the source of a threshold, a *Bad* and a *Good* bank that the tests run.
"""

import sys
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from cps_quiz.bank.library import LoadedFile
from cps_quiz.lint.views import FileView, ItemView
from cps_quiz.plugins import members
from cps_quiz.source.diagnostic import Code, Fix, Severity
from cps_quiz.source.node import Route


class Finding(NamedTuple):
    """What a rule found.

    `route` leads to the place, from the item (item rules) or from the top of the file (others);
    `phrase` are words of the text there to point at; `at_name` points at the field's name instead of
    its value. Message and help are clauses without a full stop: what is wrong, and how to mend it.
    `severity` is another one than the code's, for what is less certain.
    """

    route: Route
    message: str
    help: str
    phrase: str = ""
    fix: Fix | None = None
    at_name: bool = False
    severity: Severity | None = None


ItemFinding = tuple[ItemView, Finding]
"""A finding about one of many items; its route starts at that item."""

FileFinding = tuple[LoadedFile, Finding]
"""A finding about many items, shown in one of their files; its route starts at the top of the file."""


class Rule(NamedTuple):
    """One rule. It looks at each item, at each file, or at all items together.

    A rule with none of the three is found while the file is read. `other_name` is one that it had. What an
    `english` rule knows of the language holds for English banks alone.
    """

    code: Code
    each_item: Callable[[ItemView], Iterable[Finding]] | None = None
    each_file: Callable[[FileView], Iterable[Finding]] | None = None
    all_items: Callable[[tuple[ItemView, ...]], Iterable[ItemFinding | FileFinding]] | None = None
    other_name: str = ""
    english: bool = False


@cache
def rules() -> dict[str, Rule]:
    """All rules by code, in the order of their codes."""
    found = members(sys.modules[__name__], "RULE", Rule)
    return {rule.code.id: rule for rule in sorted(found.values(), key=lambda rule: rule.code.id)}
