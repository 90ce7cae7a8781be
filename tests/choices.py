"""Items for tests of cues, each written on one line: `stem | key | distractor | distractor`."""

from cps_quiz.bank.library import LoadedFile
from cps_quiz.core.questions.bank import Bank, Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.single import Single
from cps_quiz.lint.rules import Finding, rules
from cps_quiz.lint.views import ItemView

ITEM = Item(ItemId("item-1"), "single", "What now?", TopicId("goal-setting"), Single(()))


def single(line: str) -> Item:
    """A `single` whose first option is the key."""
    stem, key, *distractors = line.split(" | ")
    return ITEM._replace(stem=stem, body=Single((_option(key, correct=True), *map(_option, distractors))))


def multiple(stem: str, keys: str, distractors: str) -> Item:
    """A `multiple`; options are parted by bars."""
    options = [_option(key, correct=True) for key in keys.split(" | ")] + [*map(_option, distractors.split(" | "))]
    return ITEM._replace(type="multiple", stem=stem, body=Multiple(tuple(options)))


def found(code: str, item: Item | str, *others: Item) -> list[Finding]:
    """What the rule finds in `item`, which stands in one bank with `others`."""
    check = rules()[code].each_item
    assert check
    asked = single(item) if isinstance(item, str) else item
    bank = Bank("bank", "Bank", (asked, *others))
    return list(check(ItemView(asked, 0, LoadedFile("bank.yaml", ""), bank)))


def _option(text: str, *, correct: bool = False) -> Option:
    return Option(text, correct, "Because of what the person said just before.")
