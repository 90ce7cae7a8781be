"""Many items at once, for tests of rules that look at whole banks."""

from collections.abc import Iterable

from choices import single

from cps_quiz.bank.library import LoadedFile
from cps_quiz.core.questions.bank import Bank, Item, ItemId, Scenario
from cps_quiz.item_types.single import Single
from cps_quiz.lint.rules import Finding, rules
from cps_quiz.lint.views import FileView, ItemView


def item(line: str, *, key: int = 0, scenario: str | None = None, set_: str | None = None) -> Item:
    """`stem | key | distractor | distractor`, the key then moved to place `key`."""
    made = single(line)
    assert isinstance(made.body, Single)
    right, *wrong = made.body.options
    options = (*wrong[:key], right, *wrong[key:])
    told = Scenario("told", scenario) if scenario else None
    return made._replace(body=Single(options), scenario=told, set=set_)


def matched_set(name: str, stems: Iterable[str], *options: str) -> list[Item]:
    """Items with the same options in the same places; of the first item the first is the key, and so on."""
    return [
        item(
            " | ".join([stem, options[place], *(text for text in options if text != options[place])]),
            key=place,
            set_=name,
        )
        for place, stem in enumerate(stems)
    ]


def views(items: Iterable[Item], path: str = "bank.yaml") -> tuple[ItemView, ...]:
    """The items in a file of their own, with ids item-1, item-2, and so on."""
    numbered = tuple(item._replace(id=ItemId(f"item-{number}")) for number, item in enumerate(items, 1))
    bank = Bank("bank", "Bank", numbered, topic=numbered[0].topic)
    file = LoadedFile(path, "")
    return tuple(ItemView(item, place, file, bank) for place, item in enumerate(numbered))


def found_together(code: str, items: tuple[ItemView, ...]) -> list[tuple[str, Finding]]:
    """What the rule finds: where (an item's id or a file's path), and what."""
    check = rules()[code].all_items
    assert check
    return [(where.item.id if isinstance(where, ItemView) else where.path, finding) for where, finding in check(items)]


def found_in_file(code: str, items: tuple[ItemView, ...]) -> list[Finding]:
    """What the rule finds in the file of the items."""
    check = rules()[code].each_file
    assert check
    return list(check(FileView(items[0].file, items[0].bank, items)))
