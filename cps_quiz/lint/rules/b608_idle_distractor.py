"""A group's answers say that nearly nobody chooses a wrong option.

Such an option takes time to read and tells nothing apart. Three options of which all work are better
than four of which one does not.

It speaks only with `check --results POOL`, which holds what candidates shared, and only while the
item's text is what they answered. Under 73 people even an option that nobody takes may be chance.

Put a mistake in its place that people really make, or leave the option out.

Source: chosen by fewer than 5 % is Tarrant, Ware & Mohammed 2009; three options are enough by
Rodriguez 2005.

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
        if concern.kind is Kind.IDLE and concern.option is not None and concern.option < len(item.options):
            chance = "" if concern.sure else ", which may be chance"
            message = f"5 % or fewer take this option (n = {concern.item.n}){chance}"
            yield Finding(item.options[concern.option].route, message, "put in a mistake that people make, or drop it")


RULE = Rule(Code("B608", "idle-distractor", Severity.INFO), each_item=_check)
