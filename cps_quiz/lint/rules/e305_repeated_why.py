"""Two options of a bank have the same rationale.

A rationale that fits two options, or two situations, says nothing about either. Candidates who meet
it again stop reading. Case, spacing and punctuation make no difference.

Write what this choice does in this situation.

Source: our own rule, on advice that feedback be specific (Shute 2008).

Bad:

```yaml
- id: example-1
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: It offers an answer before anybody knows what the question is for her.
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

from collections.abc import Iterator

from cps_quiz.core.questions.bank import ItemId
from cps_quiz.lint.english.words import letters
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView
from cps_quiz.source.diagnostic import Code, Severity


def _check(file: FileView) -> Iterator[Finding]:
    first: dict[str, ItemId] = {}
    seen: set[tuple[str, ...]] = set()
    for item in file.items:
        whys = [(route, letters(why)) for route, why in item.whys]
        whole = (letters(item.item.stem), *(folded for _, folded in whys))
        if whole in seen:
            continue  # a copy of another item: B603 says so, and that is enough
        seen.add(whole)
        for route, folded in whys:
            if folded in first:
                other = first[folded]
                where = "another option of this item" if other == item.item.id else other
                help_ = "say what this choice does in this situation"
                yield Finding((*item.route, *route), f"{where} has the same `why`", help_)
            else:
                first[folded] = item.item.id


RULE = Rule(Code("E305", "repeated-why", Severity.WARNING), each_file=_check)
