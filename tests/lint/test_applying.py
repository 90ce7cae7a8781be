"""However the work is cut and shared, the same is found, in the same order."""

import pickle
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from checked import as_text, wishes
from whole_banks import item, views

from cps_quiz.bank.library import LoadedFile
from cps_quiz.journeys.check import Text, check
from cps_quiz.lint import applying
from cps_quiz.lint.manual import page
from cps_quiz.lint.outputs import outputs
from cps_quiz.lint.rules import Finding, Rule, rules
from cps_quiz.lint.views import FileView
from cps_quiz.source.diagnostic import Code, Severity

HEADER = "format: 1\nbank: example\ntitle: Example\ntopic: goal-setting\nitems:\n"
MANY_CODES = 50
FINDING = Finding(("stem",), "seen", "none")
OF_ITEMS = Rule(Code("W999", "items", Severity.WARNING), each_item=lambda _: [FINDING])
OF_BANKS = Rule(Code("B999", "banks", Severity.WARNING), all_items=lambda items: [(item, FINDING) for item in items])
OF_FILES = OF_ITEMS._replace(each_file=lambda _: [FINDING])

Task = Callable[[], list[Any]]


def texts() -> list[Text]:
    """What every rule finds wrong, each in a file of its own; what are lists of items once more in a large one."""
    banks = {code: page(rule).bad.replace("- id: example-", f"- id: {code.lower()}-") for code, rule in rules().items()}
    lists = [bank.removeprefix(HEADER) for bank in banks.values() if bank.startswith(HEADER)]
    large = f"{HEADER.replace('example', 'large')}{''.join(lists)}".replace("- id: ", "- id: again-")
    return [as_text(bank, f"{code}.yaml") for code, bank in {**banks, "large": large}.items() if bank]


def report(cache: Path | None = None) -> str:
    return check(texts(), wishes(cache=cache), outputs()["json"]).report


def brought_back_in_no_order(own: Sequence[Task], others: Sequence[Task]) -> list[Any]:
    """As if a second process did it all, the last first."""
    done = [pickle.loads(pickle.dumps(task())) for task in reversed((*own, *others))]  # noqa: S301 - our own
    return done[::-1]


@pytest.fixture
def cut_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "LARGE", 1)
    monkeypatch.setattr(applying, "SMALLEST", 3)


def test_the_bank_of_these_tests_has_problems_of_many_kinds() -> None:
    assert len(set(re.findall(r'"code": "(\w+)"', report()))) >= MANY_CODES


@pytest.mark.usefixtures("cut_small")
def test_two_processes_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = report()
    monkeypatch.setattr(applying, "share", brought_back_in_no_order)
    brought_back = report()
    monkeypatch.undo()

    assert shared == brought_back == report()


@pytest.mark.usefixtures("cut_small")
def test_two_processes_keep_and_recall_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = report(tmp_path / "shared")
    recalled = report(tmp_path / "shared")
    monkeypatch.undo()

    assert shared == recalled == report(tmp_path / "shared") == report(tmp_path / "alone")


@pytest.mark.usefixtures("cut_small")
@pytest.mark.parametrize("sizes", [(1,), (2, 0, 4), (7,), (1,) * 20, (0, 0), (100, 3)], ids=str)
def test_every_file_and_item_is_looked_at_once(sizes: tuple[int, ...]) -> None:
    files = [_file(number, size) for number, size in enumerate(sizes)]
    items = tuple(item for view in files for item in view.items)

    found = applying.apply([OF_FILES, OF_ITEMS, OF_BANKS], files, items)

    assert [[where for _, where, _ in rows] for rows in found.in_files] == [
        [view.file, *view.items, *view.items] for view in files
    ]
    assert [where for _, where, _ in found.in_bank] == list(items)


def _file(number: int, size: int) -> FileView:
    items = views([item(f"Stem {number} {at}? | a | b | c") for at in range(size)], f"{number}.yaml") if size else ()
    file = items[0].file if items else LoadedFile(f"{number}.yaml", "")
    return FileView(file, items[0].bank if items else None, items)
