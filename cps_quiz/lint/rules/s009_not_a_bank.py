"""A YAML file that is neither a bank nor a curriculum.

A bank has `items:`, a curriculum has `topics:`. Without either of them there is nothing to ask or to
teach, so a slip in that one word silences the whole file.

Correct the word. A YAML file of another kind belongs in another folder, or in one whose name
starts with a dot. `cps-quiz bank new` writes a bank to start from.

Bad:

```yaml
format: 1
title: Example
chapters:
  - id: example-1
    type: order
    stem: In which order does Luis help Dana, who feels swamped?
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
items:
  - id: example-1
    type: order
    stem: In which order does Luis help Dana, who feels swamped?
    steps:
      - Hear how her week has been
      - Ask what weighs on her most
      - Look for one small step together
    why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.NOT_A_BANK)
