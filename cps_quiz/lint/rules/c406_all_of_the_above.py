"""An option stands for several others, as "all of the above" and "both A and B" do.

Who sees that two options are right need not know the third, and who sees that one is wrong has
ruled two out: partial knowledge is rewarded as if it were whole. Options are also shuffled here,
so that nothing is "above".

Make the item a `multiple`, so that each option is judged by itself; or ask for the best one.

Source: Haladyna, Downing and Rodriguez 2002, guideline 26 (avoid all-of-the-above); SAQUET (Moore
et al. 2024, https://arxiv.org/abs/2405.20529). The wordings are our own list.

Bad:

```yaml
- id: example-1
  stem: Which of these belongs to a first talk about a goal?
  options:
    - wrong: Asking what better would look like
      why: It belongs there, but it is not the only thing here that does.
    - wrong: Asking what has been tried
      why: It belongs there, but it is not the only thing here that does.
    - correct: All of the above
      why: Both questions bring out the goal in the person's own words.
```

Good:

```yaml
- id: example-1
  type: multiple
  stem: Which of these belong to a first talk about a goal?
  options:
    - correct: Asking what better would look like
      why: It brings out the goal in the person's own words, which is what the talk is for.
    - correct: Asking what has been tried
      why: It makes room for what the person has learned on the way to this goal.
    - wrong: Setting the date to reach it
      misconception: dictating-goals
      why: There is no goal yet to set a date for, and the date is the person's to set.
```
"""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

_THINGS = r"(?:answer|option|choice|statement|response|alternative|possibilit)(?:s|y|ies)?"
_TRUE = r"(?:correct|right|true|valid|possible|acceptable|appropriate)"
_ARE_TRUE = rf"(?: (?:is|are|can be) (?:all |both |equally )?{_TRUE})?"
_EVERYTHING = pattern(
    rf"(?:all|any|both|each|most)(?: of)?(?: the)? above(?![\w-])(?: {_THINGS})?(?:{_ARE_TRUE}|(?:,| except| but| apply).*)"
    rf"|(?:all|any|both)(?: of)?(?: the)? (?:preceding|foregoing|following|listed|mentioned)(?: {_THINGS})?{_ARE_TRUE}"
    rf"|(?:all|any|both) of (?:these|those)(?: {_THINGS})?{_ARE_TRUE}"
    rf"|(?:all|both)(?: of)?(?: the)?(?: other)? {_THINGS}{_ARE_TRUE}"
    rf"|(?:all|both)(?: of them)? (?:are )?(?:{_TRUE}|apply)"
    r"|everything (?:above|listed|mentioned)(?: above)?|both"
)
_LETTER = r"\(?[a-f]\)?"
_LETTERS = pattern(
    rf"(?:both |all of )?(?:{_THINGS} )?{_LETTER}(?:(?:,| and|, and| or| &| \+) {_LETTER})+(?: only| together| above)?{_ARE_TRUE}"
)
_LABEL = pattern(rf"(?:only )?{_LETTER}(?: only)?")
FEWEST_PLAIN = 2
"""Options that are not letters, for letters to mean options and not things of the stem."""


def _check(item: ItemView) -> Iterator[Finding]:
    for option in item.options:
        text = _plain(option.text)
        if _EVERYTHING.fullmatch(text) or (_LETTERS.fullmatch(text) and _names_options(item)):
            message = f'"{option.text}" stands for several options'
            yield Finding(option.route, message, "make it a `multiple`, or ask for the best option", option.text)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!\"'\u201c\u201d\u2018\u2019*_[]")


def _names_options(item: ItemView) -> bool:
    texts = [_plain(option.text) for option in item.options]
    return sum(not (_LETTERS.fullmatch(text) or _LABEL.fullmatch(text)) for text in texts) >= FEWEST_PLAIN


RULE = Rule(Code("C406", "all-of-the-above", Severity.ERROR), each_item=_check)
