"""A scenario, reference or misconception of the bank that nothing in its file uses.

It is work that no candidate ever sees, and often a trace of something else: a question that was
deleted by mistake, or one that names another scenario than was meant. Where a name that leads nowhere
is nearly the same, that name is what is reported.

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

from collections import Counter
from collections.abc import Iterable, Iterator
from re import compile as pattern

from cps_quiz.bank.decoded import DecodedBank
from cps_quiz.bank.library import LoadedFile
from cps_quiz.core.questions.bank import Bank, Item
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import FileView
from cps_quiz.source.diagnostic import Code, Severity
from cps_quiz.source.identifiers import IDENTIFIER, KEBAB, as_id
from cps_quiz.source.misspelling import SLIP
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence, locate, text_of

_Use = tuple[str, str]
"""A section of the bank file, and the id of one of its definitions."""

LONGEST = 80
"""Characters of a text that may stand for an id."""

_WORD = pattern(rf"(?<![\w-]){KEBAB}(?![\w-])")
_COMMENT = pattern(r"(?<!\S)#.*")


def _check(view: FileView) -> Iterator[Finding]:
    root, decoded = view.file.node, view.file.decoded
    if not isinstance(root, Mapping) or root.end == CUT or decoded is None or not decoded.bank.items:
        return
    used, defined = set(_uses(decoded.bank)), list(_definitions(decoded.bank))
    unused = [one for one in defined if one not in used]
    if unused:
        slips = used.union(("scenarios", id_) for id_ in _lost_scenarios(root)).difference(defined)
        unused = [one for one in unused if IDENTIFIER.fullmatch(one[1]) and not _is_meant(one, slips)]
    is_named = any(view.file.text.count(id_) > 1 for _, id_ in unused) or (unused and decoded.broken)
    lost = _lost(view.file, root, decoded) if is_named else ()
    for section, id_ in unused:
        if id_ not in lost:
            message = f'nothing in this file uses the {section.removesuffix("s")} "{id_}"'
            yield Finding((section, id_), message, "use it, or delete it", at_name=True)


def _lost_scenarios(root: Mapping) -> Iterator[str]:
    """The ids that items give their scenarios: one that leads nowhere is no part of the item that was read."""
    entries = locate(root, ("items",))
    for entry in entries.items if isinstance(entries, Sequence) else ():
        if isinstance(entry, Mapping):
            yield text_of(entry, "scenario")


def _is_meant(definition: _Use, slips: Iterable[_Use]) -> bool:
    """Whether a name that leads nowhere may be a slip of it: then that is what there is to say."""
    from difflib import get_close_matches

    section, id_ = definition
    return bool(get_close_matches(id_, [name for of, name in slips if of == section], n=1, cutoff=SLIP))


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
            ids = (id_ for option in options for id_ in (option.misconception, option.names) if id_)
            yield from (("misconceptions", id_) for id_ in ids)
        case Arrange() | Write():
            pass


def _lost(file: LoadedFile, root: Mapping, decoded: DecodedBank) -> Counter[str]:
    """Words that items name which are broken, or which the reader left out: any may be a use.

    What was left out is known by this: its words stand in the text more often than in the tree.
    """
    entries = locate(root, ("items",))
    sound = set(decoded.places) - decoded.broken
    nodes = enumerate(entries.items if isinstance(entries, Sequence) else ())
    broken = [node for index, node in nodes if index not in sound]
    named = Counter(name for node in broken for name in (*_words(node), *_as_ids(node)))
    return Counter(_WORD.findall(_COMMENT.sub("", file.text))) - Counter(_words(root)) + named


def _words(node: Node) -> Iterator[str]:
    for text in _texts(node):
        yield from _WORD.findall(text)


def _as_ids(node: Node) -> Iterator[str]:
    """The ids that short texts stand for: a name in place of an id is a use of it."""
    yield from (as_id(text) for text in _texts(node) if len(text) <= LONGEST)


def _texts(node: Node) -> Iterator[str]:
    waiting = [node]
    while waiting:
        match waiting.pop():
            case Scalar(text):
                yield text
            case Sequence(items):
                waiting += items
            case Mapping(fields, values):
                waiting += fields
                waiting += values


RULE = Rule(Code("R106", "unused-definition", Severity.WARNING), each_file=_check)
