"""The text of one item gives away the key of another.

A candidate who meets "Dana's peer specialist asks what a good day looks like" in one question knows
what to choose in the next. Then the second question tells nothing, and the first one little.

The key must say something, with at least four content words and a function word (a bare term or a
title is bound to return). Four fifths of its content words must stand together, in order, in the
stem, the situation or the hint of the other item. It gives nothing away when a distractor of the
same item stands there too, when the item's own text has the words as well, or when both items share
an option: in a `set`, texts return on purpose. Phrases that more than twenty keys use are passed
over.

Word one of the two differently, or retire one.

Source: "independence of items", Haladyna, Downing & Rodriguez 2002, guideline 4; the bounds are ours.

Bad:

```yaml
- id: example-1
  stem: >-
    When Dana says that she wants things to change, Luis asks what a good day would look like in her
    own words. What does that leave with her?
  options:
    - correct: The aim
      why: She says herself what she is after, and everything else can follow from it.
    - wrong: The blame
      misconception: shifting-blame
      why: Nothing in his question asks whose fault anything is. It asks what she wishes for.
    - wrong: The work
      misconception: leaving-alone
      why: He stays beside her while she looks for words; nothing is handed off.
- id: example-2
  stem: Ana sighs that nothing ever gets better. What could Joe do next?
  options:
    - correct: Ask what a good day would look like in her own words
      why: It makes room for a wish behind the sigh, and leaves the picture to her.
    - wrong: Count up with her what went well in the last three weeks
      misconception: minimizing-feelings
      why: It argues with the sigh. Hear it first, and ask what she would like to be different.
    - wrong: Offer her the number of a group that meets on Thursdays
      misconception: giving-advice
      why: A group answers something that she has not asked for.
```

Good:

```yaml
- id: example-1
  stem: >-
    When Dana says that she wants things to change, Luis waits, and then lets her tell him how she
    pictures it. What does that leave with her?
  options:
    - correct: The aim
      why: She says herself what she is after, and everything else can follow from it.
    - wrong: The blame
      misconception: shifting-blame
      why: Nothing in his question asks whose fault anything is. It asks what she wishes for.
    - wrong: The work
      misconception: leaving-alone
      why: He stays beside her while she looks for words; nothing is handed off.
- id: example-2
  stem: Ana sighs that nothing ever gets better. What could Joe do next?
  options:
    - correct: Ask what a good day would look like in her own words
      why: It makes room for a wish behind the sigh, and leaves the picture to her.
    - wrong: Count up with her what went well in the last three weeks
      misconception: minimizing-feelings
      why: It argues with the sigh. Hear it first, and ask what she would like to be different.
    - wrong: Offer her the number of a group that meets on Thursdays
      misconception: giving-advice
      why: A group answers something that she has not asked for.
```
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from re import IGNORECASE, escape, search

from cps_quiz.lint.english.words import in_order
from cps_quiz.lint.likeness.passages import Index, Passage, stands_in
from cps_quiz.lint.rules import FileFinding, Finding, ItemFinding, Rule
from cps_quiz.lint.traces import Found
from cps_quiz.lint.views import ItemView, OptionView
from cps_quiz.source.diagnostic import Code, Severity
from cps_quiz.source.node import Route

HELP = "word one of the two differently, or retire one"


def _check(items: tuple[ItemView, ...]) -> Iterator[ItemFinding | FileFinding]:
    keys = [(item, number, words) for item in items for number, words in enumerate(item.told_keys()) if words]
    index = Index([words for *_, words in keys])
    reported: set[tuple[str, str, OptionView]] = set()
    for item, place, met in _met(items, index):
        owner, number, _ = keys[met]
        route, text = _told(item)[place]
        key = owner.keys[number]
        if (item.file.path, text, key) not in reported and _gives_away(item, item.told()[place], owner, key):
            reported.add((item.file.path, text, key))
            yield _placed(item, route, _finding(route, text, owner, key))


def _met(items: Sequence[ItemView], index: Index) -> Iterator[tuple[ItemView, int, int]]:
    """Items, the texts of theirs and the keys in the index that stand there; of files from their memory."""
    keys = index.text()
    for _, group in groupby(items, key=lambda item: item.file.path):
        own = list(group)
        look = partial(_standing, own, index)
        for at, place, met in own[0].memory(keys, look) if own[0].memory else look():
            yield own[at], place, met


def _standing(items: Sequence[ItemView], index: Index) -> Found:
    return [
        (at, place, met)
        for at, item in enumerate(items)
        for place, read in enumerate(item.told())
        for met in index.standing_in(read)
    ]


def _told(item: ItemView) -> tuple[tuple[Route, str], ...]:
    """The texts that may give something away, as in `Passages`."""
    scenario, hint = item.item.scenario, item.item.hint
    situation = (("scenarios", scenario.id), scenario.text) if scenario else ((), "")
    return (("stem",), item.item.stem), (("hint",), hint or ""), situation


def _gives_away(teller: ItemView, read: Passage, owner: ItemView, key: OptionView) -> bool:
    """Whether what stands in `teller` helps with `owner` and is not meant to."""
    options = {option.text.casefold() for option in teller.options}
    return (
        teller is not owner
        and options.isdisjoint(option.text.casefold() for option in owner.options)
        and not any(stands_in(in_order(option.text), read) for option in owner.distractors)
        and not any(stands_in(in_order(key.text), in_order(text)) for _, text in _told(owner))
    )


def _finding(route: tuple[str | int, ...], text: str, owner: ItemView, key: OptionView) -> Finding:
    verbatim = search(r"\W+".join(map(escape, key.words)).replace("'", "['\u2019]"), text, IGNORECASE)
    message = f'this gives away the key of the item "{owner.item.id}": "{key.text}"'
    return Finding(route, message, HELP, verbatim.group() if verbatim else "")


def _placed(item: ItemView, route: tuple[str | int, ...], finding: Finding) -> ItemFinding | FileFinding:
    """Scenarios stand outside of items."""
    return (item.file, finding) if route[0] == "scenarios" else (item, finding)


RULE = Rule(Code("B604", "leaked-key", Severity.WARNING), all_items=_check, english=True)
