"""Options that are numbers stand in no order.

Candidates who worked out a number look for it in a list, and lose time where the list jumps.
Numbers in order also keep the place of the key out of the writer's hands. Order up or down is fine;
numbers may have a unit, a sign of money or per cent, or be spelled out.

Sort them. `cps-quiz check --fix` does it, and moves each option with its `why` and the comments
above it.

Source: Haladyna, Downing and Rodriguez 2002, guideline 21; SAQUET (Moore et al. 2024) calls it lost
sequence.

Bad:

```yaml
- id: example-1
  stem: How many guiding principles are on SAMHSA's list?
  options:
    - wrong: 10 principles
      misconception: facts-without-support
      why: Ten were on the list of 2004, which went out of use when this one came.
    - correct: 12 principles
      why: >-
        The list of 2010 was worked out with people in recovery; each principle has a page of its
        own.
    - wrong: 8 principles
      misconception: facts-without-support
      why: There are eight dimensions of wellness, which is another list of the same agency.
```

Good:

```yaml
- id: example-1
  stem: How many guiding principles are on SAMHSA's list?
  options:
    - wrong: 8 principles
      misconception: facts-without-support
      why: There are eight dimensions of wellness, which is another list of the same agency.
    - wrong: 10 principles
      misconception: facts-without-support
      why: Ten were on the list of 2004, which went out of use when this one came.
    - correct: 12 principles
      why: >-
        The list of 2010 was worked out with people in recovery; each principle has a page of its
        own.
```
"""

from collections.abc import Iterator
from itertools import pairwise

from cps_quiz.lint.english.numbers import Quantity, quantity
from cps_quiz.lint.option_order import reorder
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Fix, Severity
from cps_quiz.source.node import locate

FEWEST = 3
"""Options; two are always in order."""


def _check(item: ItemView) -> Iterator[Finding]:
    amounts = _amounts(item)
    if len(amounts) < FEWEST or _is_sorted(amounts) or _is_sorted(amounts[::-1]):
        return
    shown = ", ".join(option.text.rstrip(".") for option in item.options)
    yield Finding(("options", 0), f"{shown} are in no order", "sort them", fix=_fix(item, amounts))


def _amounts(item: ItemView) -> list[tuple[float, ...]]:
    """What the options amount to; empty unless all are numbers of one kind."""
    found: list[Quantity] = []
    for option in item.options:
        amount = quantity(option.text)
        if amount is None or (found and amount.shape != found[0].shape):
            return []
        found.append(amount)
    return [amount.amounts for amount in found]


def _is_sorted(amounts: list[tuple[float, ...]]) -> bool:
    return all(one <= other for one, other in pairwise(amounts))


def _fix(item: ItemView, amounts: list[tuple[float, ...]]) -> Fix | None:
    if item.file.node is None:
        return None
    options = locate(item.file.node, (*item.route, "options"))
    edit = reorder(item.file.text, options, sorted(range(len(amounts)), key=amounts.__getitem__))
    return Fix("sort the options", (edit,)) if edit else None


RULE = Rule(Code("W508", "unsorted-numbers", Severity.WARNING), each_item=_check)
