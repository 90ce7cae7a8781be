"""The key alone sounds kind, and no distractor does.

In peer support the right thing to do mostly sounds right. Where one option listens and the others
tell, ignore and refuse, the tone gives the answer and nothing is learned about the wrong ways that
kind people fall into. Each option scores one point for every word that begins like one of
`tone-support.txt`, minus one for `tone-control.txt`; words that stand in the stem do not count. The
rule fires when no distractor scores above 0 and the key scores 2; or 1, with half of the
distractors below 0; or 0, with all of them below.

Write distractors that somebody warm might choose: the right skill at the wrong moment. Or make the
key the plainest of the options. Items marked `negative` are left out.

Source: the score and the words are our own, from the articles on peer support that the shipped
banks cite; the lists say which words came later.

Bad:

```yaml
- id: example-1
  stem: Sam says that he is done with his program. What should his peer specialist do?
  options:
    - correct: Listen and explore what he hopes for
      why: What Sam wants next is his to say, and being heard is what makes it sayable.
    - wrong: Tell him to stay until the end of it
      misconception: directing-actions
      why: It decides for Sam before a word of his reasons is heard. Ask first.
    - wrong: Ignore it and go on with the plan
      misconception: avoiding-hard-talks
      why: It leaves out the one thing that he came to say. Open it, at his pace.
```

Good:

```yaml
- id: example-1
  stem: Sam says that he is done with his program. What should his peer specialist do?
  options:
    - correct: Ask what he is done with
      why: What Sam wants next is his to say, and being heard is what makes it sayable.
    - wrong: Share how you came through it
      misconception: giving-advice
      why: A story points to an answer before his own reasons are heard. Ask first.
    - wrong: Say you respect it and leave
      misconception: leaving-alone
      why: It honors the choice and drops the company. Stay with it, at his pace.
```
"""

from collections.abc import Callable, Iterator
from functools import cache
from re import compile as pattern

from cps_quiz.lint.cues import is_matched
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.text import stem, wordlist, words
from cps_quiz.lint.views import ItemView, OptionView
from cps_quiz.source.diagnostic import Code, Severity

FEWEST = 2
"""Distractors that must be there to tell a tone."""

KIND = 2
"""Points of a key that stands out without any unkind distractor."""

_NEGATIVE = pattern(r"\b(?:NOT|EXCEPT|LEAST)\b")


def _check(item: ItemView) -> Iterator[Finding]:
    if len(item.distractors) < FEWEST or item.item.negative:
        return
    key = min(map(_tone, item.keys))
    if key < 0:
        return
    others = [_tone(option) for option in item.distractors]
    if max(others) > 0 or not _stands_out(key, others):
        return
