"""A wrong option has no label.

A wrong choice teaches most when it tells what it shows. `misconception: ID` says which wrong approach
the option commits: candidates see its name, what it does to people and what to do instead, and their
progress shows the approaches that they fall for. `names: ID` says which approach the option names or
describes, where the question is which one it is. `objective: ID` says of which objective it is a good
practice, at the wrong moment. An option without a label counts for nothing, and often it is a filler
that nobody would choose.

Add the label that says best what choosing the option shows: `cps-quiz explain` lists the approaches,
a bank may define its own, and `cps-quiz bank list --coverage` lists the objectives. If none fits, the
option may not be a slip that people really make. Items of `level: recall` and with `negative: true` are
left alone, and all where neither curriculum nor bank has any wrong approaches.

Source: Haladyna, Downing and Rodriguez 2002, guideline 30 (build distractors from typical errors).

Bad:

```yaml
- id: example-1
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more your sleep or your work?
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
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

from cps_quiz.core.questions.bank import Level
from cps_quiz.core.questions.labels import label_of
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

SHOWN = 40
"""Characters of the option in the message."""


def _check(item: ItemView) -> Iterator[Finding]:
    if item.item.negative or item.item.level is Level.RECALL or not item.has_misconceptions:
        return
    for option in item.distractors:
        if label_of(option.option) is None:
            text = option.text if len(option.text) <= SHOWN else f"{option.text[:SHOWN].rstrip()}..."
            help_ = "add `misconception: ID`, `names: ID` or `objective: ID`; `cps-quiz rule E304` tells which"
            yield Finding(option.route, f'"{text}" has no label', help_)


RULE = Rule(Code("E304", "missing-label", Severity.WARNING), each_item=_check, other_name="missing-misconception")
