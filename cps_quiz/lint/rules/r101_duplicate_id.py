"""Two items, banks or curricula that are loaded together have the same id.

A candidate's progress hangs on the id of a question. Two of one id share one memory: an answer to
the first counts for the second, which then may not be asked for weeks.

Give the newer one another id. Do not reuse the id of a question that was deleted, either; mark it
`retired: true` and leave it there.

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
- id: example-1
  type: order
  stem: In which order does Luis go about a question that he cannot answer?
  steps:
    - Say that he does not know
    - Offer to find out with her
    - Look at what turns up together
  why: Saying so first keeps the trust that a guess would put at risk.
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
- id: example-2
  type: order
  stem: In which order does Luis go about a question that he cannot answer?
  steps:
    - Say that he does not know
    - Offer to find out with her
    - Look at what turns up together
  why: Saying so first keeps the trust that a guess would put at risk.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.DUPLICATE_ID)
