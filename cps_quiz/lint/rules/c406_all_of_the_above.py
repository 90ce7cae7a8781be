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
      misconception: limiting-options
      why: It belongs there, but a question about what has been tried does no less.
    - wrong: Asking what has been tried
      misconception: limiting-options
      why: It belongs there, but a question about what better means does no less.
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

from cps_quiz.lint.english.other_options import ANSWERS, LISTED, TRUE, whole
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

_ARE_TRUE = rf"(?: (?:is|are|can be) (?:all |both |equally )?{TRUE})?"
_EVERYTHING = whole(
    rf"(?:all|any|both|each|most)(?: of)?(?: the)? above(?: {ANSWERS})?(?:{_ARE_TRUE}|(?:,| except| but| apply).*)",
    rf"(?:all|any|both)(?: of)?(?: the)? {LISTED}(?: {ANSWERS})?{_ARE_TRUE}",
    rf"(?:all|any|both) of (?:these|those)(?: {ANSWERS})?{_ARE_TRUE}",
    rf"(?:all|both)(?: of)?(?: the)?(?: other)? {ANSWERS}{_ARE_TRUE}",
    rf"(?:all|both)(?: of them)? (?:are )?(?:{TRUE}|apply)",
    r"everything (?:above|listed|mentioned)(?: above)?",
)
_LETTER = r"\(?[a-f]\)?"
_MORE_LETTERS = rf"(?:(?:,|,? and|,? &| \+) {_LETTER})+"
_LETTERS = whole(rf"(?:both |all of )?(?:{ANSWERS} )?{_LETTER}{_MORE_LETTERS}(?: only| together| above)?{_ARE_TRUE}")
_LABEL = whole(rf"(?:only )?{_LETTER}(?: only)?")
FEWEST_PLAIN = 2
"""Options that are no letters; with fewer, the letters name things of the stem."""


def _check(item: ItemView) -> Iterator[Finding]:
    for option in item.options:
        if stands_for_several(option.text, item):
            message = f'"{option.text}" stands for several options'
            yield Finding(option.route, message, "make it a `multiple`, or ask for the best option")


def stands_for_several(text: str, item: ItemView) -> bool:
    """Whether an option of `item` stands for several others."""
    return bool(_EVERYTHING.fullmatch(text)) or bool(_LETTERS.fullmatch(text) and _names_options(item))


def _names_options(item: ItemView) -> bool:
    plain = [o for o in item.options if not (_LETTERS.fullmatch(o.text) or _LABEL.fullmatch(o.text))]
    return len(plain) >= FEWEST_PLAIN


RULE = Rule(Code("C406", "all-of-the-above", Severity.ERROR), each_item=_check, english=True)
