"""The key is noticeably longer than every distractor.

People who guess choose the longest option, because a right answer is often qualified until it is
true. The key is too long when the longest distractor has less than three quarters of its
characters, and the key has at least four words. Where several options are right, each of them has
to be too long. A key that is a distractor elsewhere in its `set` gives nothing away.

Shorten the key to the plain thing that is done, or give the distractors the same detail.

Source: SAQUET (Moore et al. 2024, https://arxiv.org/abs/2405.20529), which uses the same bound.

Bad:

```yaml
- id: example-1
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like for you on a day when nothing gets in the way?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Have you tried a walk?
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

from collections.abc import Iterator

from cps_quiz.lint.guessing.cues import is_marked_up, is_matched, longest, shortest
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

SHARE = 0.75
FEWEST_WORDS = 4


def _check(item: ItemView) -> Iterator[Finding]:
    if not item.options:
        return
    key, distractor = shortest(item.keys), longest(item.distractors)
    if (
        len(distractor.text) >= SHARE * len(key.text)
        or len(key.words) < FEWEST_WORDS
        or is_matched(item)
        or is_marked_up(item)
    ):
        return
    message = f"the key has {len(key.text)} characters, the longest distractor {len(distractor.text)}"
    yield Finding(key.route, message, "shorten the key, or say as much in the distractors")


RULE = Rule(Code("C401", "longest-key", Severity.WARNING), each_item=_check)
