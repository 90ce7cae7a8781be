"""The file is written for a newer version of the program.

`format` says which version of the bank format a file uses. A newer one may mean things that this
program does not know; rather than ask half of a question, it leaves the file out.

Update cps-quiz. In a file of your own write the number that your version knows.

Bad:

```yaml
format: 2
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

RULE = Rule(codes.UNSUPPORTED_FORMAT)
