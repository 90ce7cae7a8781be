"""The stem asks nothing.

Where the stem only names a subject, candidates learn from the options what the question is, and
read each of them as a true-or-false statement. Items of this kind are harder for reasons that have
nothing to do with what people know. Cover the options: the question should still be clear.

Ask one question, tell the learner what to do (*choose*, *put in order*, *write*), or begin a
sentence that each option ends.

Source: Haladyna, Downing and Rodriguez 2002, guideline 15; Pham et al. 2018 found that answers
suffer when the central idea stands in the options. The list of openings is our own.

Bad:

```yaml
- id: example-1
  stem: Goal setting.
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

Good:

```yaml
- id: example-1
  stem: Which question opens a talk about goals?
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

from cps_quiz.lint.english.blanks import BLANK, OPEN_END
from cps_quiz.lint.english.questions import (
    QUESTION_MARKS,
    asks,
    ends_as_greek,
    goes_on,
    is_heading,
    own_words,
    sentences_of,
)
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity


def _check(item: ItemView) -> Iterator[Finding]:
    problem = _problem(item)
    if problem:
        help_ = "ask a question, say what to do, or begin a sentence that each option ends"
        yield Finding(("stem",), problem, help_)


def _problem(item: ItemView) -> str:
    stem = item.item.stem
    text = own_words(stem).rstrip(" \t\n*_)]")
    if asks(text) or _ends_with_question(stem) or BLANK.search(text) or OPEN_END.search(text):
        return ""
    is_told = text.endswith((".", "!"))
    sentences = sentences_of(text)
    if sentences and is_heading(sentences[-1]) and (is_told or not _is_completed(item)):
        return f'"{sentences[-1].strip(" .:!")}" names a subject and asks nothing'
    return "the stem tells something and asks nothing" if is_told else ""


def _is_completed(item: ItemView) -> bool:
    return bool(item.options) and all(goes_on(option.text) for option in item.options)


def _ends_with_question(stem: str) -> bool:
    """Whether the stem asks in Greek, or is a question in quotes as a whole; what somebody else asks is told."""
    text = stem.strip(" \t\n*_")
    inner = text.strip("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb")
    is_quoted = text[:1] != inner[:1] and text[-1:] != inner[-1:]
    return ends_as_greek(stem) or (is_quoted and inner[-1:] in QUESTION_MARKS)


RULE = Rule(Code("W505", "unfocused-stem", Severity.WARNING), each_item=_check, english=True)
