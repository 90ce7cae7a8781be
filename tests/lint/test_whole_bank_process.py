"""Rules of whole banks find the same in a process of their own."""

import os
from pathlib import Path

import pytest

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.lint import whole_bank_process as apart
from cps_quiz.lint.rules import Finding, ItemFinding, Rule, rules
from cps_quiz.lint.views import ItemView, views
from cps_quiz.source.diagnostic import Code, Severity

CODE = Code("B999", "every-item", Severity.WARNING)


def items(path: Path) -> tuple[ItemView, ...]:
    return tuple(item for view in views(load([path])) for item in view.items)


def every_item(known: tuple[ItemView, ...]) -> list[ItemFinding]:
    return [(item, Finding(("stem",), f"seen by {os.getpid()}", "none")) for item in known]


def test_a_large_bank_is_looked_at_by_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LARGE", 1)
    known = items(shipped())

    found = apart.start([Rule(CODE, all_items=every_item)], known)()

    assert [where for _, (where, _) in found] == list(known)
    assert all(finding.message != f"seen by {os.getpid()}" for _, (_, finding) in found)


def test_both_ways_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    known = items(shipped())
    here = apart.start(list(rules().values()), known)()
    monkeypatch.setattr(apart, "LARGE", 1)

    assert apart.start(list(rules().values()), known)() == here


def test_an_error_of_a_rule_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(known: tuple[ItemView, ...]) -> list[ItemFinding]:
        raise LookupError(len(known))

    monkeypatch.setattr(apart, "LARGE", 1)

    with pytest.raises(LookupError):
        apart.start([Rule(CODE, all_items=broken)], items(shipped()))()
