"""The stem asks for what is not so, and nothing says so.

Under time pressure people overlook *not*, *except*, *least* or *never*, and those who know the
answer give the wrong one. Such a question also shows only that a candidate can tell what not to do.

Ask for what is right. Where that cannot be, add `negative: true`: the screen makes the word stand
out. The rule looks at the question alone. What somebody said, what the situation tells, and a
clause like *if she does not want to* turn nothing around.

Source: Haladyna, Downing and Rodriguez 2002, guideline 17; the words are those of SAQUET (Moore et
al. 2024, https://arxiv.org/abs/2405.20529) less *without*, which seldom turns a question around.

Bad:

```yaml
- id: example-1
  stem: Which of these does not help Dana own her goal?
  options:
    - correct: Picking the goal for her
      why: >-
        Dana may nod, but a goal that Luis has picked stays his. Ask what she wants to have
        changed.
    - wrong: Asking what better looks like
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Cutting the goal into steps
      why: >-
        A part that fits into a week gives her something to finish, and a way to see how far she
        is.
```

Good:

```yaml
- id: example-1
  stem: Which of these helps Dana, who does not trust plans, own her goal?
  options:
    - wrong: Picking the goal for her
      misconception: dictating-goals
      why: >-
        Dana may nod, but a goal that Luis has picked stays his. Ask what she wants to have
        changed.
    - correct: Asking what better looks like
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Telling her which step is best
      misconception: directing-actions
      why: Steps that come from Luis lead where Luis would go. Ask which part she would begin with.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.english.negation import negation
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity


def _check(item: ItemView) -> Iterator[Finding]:
    word = "" if item.item.negative else negation(item.item.stem)
    if word and not _stands_out(word, item.item.stem):
        help_ = "ask for what is right, or add `negative: true`, which makes the word stand out"
        yield Finding(("stem",), f'"{word}" turns the question around, and nothing makes it stand out', help_, word)


def _stands_out(word: str, stem: str) -> bool:
    """Whether the word is written in strong emphasis and capitals: **NOT**."""
    return word.isupper() and any(mark + word + mark in stem for mark in ("**", "__"))


RULE = Rule(Code("W501", "negative-stem", Severity.WARNING), each_item=_check, english=True)
