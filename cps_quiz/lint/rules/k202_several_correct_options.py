"""More than one option of a `single` is correct.

A `single` takes one answer. With two right ones a candidate who knows both has to guess which one is
wanted.

Keep the best one as `correct:`, and let the stem ask for the best where others have merit too. If
all of them are to be chosen, add `type: multiple` and say in the stem how many.

Bad:

```yaml
- id: example-1
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - correct: What does feeling better mean to you?
      why: It leaves the meaning of the wish with Dana, who alone can say what it is.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
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

RULE = Rule(codes.SEVERAL_CORRECT_OPTIONS)
