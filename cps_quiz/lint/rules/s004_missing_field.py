"""A field that has to be there is missing or empty.

Without it the question cannot be asked: an item needs an `id`, a `stem` and the fields of its type,
a file needs `format`, its id and its title. A question bank without a topic has to name one in each
item. A bank whose texts are plainly not English should say so by `language:` (a
warning); what is known of English is not asked of it meanwhile.

Write the field, or delete an optional one that was left empty.

Bad:

```yaml
- id: example-1
  type: order
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

from collections.abc import Iterator

from cps_quiz.lint.english.languages import NAMES
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Severity


def _check(view: FileView) -> Iterator[Finding]:
    tag = view.shows_language
    if tag:
        message = f"the texts are in {NAMES[tag]}, and the bank has no `language`, so it counts as English"
        help_ = f"write `language: {tag}` on a line below `title:`, or the tag of its language if that is another one"
        yield Finding(("title",), message, help_, at_name=True, severity=Severity.WARNING)


RULE = Rule(codes.MISSING_FIELD, each_file=_check)
