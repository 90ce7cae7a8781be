"""An item cites a reference that is not defined.

References let candidates and reviewers read on where an answer comes from. An id that is defined
neither in the curriculum nor under `references:` of a bank shows them nothing.

Correct the id, or add the work under `references:` with its title.

Bad:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
  references: [core-competences-v]
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
  references: [core-competencies-v]
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.UNKNOWN_REFERENCE)
