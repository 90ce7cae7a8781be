"""The stem asks for another number of options than the key has.

A candidate who is told to choose two and finds one that is right cannot answer: every response that
keeps to the instruction loses points. The rule reads instructions like *choose two*, *select 3
answers*, *mark the best two*, and questions like *which two of these*. It leaves alone what is
quoted, *at least two* and *two or three*, and *which two* where each option is itself a pair.

Change the number in the stem, or mark the options that are right; several right ones need `type:
multiple`.

Source: our own rule.

Bad:

```yaml
- id: example-1
  stem: What makes a first step easier to take? Choose two.
  options:
    - correct: It is small enough for a bad day
      why: A step that a bad day cannot stop gets taken, and one step invites another.
    - wrong: It has worked for many others
      misconception: giving-advice
      why: What others did says little about this week of this person. Ask what fits.
    - wrong: It covers the whole of the wish
      misconception: vague-or-oversized-goals
      why: The whole wish at once can swamp her. Look for a part that fits into a week.
```

Good:

```yaml
- id: example-1
  type: multiple
  stem: What makes a first step easier to take? Choose two.
  options:
    - correct: It is small enough for a bad day
      why: A step that a bad day cannot stop gets taken, and one step invites another.
    - correct: It is one that the person picked
      why: A step of one's own making is worth some effort, since it leads where one wants to go.
    - wrong: It has worked for many others
      misconception: giving-advice
      why: What others did says little about this week of this person. Ask what fits.
    - wrong: It covers the whole of the wish
      misconception: vague-or-oversized-goals
      why: The whole wish at once can swamp her. Look for a part that fits into a week.
```
"""

from collections.abc import Iterator
from re import IGNORECASE
from re import compile as pattern

from cps_quiz.lint.english.numbers import SPELLED
from cps_quiz.lint.english.questions import LONGEST_STEM, own_words
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

MOST = 8
_NUMBERS = {word: value for word, value in SPELLED.items() if 0 < value <= MOST}
_NUMBER = rf"({'|'.join(_NUMBERS)}|[1-8])\b(?![-\u2013.,]\w|%|\s+(?:or|to)\s+(?:{'|'.join(_NUMBERS)}|more|\d))"
_CHOOSE = pattern(
    r"(?:^|[.!?:;,(\[\u2013\u2014*]\s*|\n|\b(?:and|then|please)\s+)[*(\[]*"
    r"(?:choose|select|pick|mark|tick|check|circle|name|identify|indicate)\s+"
    rf"(?:(?:the|your|any|exactly|only|all|best|top|right|correct|most\s+\w+)\s+){{0,3}}{_NUMBER}",
    IGNORECASE,
)
_VERBS = ("choose", "select", "pick", "mark", "tick", "check", "circle", "name", "identify", "indicate")
_COUNTS = (*_NUMBERS, *map(str, range(1, MOST + 1)))
_WHICH = pattern(rf"\bwhich\s+{_NUMBER}", IGNORECASE)
_ALL = pattern(
    r"\b(?:choose|select|pick|mark|tick|check|circle|indicate)\s+(?:all|every|each|any)\s+(?:of\s+(?:the|these|those)\s+)?"
    r"(?:(?:the|correct|right|answers?|options?|responses?|statements?|choices?|ones?|one)\s+){0,3}"
    r"(?:that|which)\s+(?:apply|applies|are\s+(?:correct|right|true)|fit|fits)\b"
    r"|\b(?:choose|select|pick|mark|tick|check|circle|indicate)\s+(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?"
    r"(?:correct|right|true|best)(?:\s+(?:answers?|options?|responses?|statements?|choices?|ones?)\b|\s*[.!:;)\]]|\s*$)"
    r"|\b(?:choose|select|pick|mark|tick|check)\s+as\s+many\s+as\s+(?:apply|are\s+(?:correct|right))\b",
    IGNORECASE,
)
_PAIR = pattern(r"\w.*(?:\band\b|\bor\b|[,;/&+\u2013\u2014]).*\w|\w\s*-\s+\w")


def _check(item: ItemView) -> Iterator[Finding]:
    small = item.item.stem.lower()
    if not item.keys or len(item.item.stem) > LONGEST_STEM or not any(word in small for word in (*_VERBS, "which")):
        return
    stem = own_words(item.item.stem)
    small = stem.lower()
    tells = any(verb in small for verb in _VERBS)
    every = _ALL.search(stem) if tells and item.is_single else None
    if every:
        message = "the stem asks for all that apply, and the item is a `single`, which takes one answer"
        phrase = " ".join(every[0].split())
        yield Finding(("stem",), message, "add `type: multiple`, or ask for the best answer", phrase)
        return
    if not any(count in small for count in _COUNTS):
        return
    which = list(_WHICH.finditer(stem)) if "which" in small else []
    chosen = _CHOOSE.finditer(stem) if tells else ()
    for found in (*chosen, *([] if which and _offers_pairs(item) else which)):
        wanted = _NUMBERS.get(found[1].lower()) or int(found[1])
        if wanted != len(item.keys):
            message = f"the stem asks for {wanted}, the key has {len(item.keys)}"
            help_ = "change the number, or mark what is right as `correct`"
            yield Finding(("stem",), message, help_, " ".join(found[0].split()).lstrip(".!?:;,([*\u2013\u2014 "))
            return


def _offers_pairs(item: ItemView) -> bool:
    """Whether each option is itself a pair, so that *which two* asks for one option."""
    return item.is_single and all(_PAIR.search(option.text) for option in item.options)


RULE = Rule(Code("K206", "select-count", Severity.ERROR), each_item=_check, english=True)
