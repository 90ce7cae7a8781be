"""A topic has fewer than half as many items as the mean of all topics.

Candidates practice what there is. A topic with few questions is soon known by heart, and weighs
little in what the program says about how ready somebody is.

Counted are the items of all kinds that are loaded together, of topics that have any, when there are
at least five items for each topic on average. A topic may be meant to be small; then leave it so.

Write more items for the topic.

Source: content balance is Haladyna, Downing & Rodriguez 2002, guidelines 1 and 2; the half is ours.

Bad:

```yaml
- id: goal-{n}
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
- id: only-one
  topic: reflection
  stem: Which reply helps Dana to think for herself?
  options:
    - correct: What did you notice just then?
      why: It points her to her own experience, and asks for no answer of a certain kind.
    - wrong: Why did you do it that way?
      misconception: judging
      why: A why asks her to defend herself. Ask what she saw instead.
    - wrong: I would have done the same
      misconception: giving-advice
      why: It measures her choice by his own. Leave the measure to her.
```

Good:

```yaml
- id: goal-{n}
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
- id: reflection-{n}
  topic: reflection
  stem: Which reply helps Dana to think for herself?
  options:
    - correct: What did you notice just then?
      why: It points her to her own experience, and asks for no answer of a certain kind.
    - wrong: Why did you do it that way?
      misconception: judging
      why: A why asks her to defend herself. Ask what she saw instead.
    - wrong: I would have done the same
      misconception: giving-advice
      why: It measures her choice by his own. Leave the measure to her.
```
"""

from collections import Counter
from collections.abc import Iterator

from cps_quiz.lint.rules import FileFinding, Finding, ItemFinding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

SHARE = 0.5
FEWEST_ON_AVERAGE = 5
"""Items for each topic on average, below which a bank is still being begun."""


def _check(items: tuple[ItemView, ...]) -> Iterator[ItemFinding | FileFinding]:
    counts = Counter(item.item.topic for item in items)
    mean = len(items) / len(counts) if counts else 0
    if mean < FEWEST_ON_AVERAGE:
        return
    first = {item.item.topic: item for item in reversed(items)}
    for topic, count in counts.items():
        if count < SHARE * mean:
            has = "1 item" if count == 1 else f"{count} items"
            message = f'the topic "{topic}" has {has}, topics have {mean:.1f} on average'
            yield _placed(first[topic], Finding(("topic",), message, "write more items for it"))


def _placed(item: ItemView, finding: Finding) -> ItemFinding | FileFinding:
    """At the bank's topic where the item has it from there."""
    return (item.file, finding) if item.bank.topic == item.item.topic else (item, finding)


RULE = Rule(Code("B605", "uneven-topics", Severity.INFO), all_items=_check)
