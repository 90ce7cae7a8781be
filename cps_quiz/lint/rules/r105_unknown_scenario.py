"""An item names a scenario that its file does not have.

The situation is what the question is about. Without it candidates are asked about people and words
that they have never met.

Correct the id, or add the situation under `scenarios:` of the same file.

Bad:

```yaml
format: 1
bank: example
title: Example
topic: goal-setting
scenarios:
  dana-swamped: >-
    Dana tells Luis that everything wants doing at once.
items:
  - id: example-1
    type: order
    scenario: dana-is-swamped
    stem: In which order does Luis help her?
    steps:
      - Hear how her week has been
      - Ask what weighs on her most
      - Look for one small step together
    why: A plan made before Dana is heard is a plan for somebody else.
```

Good:

```yaml
format: 1
bank: example
title: Example
topic: goal-setting
scenarios:
  dana-swamped: >-
    Dana tells Luis that everything wants doing at once.
items:
  - id: example-1
    type: order
    scenario: dana-swamped
    stem: In which order does Luis help her?
    steps:
      - Hear how her week has been
      - Ask what weighs on her most
      - Look for one small step together
    why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.UNKNOWN_SCENARIO)
