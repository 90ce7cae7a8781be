"""A field that has to be there is missing or empty.

Without it the question cannot be asked: an item needs an `id`, a `stem` and the fields of its type,
a file needs `format`, its id and its title. A question bank without a topic has to name one in each
item.

Write the field, or delete an optional one that was left empty.

Bad:

```yaml
- id: example-1
  type: order
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
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.MISSING_FIELD)
