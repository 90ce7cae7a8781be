"""A value that the field cannot have.

Some fields take one of a few words (`type`, `level`), true or false (`negative`, `retired`), a
number (`year`, `weight`), or an id of small letters, digits and hyphens. Another value has no
meaning, and an item that has one is not asked.

The help lists what the field takes.

Bad:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  level: easy
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```

Good:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  level: apply
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.BAD_VALUE)
