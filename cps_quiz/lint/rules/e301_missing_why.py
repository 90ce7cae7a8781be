"""An option, or an item without options, does not say why.

The rationale is where the learning happens: candidates read why their choice falls short, or why it
holds, right after they have made it. Without one they see that they were wrong and nothing else.

Write `why:` for each option: what this choice does, why that falls short here, what to do instead.

Source: our own rule.

Bad:

```yaml
- id: example-1
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
```

Good:

```yaml
- id: example-1
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.MISSING_WHY)
