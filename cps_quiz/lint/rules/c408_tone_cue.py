"""The key alone sounds kind, and no distractor does.

In peer support the right thing to do mostly sounds right. Where one option listens and the others
tell, ignore and refuse, the tone gives the answer and nothing is learned about the wrong ways that
kind people fall into. Each option scores one point for every word that begins like one of
`tone-support.txt`, minus one for `tone-control.txt`; words that stand in the stem or after a "not"
do not count, and "always" and its like are left to `absolute-distractors`. The rule fires when no
distractor scores above 0 and the key scores 2; or 1, with half of the distractors below 0; or 0,
with all of them below.

Write distractors that somebody warm might choose: the right skill at the wrong moment. Or make the
key the plainest of the options. Items that ask what is NOT so are left
out, and so are those whose options name approaches (`names:`).

Source: the score and the words are our own, from the articles on peer support that the shipped
banks cite; the lists say which words came later.

Bad:

```yaml
- id: example-1
  stem: Sam says that he is done with his program. What should his peer specialist do?
  options:
    - correct: Listen and explore what he hopes for
      why: What Sam wants next is his to say, and being heard is what makes it sayable.
    - wrong: Tell him to stay until the end of it
      misconception: directing-actions
      why: It decides for Sam before a word of his reasons is heard. Ask first.
    - wrong: Ignore it and go on with the plan
      misconception: avoiding-hard-talks
      why: It leaves out the one thing that he came to say. Open it, at his pace.
```

Good:

```yaml
- id: example-1
  stem: Sam says that he is done with his program. What should his peer specialist do?
  options:
    - correct: Ask what he is done with
      why: What Sam wants next is his to say, and being heard is what makes it sayable.
    - wrong: Share how you came through it
      misconception: giving-advice
      why: A story points to an answer before his own reasons are heard. Ask first.
    - wrong: Say you respect it and leave
      misconception: leaving-alone
      why: It honors the choice and drops the company. Stay with it, at his pace.
```
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from cps_quiz.lint.english.negation import negation
from cps_quiz.lint.english.words import STEMS, remembered, stem, wordlist, words
from cps_quiz.lint.guessing.cues import is_matched
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView, OptionView
from cps_quiz.source.diagnostic import Code, Severity

FEWEST = 2
"""Distractors that it takes to tell a tone."""

VERY_KIND = 2
"""Points of a key that stands out without any unkind distractor."""

DENIALS = frozenset({"avoid", "don't", "never", "no", "not", "without"})
REACH = 2
"""Words up to which a denial takes the tone away: "not to judge"."""

Mark = tuple[str, int]
"""A word that has a tone, and its points."""


def _check(item: ItemView) -> Iterator[Finding]:
    if len(item.distractors) < FEWEST or item.item.negative or item.names_approaches:
        return
    if not any(any(map(_tone, option.words)) for option in item.options):
        return
    known = frozenset(map(STEMS.__getitem__, words(item.item.stem)))
    keys = [_marks(option, known) for option in item.keys]
    others = [_marks(option, known) for option in item.distractors]
    found = _stands_out(min(map(_points, keys)), list(map(_points, others)))
    if found and not negation(item.item.stem) and not is_matched(item):
        message = _message(keys[0], chain.from_iterable(others))
        yield Finding(item.keys[0].route, message, "give the warmth to the distractors too")


def _marks(option: OptionView, known: frozenset[str] = frozenset()) -> list[Mark]:
    marks = [(word, _tone(word)) for word in option.words]
    return [
        mark
        for place, mark in enumerate(marks)
        if mark[1] and stem(mark[0]) not in known and DENIALS.isdisjoint(option.words[max(0, place - REACH) : place])
    ]


@remembered
def _tone(word: str) -> int:
    if word in wordlist("absolutes"):
        return 0
    return word.startswith(_beginnings("tone-support")) - word.startswith(_beginnings("tone-control"))


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(wordlist(name))


def _points(marks: Iterable[Mark]) -> int:
    return sum(points for _, points in marks)


def _stands_out(key: int, others: list[int]) -> bool:
    if max(others) > 0 or key < 0:
        return False
    unkind = sum(points < 0 for points in others)
    return key >= VERY_KIND or (key > 0 and 2 * unkind >= len(others)) or unkind == len(others)


def _message(key: Iterable[Mark], others: Iterable[Mark]) -> str:
    kind, unkind = _quoted(key, 1), _quoted(others, -1)
    if not kind:
        return f"every distractor sounds controlling ({unkind}), the key does not"
    return f"only the key sounds kind ({kind})" + (f", and distractors controlling ({unkind})" if unkind else "")


def _quoted(marks: Iterable[Mark], sign: int) -> str:
    return ", ".join(dict.fromkeys(f'"{word}"' for word, points in marks if points == sign))


RULE = Rule(Code("C408", "tone-cue", Severity.WARNING), each_item=_check, english=True)
