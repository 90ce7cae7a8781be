"""Applying rules to items, to files and to whole banks, in tasks that two processes share where there are many."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from cps_quiz.bank.library import LoadedFile
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.second_process import share
from cps_quiz.lint.traces import Passages, Traces, traces
from cps_quiz.lint.views import FileView, ItemView

LARGE = 500
"""Items from which a second process pays: of 1,000 it saves a fifth of the time. Our own measurement."""

TASKS = 80
"""Tasks that items are cut into: each costs little, and with many both processes end together."""

SMALLEST = 50
"""Items of a task at least, where a file counts as one more."""

LONGEST = ("B603", "B604", "B602", "K207")
"""The rules of whole banks that take longest, longest first. Our own measurement."""

Found = tuple[Rule, ItemView | LoadedFile, Finding]


class Applied(NamedTuple):
    """What was found in each file by rules of single items and files, and by those of whole banks; and `traces`."""

    in_files: list[list[Found]]
    in_bank: list[Found]
    traces: list[Traces]


class _Part(NamedTuple):
    """Items of the file with this number; the file itself is looked at with its `first` part."""

    file: int
    items: tuple[ItemView, ...]
    first: bool


class _Work(NamedTuple):
    """What is applied to what. Tasks return numbers in place of items, which would be copied on their way."""

    rules: Sequence[Rule]
    files: Sequence[FileView]
    items: tuple[ItemView, ...]
    numbers: dict[int, int]


_InFile = tuple[int, bool, int, int, Finding]
"""The number of the file, whether it is found in an item, the numbers of the rule and the item."""

_InBank = tuple[int, int | str, Finding]
"""The number of the rule, and that of the item or the path of the file."""

_Task = Callable[[], list[Any]]


def apply(
    rules: Sequence[Rule], files: Sequence[FileView], items: tuple[ItemView, ...], traced: Sequence[FileView] = ()
) -> Applied:
    """Apply rules to each of `files`, and to all `items` together, which may stand in other files too.

    What is compared between items is at hand then, and handed out for the files to be `traced`.
    """
    work = _Work(rules, files, items, {id(item): number for number, item in enumerate(items)})
    own: list[_Task] = [partial(_in_parts, work, parts) for parts in _tasks(files)]
    whole = [number for number, rule in enumerate(rules) if rule.all_items]
    whole.sort(key=lambda number: _rank(rules[number]))
    others: list[_Task] = [partial(_in_bank, work, number) for number in whole]
    bank_ends = len(own) + len(others)
    others += [partial(_traces, views) for views in _batches(traced)]
    done = share(own, others) if len(items) >= LARGE else [task() for task in (*own, *others)]
    in_files, in_bank = _by_file(work, done[: len(own)]), _of_bank(work, done[len(own) : bank_ends])
    return Applied(in_files, in_bank, [found for batch in done[bank_ends:] for found in batch])


def _batches(views: Sequence[FileView]) -> list[Sequence[FileView]]:
    """Views in no more than TASKS parts."""
    size = -(-len(views) // TASKS) or 1
    return [views[at : at + size] for at in range(0, len(views), size)]


def _traces(views: Sequence[FileView]) -> list[Traces]:
    return [traces((item.bags, Passages(item.told(), item.told_keys())) for item in view.items) for view in views]


def _rank(rule: Rule) -> int:
    return LONGEST.index(rule.code.id) if rule.code.id in LONGEST else len(LONGEST)


def _tasks(files: Sequence[FileView]) -> list[list[_Part]]:
    most = max(SMALLEST, sum(len(view.items) + 1 for view in files) // TASKS)
    tasks: list[list[_Part]] = []
    room = 0
    for file, view in enumerate(files):
        for at in range(0, max(1, len(view.items)), most):
            part = _Part(file, view.items[at : at + most], at == 0)
            if room <= 0:
                tasks.append([])
                room = most
            tasks[-1].append(part)
            room -= len(part.items) + part.first
    return tasks


def _in_parts(work: _Work, parts: list[_Part]) -> list[_InFile]:
    return [row for part in parts for row in _in_part(work, part)]


def _in_part(work: _Work, part: _Part) -> Iterator[_InFile]:
    view = work.files[part.file]
    for number, rule in enumerate(work.rules):
        for finding in rule.each_file(view) if part.first and rule.each_file else ():
            yield part.file, False, number, -1, finding
    english = view.bank is None or view.bank.is_english
    checks = [(n, r.each_item) for n, r in enumerate(work.rules) if r.each_item and (english or not r.english)]
    for number, check in checks:
        for item in part.items:
            for finding in check(item):
                yield part.file, True, number, work.numbers[id(item)], finding


def _in_bank(work: _Work, number: int) -> list[_InBank]:
    rule = work.rules[number]
    items = tuple(item for item in work.items if item.bank.is_english) if rule.english else work.items
    return [
        (number, work.numbers[id(where)] if isinstance(where, ItemView) else where.path, finding)
        for where, finding in (rule.all_items(items) if rule.all_items else ())
    ]


def _by_file(work: _Work, done: Sequence[Sequence[_InFile]]) -> list[list[Found]]:
    """What was found in each file: first in the file itself, then in its items; rule by rule."""
    found: list[list[Found]] = [[] for _ in work.files]
    for file, in_item, number, item, finding in sorted((row for rows in done for row in rows), key=itemgetter(0, 1, 2)):
        found[file].append((work.rules[number], work.items[item] if in_item else work.files[file].file, finding))
    return found


def _of_bank(work: _Work, done: Sequence[Sequence[_InBank]]) -> list[Found]:
    """What was found in all items together, in the order of the rules."""
    files = {item.file.path: item.file for item in work.items}
    rows = sorted((row for rows in done for row in rows), key=itemgetter(0))
    return [
        (work.rules[number], work.items[where] if isinstance(where, int) else files[where], finding)
        for number, where, finding in rows
    ]
