"""A scenario, reference or misconception of the bank that nothing in its file uses.

It is work that no candidate ever sees, and often a trace of something else: a question that was
deleted by mistake, or one that names another scenario than was meant.

Use it, or delete it. What several files share belongs in the curriculum, whose definitions are for
all banks and are never reported. Items that are retired still use what they name.

Bad:

```yaml
format: 1
bank: example
title: Example
topic: goal-setting
scenarios:
  dana-swamped: >-
    Dana tells Luis that everything wants doing at once.
items:
  - id: example-1
    type: order
    stem: In which order does Luis help Dana, who feels swamped?
    steps:
      - Hear how her week has been
      - Ask what weighs on her most
      - Look for one small step together
    why: A plan made before Dana is heard is a plan for somebody else.
```

Good:

```yaml
format: 1
bank: example
title: Example
topic: goal-setting
scenarios:
  dana-swamped: >-
    Dana tells Luis that everything wants doing at once.
items:
  - id: example-1
    type: order
    scenario: dana-swamped
    stem: In which order does Luis help her?
    steps:
      - Hear how her week has been
      - Ask what weighs on her most
      - Look for one small step together
    why: A plan made before Dana is heard is a plan for somebody else.
```
"""

from collections.abc import Collection, Iterator
from re import compile as pattern

from cps_quiz.bank.library import LoadedFile
from cps_quiz.core.bank import Bank, Item
from cps_quiz.core.interaction import Arrange, ChooseOne, ChooseSome, Write
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView
from cps_quiz.source.diagnostic import Code, Severity
from cps_quiz.source.fields import KEBAB
from cps_quiz.source.node import CUT, Mapping, Sequence, locate, locate_name

_Use = tuple[str, str]
"""A section of the bank file, and the id of one of its definitions."""

_ID = pattern(KEBAB)
_COMMENT = pattern(r"(?<!\S)#.*")


def _check(view: FileView) -> Iterator[Finding]:
    root, decoded = view.file.node, view.file.decoded
    if not isinstance(root, Mapping) or root.end == CUT or decoded is None or not decoded.bank.items:
        return
    used = set(_uses(decoded.bank))
    named = set(_ID.findall(_unread(view.file, root, set(decoded.places) - decoded.broken)))
    for section, id_ in _definitions(decoded.bank):
        if (section, id_) not in used and id_ not in named:
            message = f'nothing in this file uses the {section.removesuffix("s")} "{id_}"'
            yield Finding((section, id_), message, "use it, or delete it", at_name=True)


def _definitions(bank: Bank) -> Iterator[_Use]:
    yield from (("scenarios", scenario.id) for scenario in bank.scenarios)
    yield from (("references", id_) for id_, _ in bank.references)
    yield from (("misconceptions", misconception.id) for misconception in bank.misconceptions)


def _uses(bank: Bank) -> Iterator[_Use]:
    for item in bank.items:
        yield from _uses_of_item(item)
    for misconception in bank.misconceptions:
        yield from (("misconceptions", id_) for id_ in misconception.confused_with if id_ != misconception.id)


def _uses_of_item(item: Item) -> Iterator[_Use]:
    if item.scenario is not None:
        yield "scenarios", item.scenario.id
    yield from (("references", id_) for id_ in item.references)
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            yield from (("misconceptions", option.misconception) for option in options if option.misconception)
        case Arrange() | Write():
            pass


def _unread(file: LoadedFile, root: Mapping, sound: Collection[int]) -> str:
    """What stands below `items:` outside the `sound` items: broken ones, and those left out by the reader.

    Whatever they name may be a use that was lost.
    """
    entries = locate(root, ("items",))
    at = locate_name(root, ("items",)).end
    end = min((field.start for field in root.fields if field.start > at), default=len(file.text))
    pieces = []
    for index, node in enumerate(entries.items if isinstance(entries, Sequence) else ()):
        if index in sound:
            pieces.append(file.text[at : node.start])
            at = node.end
    return _COMMENT.sub("", "".join([*pieces, file.text[at:end]]))


RULE = Rule(Code("R106", "unused-definition", Severity.WARNING), each_file=_check)
