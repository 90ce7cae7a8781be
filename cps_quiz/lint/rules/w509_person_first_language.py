"""The author calls a person by a label.

Words like *addict*, *schizophrenic* or *suffers from* make a condition the whole of a person, and
candidates learn them along with the rest. *Client*, *patient* and *consumer* name a place in a
service. *Peer* names a relationship: of the person who is supported it becomes one more label;
*peer specialist* and *peer support* are fine.

Say *the person*, use the name, or say what the person lives with. What somebody in the item says
stands in quotation marks and is left alone; so are *client*, *peer* and the like in items that are
not about peer support.

Source: our own list; on *peer*, the Massachusetts Peer Professional Workforce Development
Guidelines (TRANSCOM, 2014).

Bad:

```yaml
- id: example-1
  stem: Dana, an addict, says that a lot is hard right now. What should Luis ask first?
  options:
    - correct: What would you want to be different first?
      why: Nobody but her can say what comes first. Asked that way, she leads, and Luis goes along.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```

Good:

```yaml
- id: example-1
  stem: >-
    Dana, who is in recovery, says that a lot is hard right now. What should Luis ask first?
  options:
    - correct: What would you want to be different first?
      why: Nobody but her can say what comes first. Asked that way, she leads, and Luis goes along.
    - wrong: Is it more your sleep or your work?
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: Have you tried a walk after lunch?
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```
"""

from collections import defaultdict
from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.lint.english.labels import labels
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView, ItemView
from cps_quiz.source.diagnostic import Code, Severity
from cps_quiz.source.node import Route

_FIELD = pattern(
    r"\bpeer\s+(?:specialist|support|worker|mentor|recovery)|\bCPS\b|\b(?:in|her|his|your|their)\s+recovery\b"
    r"|\brecovery\s+(?:coach|goal|journey|plan|story)|\blived\s+experience|\bmental\s+health|\bsubstance\s+use"
)


def _check_item(item: ItemView) -> Iterator[Finding]:
    return _findings([*item.asked(), *item.choices, *item.whys], item.small, [item])


def _check_scenarios(file: FileView) -> Iterator[Finding]:
    users: dict[str | int, list[ItemView]] = defaultdict(list)
    for item in file.items:
        if item.item.scenario:
            users[item.item.scenario.id].append(item)
    for route, text in file.scenarios():
        yield from _findings([(route, text)], text.lower(), users[route[-1]])


def _findings(texts: list[tuple[Route, str]], small: str, items: list[ItemView]) -> Iterator[Finding]:
    for route, label in labels(texts, small, lambda: any(map(_is_about_peer_support, items))):
        yield Finding(route, f'"{label.phrase}" {label.problem}', f"say instead: {label.instead}", label.phrase)


def _is_about_peer_support(item: ItemView) -> bool:
    """Whether an item speaks of peer support, or names misconceptions, which this field alone has."""
    if any(option.option.misconception or option.option.names for option in item.options):
        return True
    scenario = item.item.scenario.text if item.item.scenario else ""
    texts = (text for texts in (item.asked(), item.choices, item.whys) for _, text in texts)
    return any(_FIELD.search(text) for text in (scenario, *texts))


RULE = Rule(
    Code("W509", "person-first-language", Severity.WARNING),
    each_item=_check_item,
    each_file=_check_scenarios,
    english=True,
)
