"""Every option of an item is correct.

Whoever ticks everything is right: the question tells nothing about what a candidate knows, and shows
no wrong approach to learn from.

Start the options that fall short with `wrong:`. Points that all belong to a good answer make a
question of `type: reflection`.

Bad:

```yaml
- id: example-1
  type: multiple
  stem: What helps Dana to weigh a decision? Choose two.
  options:
    - correct: Talking through what each way would bring
      why: Looking ahead lets her set each way against what matters to her.
    - correct: Hearing of ways that she had not thought of
      why: A wider range leaves more room to find the way that fits.
    - correct: Asking what she would tell a friend
      why: Stepping back shows her what she knows about the choice already.
```

Good:

```yaml
- id: example-1
  type: multiple
  stem: What helps Dana to weigh a decision? Choose two.
  options:
    - correct: Talking through what each way would bring
      why: Looking ahead lets her set each way against what matters to her.
    - correct: Hearing of ways that she had not thought of
      why: A wider range leaves more room to find the way that fits.
    - wrong: Starting from the two ways that look safest
      misconception: limiting-options
      why: Somebody has sorted the ways for her, and she never sees the rest.
```
"""

from cps_quiz.lint.rules import Rule
from cps_quiz.source import codes

RULE = Rule(codes.NO_WRONG_OPTION)
