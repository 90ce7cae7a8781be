"""A word stands mostly in keys.

When "empower" is nearly always in the right answer, candidates learn the word and not the practice.
One word in one item says nothing, and no item is wrong by itself; the bank as a whole gives it away.

Counted are single-choice items with at least three options, over all that is loaded together. A word
is named, in all its forms, when it stands in options of eight items or more, in keys for more than
60 % of its uses, and when luck does not explain that (exact binomial test, 5 % shared among all words
that are as frequent). Items of one `set` share their options, so a set counts as one item, and each
of its texts for the share of situations in which it is the key.

Put the word into distractors too, or say plainly in the keys what is done.

Source: the 60 % and the eight uses are our own, as is the test.

Bad:

```yaml
- id: example-{n}
  stem: What should Luis do first?
  options:
    - correct: Explore the wish with her
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Name the wish for her
      misconception: dictating-goals
      why: The words would be his. Ask for hers before any of them is written down.
    - wrong: Grant the wish to her
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```

Good:

```yaml
- id: example-{n}
  stem: What should Luis do first?
  options:
    - correct: Open the wish with her
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Open the wish for her
      misconception: dictating-goals
      why: The words would be his. Ask for hers before any of them is written down.
    - wrong: Open the wish to her
      misconception: giving-advice
      why: It offers an answer before anybody knows what the question is for her.
```
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from re import IGNORECASE, escape, search

from cps_quiz.lint.english.words import stem
from cps_quiz.lint.guessing.chance import Draw, draw, tail
from cps_quiz.lint.guessing.playing import RISK, countable, sample
from cps_quiz.lint.rules import Finding, ItemFinding, Rule
from cps_quiz.lint.views import ItemView, OptionView
from cps_quiz.source.diagnostic import Code, Severity

FEWEST = 8
SHARE = 0.6

Choice = tuple[frozenset[str], float]
"""The word stems of an option, and the share of its uses in which it is the key."""


class _Word:
    """Where one word stands: an entry for each item, and its uses in keys."""

    def __init__(self) -> None:
        self.draws: list[Draw] = []
        self.in_keys = 0.0

    @property
    def share(self) -> float:
        """The share of keys among the options with the word."""
        return self.in_keys / sum(draw.tied for draw in self.draws)


def _check(items: tuple[ItemView, ...]) -> Iterator[ItemFinding]:
    played = sample(countable(items))
    frequent = {name: word for name, word in _words(played).items() if len(word.draws) >= FEWEST}
    for name, word in frequent.items():
        if word.share > SHARE and tail(word.draws, int(word.in_keys)) < RISK / len(frequent):
            yield _finding(name, word, played)


def _words(items: Iterable[ItemView]) -> dict[str, _Word]:
    found: dict[str, _Word] = defaultdict(_Word)
    for choices in _together(items):
        for name, uses in Counter(name for stems, _ in choices for name in stems).items():
            found[name].draws.append(draw(uses, len(choices)))
        for stems, key_share in choices:
            if key_share:
                for name in stems:
                    found[name].in_keys += key_share
    return found


def _together(items: Iterable[ItemView]) -> Iterator[list[Choice]]:
    """The options of each item; those of a set once for all its items."""
    sets: dict[tuple[str, str], list[OptionView]] = defaultdict(list)
    for item in items:
        if item.item.set:
            sets[item.file.path, item.item.set] += item.options
        else:
            yield [(option.stems, float(option.correct)) for option in item.options]
    for options in sets.values():
        used = Counter(option.text.casefold() for option in options)
        right = Counter(option.text.casefold() for option in options if option.correct)
        stems = {option.text.casefold(): option.stems for option in options}
        yield [(stems[text], right[text] / times) for text, times in used.items()]


def _finding(name: str, word: _Word, items: Iterable[ItemView]) -> ItemFinding:
    item = next(item for item in items if name in item.keys[0].stems)
    key = item.keys[0]
    written = next(found for found in key.words if stem(found) == name)
    as_it_stands = search(escape(written).replace("'", "['\u2019]"), key.text, IGNORECASE)
    message = f'"{written}" stands in keys in {word.share:.0%} of its uses, in options of {len(word.draws)} items'
    phrase = as_it_stands.group() if as_it_stands else ""
    return item, Finding(key.route, message, "put the word into distractors too, or into fewer keys", phrase)


RULE = Rule(Code("B606", "loaded-word", Severity.INFO), all_items=_check, english=True)
