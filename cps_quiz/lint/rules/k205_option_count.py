"""An item has fewer than three options, or more than five.

With two options every second guess is right. A sixth option is seldom one that anybody chooses:
writers run out of plausible ones first, and a padded list costs reading time.

Add a distractor that a kind beginner would choose, or drop the weakest ones.

Source: Haladyna, Downing & Rodriguez (2002), guideline 18; Rodriguez (2005), in whose meta-analysis
three options suffice. The upper limit is our own.

Bad:

```yaml
- id: example-1
  stem: What should Luis say first?
  options:
    - correct: Ask Dana what a better week would look like to her
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Tell Dana what a better week looks like to other people
      misconception: giving-advice
      why: It answers before anybody knows what the question is for her.
```

Good:

```yaml
- id: example-1
  stem: What should Luis say first?
  options:
    - correct: Ask Dana what a better week would look like to her
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Tell Dana what a better week looks like to other people
      misconception: giving-advice
      why: It answers before anybody knows what the question is for her.
    - wrong: Ask Dana whether her sleep or her work is the better start
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.rules.w503_true_false import poles_of
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

FEWEST, MOST = 3, 5


def _check(item: ItemView) -> Iterator[Finding]:
    count = len(item.options)
    if 0 < count < FEWEST and not poles_of(item):
        yield Finding(
            ("options",), f"the item has {count} options", "add a distractor that a kind beginner would choose"
        )
    elif count > MOST:
        yield Finding(("options",), f"the item has {count} options", f"keep the {MOST} that do the most")


RULE = Rule(Code("K205", "option-count", Severity.WARNING), each_item=_check)
