"""A `quiz: ignore` comment that silences nothing.

`# quiz: ignore[E303]`, at the end of a line or on a line above it, silences that rule there. Names
work as well as codes, and several can stand in the brackets with commas between them. When the
problem has been mended, or the comment slips to another line, it silences nothing; left there, it
would hide the next problem that somebody writes into that line. A comment that names no rule, or
none that there is, never did anything.

Delete it, or correct the code.

Bad:

```yaml
- id: example-1
  type: order
  stem: In which order does Luis help Dana, who feels swamped?  # quiz: ignore[W501]
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

RULE = Rule(codes.UNUSED_IGNORE)
