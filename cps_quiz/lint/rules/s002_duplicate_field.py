"""A field stands twice in the same item, option or group.

Only one of the two can be meant, and programs do not agree on which one: some take the first, some
the last, without a word. Candidates may be shown the text that was to be replaced.

Delete one of the two.

Bad:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  level: apply
  level: recall
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

RULE = Rule(codes.DUPLICATE_FIELD)
