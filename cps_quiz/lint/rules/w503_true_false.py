"""The options are nothing but true and false, or yes and no.

Half of those who know nothing answer it right, and a statement that is simply false shows no wrong
approach that anybody takes.

Ask what the statement was meant to find out, and let each distractor be something that a kind
beginner would do.

Source: the list of flaws of SAQUET (Moore et al. 2024, https://arxiv.org/abs/2405.20529).

Bad:

```yaml
- id: example-1
  stem: Should Luis ask Dana what better would look like?
  options:
    - correct: 'Yes'
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: 'No'
      misconception: taking-control
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
```

Good:

```yaml
- id: example-1
  stem: What should Luis ask Dana?
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

from collections.abc import Collection, Iterator

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

_POLES = (
    {("true",), ("false",)},
    {("yes",), ("no",)},
    {("t",), ("f",)},
    {("y",), ("n",)},
    {("right",), ("wrong",)},
    {("correct",), ("incorrect",)},
    {("agree",), ("disagree",)},
)
_BETWEEN = {
    tuple(answer.split())
    for answer in (
        "maybe",
        "perhaps",
        "sometimes",
        "both",
        "neither",
        "unsure",
        "not sure",
        "unknown",
        "it depends",
        "depends",
        "don't know",
        "i don't know",
        "not given",
        "cannot say",
        "can't say",
        "cannot tell",
        "can't tell",
        "partly",
        "partly true",
        "neither true nor false",
        "not enough information",
    )
}


def poles_of(item: ItemView) -> Collection[tuple[str, ...]]:
    """The two answers that are all that the item offers; empty for most items."""
    found = {option.words for option in item.options}
    return next((poles for poles in _POLES if poles <= found <= poles | _BETWEEN), ())


def _check(item: ItemView) -> Iterator[Finding]:
    poles = poles_of(item)
    if poles:
        shown = " and ".join(f'"{option.text}"' for option in item.options if option.words in poles)
        yield Finding(("stem",), f"the options are only {shown}", "ask what the statement was meant to find out")


RULE = Rule(Code("W503", "true-false", Severity.WARNING), each_item=_check, english=True)
