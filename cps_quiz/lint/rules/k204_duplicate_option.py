"""Two options of an item say the same.

Candidates who see the same text twice know that neither can be the key, or find the key marked
wrong. Texts count as the same whatever their case, spacing, quotation marks and sentence
punctuation. Signs that carry meaning stay: -5 is not 5, C is not C++, its is not it's.

Delete one of the two, or make it the different choice that it was meant to be.

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
    - wrong: What would feeling better look like
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

from cps_quiz.lint.english.same_text import folded
from cps_quiz.lint.english.words import letters
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity


def _check(item: ItemView) -> Iterator[Finding]:
    choices = item.choices
    if len({letters(text) for _, text in choices}) == len(choices):
        return
    seen: set[str] = set()
    for route, text in choices:
        same = folded(text)
        if same in seen:
            yield Finding(route, f'"{text}" stands here twice', "delete one of the two, or say something else in it")
        seen.add(same)


RULE = Rule(Code("K204", "duplicate-option", Severity.ERROR), each_item=_check)
