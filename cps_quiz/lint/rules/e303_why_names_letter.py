"""A rationale, hint or stem names an option by its letter or place.

Options are shuffled for every candidate. What was option B when it was written stands second, first
or last on the screen, so that *option B*, *choice 2*, *the first answer* or *the option above*
sends candidates to the wrong text. Stems may speak of *the options below*: they stay below.

Name what the option says or does: *asking about sleep* instead of *option B*. What a situation
itself calls option A may be called so.

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
      why: Luis has picked the two doors himself; the first answer leaves all of them open.
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
      why: >-
        Luis has picked the two doors himself; asking what better looks like leaves all of them
        open.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.english.option_references import letters_that_act, may_name_options, neighbours, places
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity


def _check(item: ItemView) -> Iterator[Finding]:
    if not may_name_options(item.everything, item.small):
        return
    known = item.item.scenario.text if item.item.scenario else ""
    whys = item.whys
    found = [(route, place) for route, text in (*item.asked(), *whys) for place in places(text, known)]
    found += [(route, place) for route, text in whys for place in (*neighbours(text), *letters_that_act(text))]
    for route, place in found:
        message = f'"{" ".join(place.phrase.split())}" {place.claim} once options are shuffled'
        yield Finding(route, message, "name what the option says or does", place.phrase)


RULE = Rule(Code("E303", "why-names-letter", Severity.ERROR), each_item=_check, english=True)
