"""Scenario and stem together have more than 60 words.

Whatever does not bear on the answer costs time, and most of all the time of candidates who read
slowly or in a second language. Long situations also hide the one thing that decides.

Keep who it is, what was said and what is asked. Move facts that several items need into a scenario,
and leave out the others.

Source: Haladyna, Downing and Rodriguez 2002, guidelines 13 and 16 (little to read, no window
dressing); the limit of 60 words is our own choice, and the shipped items keep to it.

Bad:

```yaml
- id: example-1
  stem: >-
    Dana has worked nights at a bakery for nine years. Her son is in third grade, and his teacher
    has called twice this month. Her landlord wants the rent two weeks early. Her car needs a new
    belt, the bus does not run at four in the morning, and her sister, who used to drive her, has
    moved to Maine. She tells Luis, her peer specialist, that she cannot go on so. What should
    Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```

Good:

```yaml
- id: example-1
  stem: >-
    Dana works nights at a bakery and is raising a son. She tells Luis, her peer specialist, that
    she cannot go on so. What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

MOST_WORDS = 60


def _check(item: ItemView) -> Iterator[Finding]:
    scenario = item.item.scenario.text if item.item.scenario else ""
    count = len(scenario.split()) + len(item.item.stem.split())
    if count > MOST_WORDS:
        what = "scenario and stem have" if scenario else "the stem has"
        yield Finding(
            ("stem",), f"{what} {count} words", f"leave out what does not bear on the answer, to {MOST_WORDS}"
        )


RULE = Rule(Code("W510", "long-stem", Severity.WARNING), each_item=_check)
