"""A field holds a list or group where text belongs, or the other way round.

YAML tells a text, a list and a group of fields apart by how they are written. Text that starts with
`[` or `{` turns into a list or a group, a list without its `- ` into one long text.

Begin each entry of a list with `- ` on a line of its own; put text that starts with a bracket in
quotes.

Bad:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana, who feels swamped?
  steps:
    Hear how her week has been
    Ask what weighs on her most
    Look for one small step together
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

RULE = Rule(codes.WRONG_TYPE)
