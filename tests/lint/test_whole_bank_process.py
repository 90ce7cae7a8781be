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


def test_two_processes_share_the_rules_of_a_large_bank(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "LARGE", 1)
    known = items(shipped())
    reading, writing = os.pipe()

    def waits_for_the_other(_items: tuple[ItemView, ...]) -> list[ItemFinding]:
        return every_item(known) if os.read(reading, 1) else []

    def lets_it_go_on(_items: tuple[ItemView, ...]) -> list[ItemFinding]:
        os.write(writing, b"x")
        return every_item(known)

    found = apart.start([Rule(CODE, all_items=waits_for_the_other), Rule(CODE, all_items=lets_it_go_on)], known)()

    assert [where for _, (where, _) in found] == [*known, *known]
    assert len({finding.message for _, (_, finding) in found}) == 2


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
