"""An option or step begins with its own letter or number.

The screen writes letters of its own before options, and shuffles them: "b  a) Ask what matters" shows
two letters that contradict each other. Numbers before steps give their order away.

Leave the letter out; `cps-quiz check --fix` does it.

Source: our own.

Bad:

```yaml
- id: example-1
  stem: What helps Dana say what she wants?
  options:
    - correct: a) Asking what better looks like
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: b) Asking whether it is sleep or work
      misconception: limiting-options
      why: Luis has picked the two doors himself, and what matters may lie behind neither.
    - wrong: c) Telling her what helped others
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
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
```
"""

from collections.abc import Iterator
from re import Match
from re import compile as pattern

from cps_quiz.core.questions.interaction import Arrange
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Edit, Fix, Severity
from cps_quiz.source.node import Route, Scalar, locate
from cps_quiz.source.slips.slip import written

_LABEL = pattern(r"\(?(?P<label>[A-Ha-h]|[1-9]|(?i:step) [1-9])[.):]\)?\s+(?=\S)")
FEWEST = 2
"""Texts of an item that must be labelled in step: one alone may be a name, like "A. Smith"."""


def _check(item: ItemView) -> Iterator[Finding]:
    texts = _texts(item)
    found = (_shuffled(texts) if item.options else []) or [
        (route, made) for number, (route, text) in enumerate(texts) if (made := _own_label(text, number))
    ]
    if not found or len(found) < min(FEWEST, len(texts)):
        return
    signs = [made[0].strip() for _, made in found]
    shown = signs[0] if len(signs) == 1 else f"{min(signs)} to {max(signs)}"
    message = f"the texts begin with {shown}, and the program writes letters of its own before them"
    edits = [_edit(item, route, made) for route, made in found]
    whole = tuple(edit for edit in edits if edit is not None)
    fix = Fix("leave the letters out", whole) if len(whole) == len(found) else None
    yield Finding(found[0][0], message, "leave them out", signs[0], fix=fix)


def _texts(item: ItemView) -> list[tuple[Route, str]]:
    if item.options:
        return [(option.route, option.text) for option in item.options]
    match item.item.body.interaction():
        case Arrange(steps):
            return [(("steps", index), step) for index, step in enumerate(steps)]
        case _:
            return []


def _shuffled(texts: list[tuple[Route, str]]) -> "list[tuple[Route, Match[str]]]":
    """The labels of all texts where they are the first letters or numbers in any order."""
    found = [(route, made) for route, text in texts if (made := _label(text))]
    labels = sorted(made["label"][-1].upper() for _, made in found)
    firsts = (
        [chr(ord("A") + number) for number in range(len(texts))],
        [str(number + 1) for number in range(len(texts))],
    )
    return found if labels and labels in firsts else []


def _label(text: str) -> Match[str] | None:
    return _LABEL.match(text) if text[:1] and text[0] in "(ABCDEFGHabcdefgh123456789Ss" else None


def _own_label(text: str, number: int) -> Match[str] | None:
    """The label at the start of `text` if it is the one of that place."""
    made = _label(text)
    label = made["label"][-1].upper() if made else ""
    return made if label in {chr(ord("A") + number), str(number + 1)} else None


def _edit(item: ItemView, route: Route, made: Match[str]) -> Edit | None:
    root = item.file.node
    node = locate(root, (*item.route, *route)) if root is not None else None
    if not isinstance(node, Scalar) or node.style in {"|", ">"}:
        return None
    start = node.start + len(node.style or "")
    rest = made.string[made.end() :]
    if not item.file.text.startswith(made[0], start) or (not node.style and written(rest) != rest):
        return None
    return Edit(start, start + len(made[0]), "")


RULE = Rule(Code("K208", "lettered-option", Severity.ERROR), each_item=_check)
