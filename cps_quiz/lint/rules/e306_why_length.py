"""A rationale has fewer than 8 words or more than 80.

A handful of words cannot say what a choice does, why that falls short and what to do instead. More
than eighty are skipped, and push the other options off the screen.

Write one to three sentences: 12 to 60 words serve best.

Source: the two bounds are our own choice.

Bad:

```yaml
- id: example-1
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the doors.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```

Good:

```yaml
- id: example-1
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

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.rules.e302_empty_why import is_empty
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

FEWEST = 8
MOST = 80


def _check(item: ItemView) -> Iterator[Finding]:
    for route, why in item.whys():
        count = len(why.split())
        if count < FEWEST and not is_empty(why, item):
            help_ = (
                f"say in {FEWEST} words or more what this choice does, why it falls short or holds, what to do instead"
            )
            yield Finding(route, f"the `why` has {count} word{'s' * (count != 1)}", help_)
        elif count > MOST:
            yield Finding(route, f"the `why` has {count} words", f"keep to what matters most, in {MOST} words or fewer")


RULE = Rule(Code("E306", "why-length", Severity.WARNING), each_item=_check)
