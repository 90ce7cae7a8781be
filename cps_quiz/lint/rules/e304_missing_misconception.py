"""A wrong option names no misconception.

A wrong choice teaches most when it shows which wrong approach it comes from. Candidates see its
name, what it does to people and what to do instead; their progress shows the approaches that they
fall for. An option without one counts for nothing there, and often it is a filler that nobody would
choose.

Add `misconception:` with one of the ids that `cps-quiz explain` lists, or one that the bank defines
itself. If none fits, the option may not be a wrong approach that people really take. Items with
`negative: true` are left alone: their wrong options are what is right.

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

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

SHOWN = 40
"""Characters of the option in the message."""


def _check(item: ItemView) -> Iterator[Finding]:
    if item.item.negative or not item.has_misconceptions:
        return
    for option in item.distractors:
        if option.option.misconception is None:
            text = option.text if len(option.text) <= SHOWN else f"{option.text[:SHOWN].rstrip()}..."
            help_ = "add `misconception: ID`; `cps-quiz explain` lists the ids"
            yield Finding(option.route, f'"{text}" names no misconception', help_)


RULE = Rule(Code("E304", "missing-misconception", Severity.WARNING), each_item=_check)
