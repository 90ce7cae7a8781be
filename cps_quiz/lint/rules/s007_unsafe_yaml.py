r"""Something that could mislead a reader or overload a program.

Banks come from strangers. Characters that are invisible or change the direction of text can make a
question read differently from what it says ("Trojan Source", CVE-2021-42574); tags ask a program to
build things; aliases that repeat each other, deep nesting and giant files exhaust its memory.

No question needs any of them. Delete the character or the tag, write repeated values out, split a
file of more than 16 MiB. Text that begins with `!` is a tag until it stands in quotes. The limits
are our own choice.

Bad:

```yaml
- id: example-1
  type: order
  stem: "In which order does Luis help \u202eDana, who feels swamped?"
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
  stem: "In which order does Luis help Dana, who feels swamped?"
  steps:
    - Hear how her week has been
    - Ask what weighs on her most
    - Look for one small step together
  why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.UNSAFE_YAML)
