"""Two or more distractors have words like "always" or "never", and the key has none.

Hardly anything is always so, and people who take tests know it: they strike out such options
first. It takes two options with absolute words, one of them stronger than "all" or "every"; or all
distractors. "Not always", "at all", "every week" and the like do not count, nor do options of more
than 16 words, where such a word is one of many. Items that ask what is NOT so are left out.

Say in the distractors what a sensible person might believe, or give the key a true absolute.

Source: the word list is that of SAQUET (Moore et al. 2024, https://arxiv.org/abs/2405.20529) with
additions of ours; that it takes two distractors and short options is our choice.

Bad:

```yaml
- id: example-1
  stem: Ana is torn between two jobs. What fits the role of her peer specialist?
  options:
    - correct: Ask what each of the two would bring her
      why: It keeps the weighing with Ana and gives her words for what matters to her.
    - wrong: Never talk about work until she feels ready
      misconception: avoiding-hard-talks
      why: It leaves her alone with the question that she came with. Open it gently.
    - wrong: Always begin with the job that pays more
      misconception: limiting-options
      why: Pay may not be what she cares for most. Ask before one side gets the first word.
```

Good:

```yaml
- id: example-1
  stem: Ana is torn between two jobs. What fits the role of her peer specialist?
  options:
    - correct: Ask what each of the two would bring her
      why: It keeps the weighing with Ana and gives her words for what matters to her.
    - wrong: Leave the talk about work until she feels ready
      misconception: avoiding-hard-talks
      why: It leaves her alone with the question that she came with. Open it gently.
    - wrong: Begin with the job that pays more
      misconception: limiting-options
      why: Pay may not be what she cares for most. Ask before one side gets the first word.
```
"""

from collections.abc import Iterator
from functools import cache
from re import IGNORECASE, Pattern
from re import compile as pattern

from cps_quiz.lint.english.negation import negation
from cps_quiz.lint.english.words import wordlist
from cps_quiz.lint.guessing.cues import is_matched
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView, OptionView
from cps_quiz.source.diagnostic import Code, Severity

FEWEST = 2
MOST_WORDS = 16
QUANTIFIERS = frozenset({"all", "every", "everything", "none", "nothing"})
"""Absolute words that also just count things."""

_BEFORE = r"(?<!\bnot )(?<!n't )(?<!n\u2019t )(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bif )(?<![\w-])"
_AFTER = r"(?![\w-])(?! right\b| other\b| now and\b| (?:hour|day|night|morning|evening|week|month|year|time)\b)"


def _check(item: ItemView) -> Iterator[Finding]:
    if len(item.distractors) < FEWEST or item.item.negative:
        return
    found = [(option, word) for option in item.distractors if (word := _absolute(option))]
    if len(found) < FEWEST or any(map(_absolute, item.keys)):
        return
    short = [(option, word) for option, word in found if len(option.words) <= MOST_WORDS]
    strong = any(word.casefold() not in QUANTIFIERS for _, word in short) or len(short) == len(item.distractors)
    if len(short) >= FEWEST and strong and not negation(item.item.stem) and not is_matched(item):
        yield _finding(short)


def _finding(found: list[tuple[OptionView, str]]) -> Finding:
    option, word = found[0]
    quoted = " and ".join(f'"{word.casefold()}"' for word in dict.fromkeys(word for _, word in found))
    message = f"{len(found)} distractors have absolute words ({quoted}), the key has none"
    return Finding(option.route, message, "let the distractors claim less", word)


def _absolute(option: OptionView) -> str | None:
    """The first absolute word, as written."""
    starts, whole = _absolutes()
    if starts.isdisjoint(option.words):
        return None
    found = whole.search(option.text)
    return found[0] if found else None


@cache
def _absolutes() -> tuple[frozenset[str], Pattern[str]]:
    """The words that absolute words begin with (of most it is all), and a pattern of them."""
    entries = sorted(wordlist("absolutes"))
    starts = frozenset(entry.split()[0] for entry in entries)
    return starts, pattern(rf"{_BEFORE}(?:{'|'.join(entries)}){_AFTER}", IGNORECASE)


RULE = Rule(Code("C404", "absolute-distractors", Severity.WARNING), each_item=_check, english=True)
