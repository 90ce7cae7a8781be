"""The same option stands in several items.

Candidates who meet an option in a third item know it before they read the question, and one that is
the key here and wrong elsewhere turns into a riddle about wording. Texts count as the same as in
`duplicate-option`. Options of fewer than four words are left alone, as they recur in any subject, and
so are those with `names`: approaches have few names. In the items of one `set` a key is a distractor
on purpose.

Write for this person and this moment: then no other item has the same words.

Source: our own rule, after the first bank of this project, where shared options had become vague.

Bad:

```yaml
- id: example-1
  stem: '"I told him no," says Ana. What would you say first?'
  options:
    - correct: You told him, and it was hard.
      why: It fits what was just said, and leaves the next word to the person who said it.
    - wrong: Next time I would put it in a letter.
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for the person.
    - wrong: It went well, so it was not that bad.
      misconception: minimizing-feelings
      why: It makes light of what was said, and the person may keep the next thing back.
- id: example-2
  stem: '"I am moving out," says Ben. What would you say first?'
  options:
    - correct: Moving out, after eight years in that house.
      why: It fits what was just said, and leaves the next word to the person who said it.
    - wrong: You told him, and it was hard.
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for the person.
    - wrong: People move all the time, and they manage.
      misconception: minimizing-feelings
      why: It makes light of what was said, and the person may keep the next thing back.
```

Good:

```yaml
- id: example-1
  stem: '"I told him no," says Ana. What would you say first?'
  options:
    - correct: You told him, and it was hard.
      why: It fits what was just said, and leaves the next word to the person who said it.
    - wrong: Next time I would put it in a letter.
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for the person.
    - wrong: It went well, so it was not that bad.
      misconception: minimizing-feelings
      why: It makes light of what was said, and the person may keep the next thing back.
- id: example-2
  stem: '"I am moving out," says Ben. What would you say first?'
  options:
    - correct: Moving out, after eight years in that house.
      why: It fits what was just said, and leaves the next word to the person who said it.
    - wrong: I would look at two places before I sign.
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for the person.
    - wrong: People move all the time, and they manage.
      misconception: minimizing-feelings
      why: It makes light of what was said, and the person may keep the next thing back.
```
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from cps_quiz.lint.english.same_text import folded, spelt
from cps_quiz.lint.rules import Finding, ItemFinding, Rule
from cps_quiz.lint.views import ItemView, OptionView
from cps_quiz.source.diagnostic import Code, Severity

MOST = 2
"""Items in which an option may stand."""

FEWEST_WORDS = 4
"""Words of an option that is counted: our own choice."""

Use = tuple[ItemView, OptionView]


def _check(items: tuple[ItemView, ...]) -> Iterator[ItemFinding]:
    for uses in _uses(items).values():
        if len(uses) > MOST:
            yield from _too_often(uses)
        yield from _turned_around(uses)


def _uses(items: tuple[ItemView, ...]) -> dict[str, list[Use]]:
    found: dict[str, list[Use]] = defaultdict(list)
    fold = cache(folded)  # most that are alike are the same to the letter
    for item, option in _alike(items):
        if len(option.words) >= FEWEST_WORDS and not option.option.names:
            found[fold(option.text)].append((item, option))
    return {text: uses for text, uses in found.items() if len(uses) > 1}


def _alike(items: tuple[ItemView, ...]) -> Iterator[Use]:
    """The options whose letters another option has too."""
    options = [(item, at, spelt(option.text)) for item in items for at, option in enumerate(item.bare_options())]
    counts = Counter([spelling for *_, spelling in options])
    return ((item, item.options[at]) for item, at, spelling in options if counts[spelling] > 1)


def _too_often(uses: list[Use]) -> Iterator[ItemFinding]:
    others = {item.item.id: None for item, _ in uses}
    if len(others) > MOST:
        first, second, *_ = others
        item, option = uses[MOST]
        message = f"this option stands in {len(others)} items, the first of them {first} and {second}"
        yield item, Finding(option.route, message, "write for this person and this moment")


def _turned_around(uses: list[Use]) -> Iterator[ItemFinding]:
    wrong = [item for item, option in uses if not option.correct]
    for item, option in uses if wrong else ():
        other = next((other for other in wrong if _not_in_one_set(item, other)), None) if option.correct else None
        if other is not None:
            message = f"this key is a wrong option of {other.item.id}"
            help_ = "say it in other words here or there, or make a `set` of the two"
            yield item, Finding(option.route, message, help_)


def _not_in_one_set(item: ItemView, other: ItemView) -> bool:
    """Whether two items stand in no set together; an item itself is left to K204."""
    same = item.item.set is not None and item.item.set == other.item.set and item.file is other.file
    return item is not other and not same


RULE = Rule(Code("K207", "reused-options", Severity.WARNING), all_items=_check)
