"""The rules of whole banks in a process of their own, beside those of single items.

They take a third of the time of a large bank. A forked process has all items at hand without a copy,
and only findings come back; who is done with the rest helps with what is left. Where there is nothing
to gain, or forking fails, nothing is forked.
"""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cps_quiz.lint.rules import FileFinding, Finding, ItemFinding, Rule
from cps_quiz.lint.views import ItemView

LARGE = 3_000
"""Items from which a second process pays: it costs about 30 ms to start. Our own measurement."""

LONGEST = ("B603", "B604", "B602", "K207")
"""The rules that take longest, longest first, so that both processes end together. Our own measurement."""

Found = tuple[Rule, ItemFinding | FileFinding]

_Rows = list[tuple[int | str, Finding]]
"""Findings of one rule, each with its item's number or its file's path."""


def start(rules: Sequence[Rule], items: tuple[ItemView, ...]) -> Callable[[], list[Found]]:
    """Start to look at all items together; the result gives what was found, when it is asked for."""
    active = [rule for rule in rules if rule.all_items]
    if len(items) < LARGE or not active or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:  # noqa: PLR2004
        return lambda: [(rule, found) for rule in active for found in _findings(rule, items)]
    to_do = _to_do(active)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _send(writing, _share(to_do, active, items))
    os.close(writing)
    return lambda: _together(active, items, _share(to_do, active, items), _receive(reading, child))


def _findings(rule: Rule, items: tuple[ItemView, ...]) -> list[ItemFinding | FileFinding]:
    english = tuple(item for item in items if item.bank.is_english) if rule.english else items
    return list(rule.all_items(english)) if rule.all_items else []


def _to_do(rules: Sequence[Rule]) -> int:
    """A pipe with the number of each rule, the longest first: each byte is read by one process alone."""
    order = [code for code in LONGEST if any(rule.code.id == code for rule in rules)]
    numbers = sorted(range(len(rules)), key=lambda number: (*order, rules[number].code.id).index(rules[number].code.id))
    reading, writing = os.pipe()
    os.write(writing, bytes(numbers))
    os.close(writing)
    return reading


def _share(to_do: int, rules: Sequence[Rule], items: tuple[ItemView, ...]) -> Iterator[tuple[int, _Rows]]:
    """Take one rule after another as long as there are some, and look with it at the items."""
    numbers = {id(item): number for number, item in enumerate(items)}
    while taken := os.read(to_do, 1):
        found = _findings(rules[taken[0]], items)
        yield taken[0], [(_place(where, numbers), finding) for where, finding in found]
    os.close(to_do)


def _place(where: Any, numbers: dict[int, int]) -> int | str:  # noqa: ANN401 - an item or a file
    return numbers[id(where)] if isinstance(where, ItemView) else where.path


def _send(writing: int, share: Iterator[tuple[int, _Rows]]) -> None:
    """Write what is found to the pipe and end this process at once, whatever happens."""
    code = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(dict(share), pipe)
        code = 0
    finally:
        os._exit(code)


def _together(
    rules: Sequence[Rule],
    items: tuple[ItemView, ...],
    own: Iterator[tuple[int, _Rows]],
    others: Callable[[], dict[int, _Rows]],
) -> list[Found]:
    """The findings of both processes in the order of the rules.

    What the other one took and did not bring back is looked at here, where an error can be seen.
    """
    rows = {**dict(own), **others()}
    files = {item.file.path: item.file for item in items}
    return [
        (rule, (items[place], finding) if isinstance(place, int) else (files[place], finding))
        for number, rule in enumerate(rules)
        for place, finding in (rows[number] if number in rows else _alone(rule, items))
    ]


def _alone(rule: Rule, items: tuple[ItemView, ...]) -> _Rows:
    numbers = {id(item): number for number, item in enumerate(items)}
    return [(_place(where, numbers), finding) for where, finding in _findings(rule, items)]


def _receive(reading: int, child: int) -> Callable[[], dict[int, _Rows]]:
    def receive() -> dict[int, _Rows]:
        with os.fdopen(reading, "rb") as pipe:
            content = pipe.read()
        _, status = os.waitpid(child, 0)
        return {} if status else pickle.loads(content)  # noqa: S301 - written by ourselves

    return receive
