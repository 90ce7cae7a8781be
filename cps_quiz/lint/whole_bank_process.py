"""The rules of whole banks in a process of their own, beside those of single items.

They take half of the time of a large bank. A forked process has all items at hand without a copy,
and only findings come back. Where there is nothing to gain, or forking fails, nothing is forked.
"""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cps_quiz.lint.rules import FileFinding, ItemFinding, Rule
from cps_quiz.lint.views import ItemView

LARGE = 3_000
"""Items from which a second process pays: it costs about 30 ms to start. Our own measurement."""

Found = tuple[Rule, ItemFinding | FileFinding]


def start(rules: Sequence[Rule], items: tuple[ItemView, ...]) -> Callable[[], list[Found]]:
    """Start to look at all items together; the result gives what was found, when it is asked for."""
    active = [rule for rule in rules if rule.all_items]
    if len(items) < LARGE or not active or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:  # noqa: PLR2004
        return lambda: _found(active, items)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _send(writing, active, items)
    os.close(writing)
    return lambda: _receive(reading, child, active, items)


def _found(rules: Sequence[Rule], items: tuple[ItemView, ...]) -> list[Found]:
    english = tuple(item for item in items if item.bank.is_english)
    return [
        (rule, found)
        for rule in rules
        if rule.all_items
        for found in rule.all_items(english if rule.english else items)
    ]


def _send(writing: int, rules: Sequence[Rule], items: tuple[ItemView, ...]) -> None:
    """Write what is found to the pipe and end this process at once, whatever happens."""
    code = 1
    try:
        numbers = {id(item): number for number, item in enumerate(items)}
        findings = [
            (rules.index(rule), _place(where, numbers), finding) for rule, (where, finding) in _found(rules, items)
        ]
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(findings, pipe)
        code = 0
    finally:
        os._exit(code)


def _place(where: Any, numbers: dict[int, int]) -> int | str:  # noqa: ANN401 - an item or a file
    return numbers[id(where)] if isinstance(where, ItemView) else where.path


def _receive(reading: int, child: int, rules: Sequence[Rule], items: tuple[ItemView, ...]) -> list[Found]:
    """What the other process found; if it failed, look here, where an error can be seen."""
    with os.fdopen(reading, "rb") as pipe:
        content = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        return _found(rules, items)
    files = {item.file.path: item.file for item in items}
    return list(_placed(pickle.loads(content), rules, items, files))  # noqa: S301 - written by ourselves


def _placed(
    findings: list[tuple[int, Any, Any]], rules: Sequence[Rule], items: tuple[ItemView, ...], files: dict[str, Any]
) -> Iterator[Found]:
    for number, place, finding in findings:
        yield rules[number], ((items[place] if isinstance(place, int) else files[place]), finding)
