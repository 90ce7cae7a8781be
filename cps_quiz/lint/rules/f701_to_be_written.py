"""A rationale is still to be written.

`why: TODO` is a gap, as an import leaves it where the other format had no explanation. Candidates
learn most from the why; until it is written, a drill says that there is no explanation yet.

Write what the option does to or for the person, and for a wrong one what to do instead.

Source: our own rule.

Bad:

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
      why: TODO
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

from cps_quiz.core.questions.interaction import TO_BE_WRITTEN
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity


def _check(item: ItemView) -> Iterator[Finding]:
    for route, why in item.all_whys():
        if why == TO_BE_WRITTEN:
            yield Finding(route, "this `why` is still to be written", "say why the option is right or falls short")


RULE = Rule(Code("F701", "to-be-written", Severity.ERROR), each_item=_check)
