"""The key is the longest option, or the shortest, more often than chance allows.

A single long key is no harm; a bank in which keys are mostly long teaches candidates to measure
instead of to read, and their scores stop telling what they know.

Counted are the single-choice items of a bank with at least three options, 20 of them or more; the
key is the longest when it has more characters than every other option. Chance allows as many as
come up in 95 of 100 banks whose lengths tell nothing. Both ends are tested, so each is held to
97.5 % (exactly, by the binomial distribution). Items of one `set` share their options, which only
makes chance narrower than that.

Shorten some keys, or give distractors of these items the same detail. `cps-quiz audit` shows the
numbers.

Source: NBME item-writing flaws ("key longer than the others"); the test and the 20 items are ours.

Bad:

```yaml
- id: example-{n}
  stem: What should Luis ask first?
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
- id: example-{n}
  stem: What should Luis ask first?
  options:
    - correct: What would feeling better look like?
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Is it more about your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```
"""

from collections.abc import Callable, Iterator, Sequence

from cps_quiz.lint.guessing.chance import draw, limit
from cps_quiz.lint.guessing.playing import FEWEST_ITEMS, RISK, countable
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView, ItemView
from cps_quiz.source.diagnostic import Code, Severity

TRICKS: tuple[tuple[str, Callable[[list[int]], int], str], ...] = (
    ("longest", max, "shorten some keys"),
    ("shortest", min, "lengthen some keys"),
)


def _check(file: FileView) -> Iterator[Finding]:
    items = countable(file.items)
    if len(items) < FEWEST_ITEMS:
        return
    lengths = [[len(option.text) for option in item.options] for item in items]
    for name, extreme, cure in TRICKS:
        keys, most = _count(items, lengths, extreme)
        if keys > most:
            message = f"the key is the {name} option in {keys} of {len(items)} items, and chance allows {most}"
            yield Finding(("bank",), message, f"{cure}, or write distractors of the same length")


def _count(items: Sequence[ItemView], lengths: list[list[int]], extreme: Callable[[list[int]], int]) -> tuple[int, int]:
    """In how many items the key alone has the extreme length, and how many of that chance allows."""
    pairs = zip(items, lengths, strict=True)
    alone = [item.options[own.index(most)] for item, own in pairs if own.count(most := extreme(own)) == 1]
    draws = [draw(1, len(own)) for own in lengths if own.count(extreme(own)) == 1]
    return sum(option.correct for option in alone), int(limit(draws, RISK / len(TRICKS)))


RULE = Rule(Code("B601", "lopsided-key", Severity.WARNING), each_file=_check)
