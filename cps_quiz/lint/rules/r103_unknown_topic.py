"""A topic or objective is named that the curriculum does not have.

Candidates choose what to practise by topic, and a mock exam draws so many questions from each. A
question outside all topics is never drawn; one with an unknown objective leads to no study notes.

The help names the nearest one; `cps-quiz study` lists the topics. A new topic goes into the
curriculum.

Bad:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  objective: brake-it-down
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
  objective: break-it-down
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.UNKNOWN_TOPIC)
