"""A rationale says only that an option is right or wrong.

Feedback that a choice was right or wrong teaches next to nothing; feedback that explains teaches
much more. *Incorrect.*, *This is not the best answer*, *See above* or the text of the key once more
leave candidates where they were.

Say what this choice does, why that falls short or holds here, and what to do instead.

Source: Van der Kleij, Feskens and Eggen 2015 (effect of elaborated feedback 0.49, of right or wrong
alone 0.05); the list of words is our own.

Bad:

```yaml
- id: example-1
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: Incorrect, because this is not the right answer.
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
from re import compile as pattern

from cps_quiz.lint.english.words import wordlist, words
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

_FIRST = pattern(r"[^\W_]+(?:['-][^\W_]+)*")
LONGEST = 160
"""Characters; nobody says no more than wrong at such length."""


def _starts_as_verdict(why: str) -> bool:
    """Whether the first word is one of a verdict, as it is where all are: most rationales fail here."""
    first = _FIRST.search(why)
    return first is None or first[0] in wordlist("verdicts")


def is_empty(why: str, item: ItemView) -> bool:
    """Whether nothing is left without the words of a verdict and the options themselves."""
    rest = why.casefold()
    if len(rest) > LONGEST or not (_starts_as_verdict(rest) or any(option.text in why for option in item.options)):
        return False
    for option in item.options:
        rest = rest.replace(option.text.casefold().rstrip("."), " ")
    return wordlist("verdicts").issuperset(words(rest))


def _check(item: ItemView) -> Iterator[Finding]:
    for route, why in item.whys():
        if is_empty(why, item):
            yield Finding(
                route, f'"{why}" gives no reason', "say what this choice does, and why that falls short or holds"
            )


RULE = Rule(Code("E302", "empty-why", Severity.ERROR), each_item=_check, english=True)
