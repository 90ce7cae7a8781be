"""A field that the format does not have.

Nobody reads it: a misspelt `hint` is a hint that no candidate ever sees. The help names the nearest
field that there is.

Correct the name; notes to yourself go into a comment after `#`.

Bad:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  hints: Can she think of a plan right now?
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
  hint: Can she think of a plan right now?
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.UNKNOWN_FIELD)
