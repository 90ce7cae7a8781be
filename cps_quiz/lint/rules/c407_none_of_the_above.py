"""An option says that none of the others is right.

When it is the key, an answer shows what the candidate takes to be wrong, not what they know to be
right; when it is never the key, candidates soon learn to skip it. Options are also shuffled here,
so that nothing is "above".

Write the right answer out, or leave the option away: three good options are enough.

Source: Haladyna, Downing and Rodriguez 2002, guideline 25 (none-of-the-above with care); SAQUET
(Moore et al. 2024, https://arxiv.org/abs/2405.20529). The wordings are our own list.

Bad:

```yaml
- id: example-1
  stem: Who picks the first step towards a goal?
  options:
    - correct: The person whose goal it is
      why: A step that somebody picked for themselves fits their life and is theirs to change.
    - wrong: The specialist who knows the way
      misconception: taking-control
      why: Knowing a way is not knowing theirs. Walk beside them while they pick.
    - wrong: None of the above
      misconception: leaving-alone
      why: Somebody has to begin, and here it is the one who will take the step.
```

Good:

```yaml
- id: example-1
  stem: Who picks the first step towards a goal?
  options:
    - correct: The person whose goal it is
      why: A step that somebody picked for themselves fits their life and is theirs to change.
    - wrong: The specialist who knows the way
      misconception: taking-control
      why: Knowing a way is not knowing theirs. Walk beside them while they pick.
    - wrong: The team that has done it often
      misconception: deciding-for
      why: A team can lay out what it has seen. The choice stays with the person.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.english.other_options import ANSWERS, LISTED, TRUE, whole
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

_IS_TRUE = rf"(?: (?:is|are) {TRUE}| appl(?:y|ies))"
_NOTHING = whole(
    rf"(?:none|neither)(?: of)?(?: the)? (?:above|{LISTED})(?: {ANSWERS})?{_IS_TRUE}?",
    rf"(?:none|neither) of (?:these|those)(?: {ANSWERS})?{_IS_TRUE}?",
    rf"(?:none|neither)(?: of)?(?: the)?(?: other)? {ANSWERS}{_IS_TRUE}?",
    rf"(?:none|neither)(?: of them)?{_IS_TRUE}",
    rf"(?:there is )?no (?:correct|right|true) {ANSWERS}(?: (?:is )?(?:given|listed|here|above))?",
    rf"no {ANSWERS}{_IS_TRUE}",
    r"(?:nothing|not) (?:above|listed|mentioned)(?: above| here)?",
)


def _check(item: ItemView) -> Iterator[Finding]:
    for option in item.options:
        if _NOTHING.fullmatch(option.text):
            message = f'"{option.text}" says only that the others are wrong'
            yield Finding(option.route, message, "write the right answer out, or leave this option away")


RULE = Rule(Code("C407", "none-of-the-above", Severity.WARNING), each_item=_check, english=True)
