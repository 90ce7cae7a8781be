"""The file is not YAML where the parser stops.

Nothing after the place can be read, so its questions are not asked and not checked. Mend it first
and check again.

The usual slips: a colon and a space inside text without quotes, a quote that is never closed, a
tab, a line that is not in line with its neighbours. Text after `>-`, on lines of its own, needs no
quotes at all. The place is where the parser gave up; the slip may stand on the line above.

Bad:

```yaml
- id: example-1
  type: order
  stem: Dana says: I feel swamped. In which order does Luis help her?
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
  stem: >-
    Dana says: I feel swamped. In which order does Luis help her?
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.YAML_SYNTAX)
