"""An option is made of other options.

*I and II only*, *Either A or C* or an option that joins the texts of two others makes the question a
puzzle: whoever is sure of one part can rule out several options without knowing the rest. Letters
mean nothing either, once options are shuffled.

Give each option a text of its own. If several are right, use `type: multiple` and say in the stem
how many.

Source: Haladyna, Downing and Rodriguez 2002, guideline 9 (avoid the complex format); SAQUET (Moore
et al. 2024) counts it as a flaw too.

Bad:

```yaml
- id: example-1
  stem: What helps Dana say what she wants?
  options:
    - correct: Asking what better looks like
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Asking whether it is sleep or work
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Telling her what helped others
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
    - wrong: Asking what better looks like and telling her what helped others
      misconception: directing-actions
      why: Her own picture would be buried under that of others. One question is enough here.
```

Good:

```yaml
- id: example-1
  stem: What helps Dana say what she wants?
  options:
    - correct: Asking what better looks like
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Asking whether it is sleep or work
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Telling her what helped others
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
    - wrong: Naming a goal that others like
      misconception: dictating-goals
      why: Her own picture would be buried under that of others. One question is enough here.
```
"""

from collections.abc import Iterator
from re import IGNORECASE, Pattern
from re import compile as pattern

from cps_quiz.lint.english.words import words
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.rules.c406_all_of_the_above import stands_for_several
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

_JOINT = r"\s*(?:,?\s*(?:and|or|&|\+|nor)\s*|[,/]\s*)"
_NOUN = r"(?:(?:options?|answers?|choices?|statements?)\s+)"
_LEAD = rf"^\W*(?:(?:only|both|either|neither)\s+)?{_NOUN}?"
_TAIL = r"(?:\s+(?:only|together|both|are\s+(?:correct|right|true)))?\W*$"
_LETTERS = pattern(rf"{_LEAD}\(?[a-f]\)?(?:{_JOINT}{_NOUN}?\(?[a-f]\)?)+{_TAIL}", IGNORECASE)
_ROMANS = rf"{_LEAD}\(?(?:iv|v|i{{1,3}})\)?(?:(?:{_JOINT}\(?(?:iv|v|i{{1,3}})\)?)+{_TAIL}|\s+only\W*$)"
_NUMBERS = (
    rf"^\W*(?:only\s+|both\s+|neither\s+)?{_NOUN}[1-6](?:{_JOINT}[1-6])+{_TAIL}"
    rf"|^\W*(?:both|neither)\s+[1-6]{_JOINT}[1-6]{_TAIL}"
    rf"|^\W*[1-6](?:{_JOINT}[1-6])*\s+only\W*$"
)
_BOTH = (
    r"^\W*(?:both|neither|either|(?:any\s+)?two(?=\s+of))(?:\s+(?:of\s+)?(?:these|those|them|the\s+above|above))?"
    r"(?:\s+(?:options|answers))?\W*$"
)
_MADE_OF_NAMES = pattern(f"{_ROMANS}|{_NUMBERS}|{_BOTH}", IGNORECASE)
_PARTS = pattern(r"\s*(?:,\s*(?:and|or|nor)\s+|\b(?:and|or|nor|as\s+well\s+as)\b|[,;&+/])\s*", IGNORECASE)
_NAMES = pattern(r"^\W*\w(?:\W+\w)+\W*$")
"""Lists of things that are called by single letters, as in puzzles."""

_BEFORE = pattern(r"^\W*(?:both|either|neither|a\s+combination\s+of)\s+", IGNORECASE)


LONGEST = 60
LONGEST_JOINED = 400
"""Characters of an option that names others by letter or number, and of one that joins their texts."""


def _check(item: ItemView) -> Iterator[Finding]:
    shortest = sum(sorted(len(option.text) for option in item.options)[:2])
    letters = _only_some(_LETTERS, item)
    for option in item.options:
        if (
            option.index in letters
            or _is_made_of_names(option.text)
            or (len(option.text) >= shortest and _joins(option.text, item))
        ) and not stands_for_several(option.text, item):
            message = f'"{option.text}" is made of other options'
            yield Finding(option.route, message, "give it a text of its own, or make the item a `multiple`")


def _is_made_of_names(text: str) -> bool:
    return len(text) <= LONGEST and _MADE_OF_NAMES.match(text) is not None


def _only_some(made: Pattern[str], item: ItemView) -> set[int]:
    """The options that look like *A and C*; none where all do: those are things with such names."""
    found = {option.index for option in item.options if len(option.text) <= LONGEST and made.match(option.text)}
    return found if len(found) <= len(item.options) // 2 else set()


def _joins(text: str, item: ItemView) -> bool:
    """Whether `text` puts two or more of the others together."""
    if len(text) > LONGEST_JOINED:
        return False
    parts = _PARTS.split(_BEFORE.sub("", text))
    texts = {option.words for option in item.options}
    return len(parts) > 1 and all(words(part) in texts for part in parts) and not _NAMES.search(text)


RULE = Rule(Code("W502", "combined-options", Severity.ERROR), each_item=_check, english=True)
