"""A group's answers say that another option may be the key.

A wrong option is taken by those who do best on the other questions, or more often than the key. Then
the key may be the wrong one, two options may be right, or the stem may mislead those who know.

It speaks only with `check --results POOL`, which holds what candidates shared, and only while the
item's text is what they answered. Where it says "may be chance", the answers are too few to tell.

Compare the option with the key; ask somebody of the field to answer the question.

Source: a distractor with a positive discrimination is Haladyna 2004, chapter 9; the interval is Fisher's.

Good:

```yaml
- id: example
  stem: What should Luis ask first?
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

from cps_quiz.core.results.concerns import Kind
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity


def _check(item: ItemView) -> Iterator[Finding]:
    for concern in item.answers:
        if concern.kind is Kind.KEY and concern.option is not None and concern.option < len(item.options):
            chance = "" if concern.sure else ", which may be chance"
            message = f"those who do well take this option (n = {concern.item.n}){chance}"
            yield Finding(item.options[concern.option].route, message, "compare it with the key: are both right")


RULE = Rule(Code("B607", "miskeyed", Severity.INFO), each_item=_check)
