"""The key alone has a bracket, a quotation, a number, a comma or a reason.

What is right is often written with more care: an aside that makes it exact, a figure, a "because".
A candidate who knows nothing sees one option that looks unlike the others, and takes it. A mark of
punctuation or a number counts wherever the key alone has it. A comma or a clause with "because",
"so that", "although", "unless" or "whereas" is common, and counts only among options of at most
12 words, four or more of them. A number in a name ("Route 53") does not count.

Take it out of the key, or give distractors the same.

Source: our own list and bounds, set so that carefully written tests stay quiet.

Bad:

```yaml
- id: example-1
  stem: What can Luis offer when Dana asks how long a job search takes?
  options:
    - correct: His own story (with her permission)
      why: She asked for experience, and a story that is offered as one leaves the plan to her.
    - wrong: A calendar with a date in it
      misconception: dictating-goals
      why: A date is an aim, and this one would be his. Let her say how soon is soon.
    - wrong: A cheerful word about her luck
      misconception: minimizing-feelings
      why: Cheer passes over what the question may hold. Ask what makes her wonder.
```

Good:

```yaml
- id: example-1
  stem: What can Luis offer when Dana asks how long a job search takes?
  options:
    - correct: His own story of such a wait
      why: She asked for experience, and a story that is offered as one leaves the plan to her.
    - wrong: A calendar with a date in it
      misconception: dictating-goals
      why: A date is an aim, and this one would be his. Let her say how soon is soon.
    - wrong: A cheerful word about her luck
      misconception: minimizing-feelings
      why: Cheer passes over what the question may hold. Ask what makes her wonder.
```
"""

from collections.abc import Iterator
from re import IGNORECASE
from re import compile as pattern

from cps_quiz.lint.english.words import wordlist
from cps_quiz.lint.guessing.cues import is_marked_up, is_matched, key_alone
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

FEWEST = 2
"""Distractors without a mark that make the key stand out."""

FEWEST_COMMON = 3
MOST_WORDS = 12
"""The same for a common mark, and the words of an option that is short enough for it to show."""

_RARE = {
    "a bracket": pattern(r"[(\[]\W{0,3}\w[^()\[\]]*[)\]]"),
    "a quotation": pattern(
        r"[\"\u201c\u00ab][^\"\u201c\u201d\u00bb]+[\"\u201d\u00bb]|(?<!\w)['\u2018]\w[^'\u2018\u2019]*['\u2019](?!\w)"
    ),
    "a semicolon": pattern(r";"),
    "a colon": pattern(r"\w: "),
    "a dash": pattern(r"\w ?\u2014 ?\w|\w (?:--?|\u2013) \w"),
    "emphasis": pattern(r"\*\w"),
}
_COMMON = {
    "a comma": pattern(r",(?!\d)"),
    "a reason": pattern(r"\b(?:because|so that|although|even though|unless|whereas)\b", IGNORECASE),
}
_SIGN = pattern("[(\\[\"'\u201c\u00ab\u2018;:\u2014\u2013*,-]")
_REASONS = ("because", "so that", "although", "even though", "unless", "whereas")
"""What a key without any of the marks has not: most have none, and need no other search."""

_DIGIT = pattern(r"\d")
_NUMBER = pattern(r"(?:^|\b(\w[\w'\u2019-]{0,40})[,:;]? )[($\u20ac\u00a3\"\u201c]*\d[\d.,:/]*%?(?![\w-])")


def _check(item: ItemView) -> Iterator[Finding]:
    if not item.is_single or len(item.distractors) < FEWEST:
        return
    key = item.keys[0].text
    may_be_marked = _SIGN.search(key) or any(reason in key.casefold() for reason in _REASONS)
    if not may_be_marked and not _DIGIT.search(key):
        return
    found = [name for name, mark in _RARE.items() if key_alone(item, mark.search)]
    if _has_number(key) and not any(_DIGIT.search(option.text) for option in item.distractors):
        found.append("a number")
    if len(item.distractors) >= FEWEST_COMMON:
        found += [name for name, mark in _COMMON.items() if key_alone(item, mark.search) and _is_brief(item)]
    if found and not (is_matched(item) or is_marked_up(item)):
        message = f"of all options only the key has {' and '.join(found)}"
        yield Finding(item.keys[0].route, message, "take it out of the key, or give distractors the same")


def _has_number(text: str) -> bool:
    """Whether there is a number that counts or measures: a word with a capital before it makes it a name."""
    return any(_is_plain(match[1]) for match in _NUMBER.finditer(text))


def _is_plain(word: str | None) -> bool:
    return word is None or word[0].islower() or word.casefold() in wordlist("function-words")


def _is_brief(item: ItemView) -> bool:
    return all(len(option.words) <= MOST_WORDS for option in item.options)


RULE = Rule(Code("C409", "odd-one-out", Severity.WARNING), each_item=_check, english=True)
