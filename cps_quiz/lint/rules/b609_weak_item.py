"""A group's answers say that right and wrong answers do not go with the rest.

Those who do well on the other questions are right here no more often than those who do not. The stem
may be read in two ways, or the question may ask for something else than the others do.

It speaks only with `check --results POOL`, which holds what candidates shared, and only while the
item's text is what they answered. Where it says "may be chance", the answers are too few to tell.

Look for two meanings, and ask somebody of the field to answer the question.

Source: Fisher's interval of the correlation with the rest score lies below .10 as a whole.

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
        r = concern.item.discrimination
        if concern.kind is Kind.WEAK and r is not None:
            chance = "" if concern.sure else ", which may be chance"
            message = f"answers do not go with the rest: r = {r:.2f} (n = {concern.item.n}){chance}"
            yield Finding(("stem",), message, "look for two meanings, and ask somebody of the field")


RULE = Rule(Code("B609", "weak-item", Severity.INFO), each_item=_check)
