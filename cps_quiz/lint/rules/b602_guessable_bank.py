"""Somebody who never reads the questions gets further than chance allows.

A dozen guessers, each with one trick, answer all items that are loaded together: the longest
option, the shortest, each position as stored, the most words of the question, the most like the
other options, the fewest absolutes, the most hedges, the kindest tone, and a classifier that has
learnt from the other items which words stand in keys. Candidates find these tricks too; then a
score tells less about what they know.

It needs 20 single-choice items with at least three options. Ties are shared equally. Each guesser
is held to a limit so strict that in 95 of 100 banks without cues none passes it (`cps-quiz audit`
shows them all). The limits are worked out exactly from the numbers of options and ties; that of the
classifier is a quarter wider, because items with words in common teach each other.

Look at the items that `cps-quiz audit` names, and give the trait to distractors too. Items of one
`set`, with the same options under different situations, cannot be guessed in this way at all.

Source: NBME item-writing flaws for length, position, echo, convergence and absolutes; that options
alone can give keys away: Balepur et al., ACL 2024; the other tricks, the limit and the 20 items are
ours.

Bad:

```yaml
- id: wish-{n}
  stem: '"I just want it to be different," Dana says. What should Luis do first?'
  options:
    - correct: Ask what a good day looks like
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Say how worn out she looks
      misconception: encouraging-avoidance
      why: She spoke of what she wants, and this turns the talk back to how tired she is.
    - wrong: Go through the groups in town
      misconception: facts-without-support
      why: A list answers a question that she has not put, before the wish is clear.
```

Good:

```yaml
- id: wish-{n}
  set: moments-{n}
  stem: '"I just want it to be different," Dana says. What should Luis do first?'
  options:
    - correct: Ask what a good day looks like
      why: It asks Dana to put a wide wish into her own terms, so that steps can follow.
    - wrong: Say how worn out she looks
      misconception: encouraging-avoidance
      why: She spoke of what she wants, and this turns the talk back to how tired she is.
    - wrong: Go through the groups in town
      misconception: facts-without-support
      why: A list answers a question that she has not put, before the wish is clear.
- id: tired-{n}
  set: moments-{n}
  stem: '"I did not sleep again," Dana sighs, her head in her hands. What should Luis do first?'
  options:
    - wrong: Ask what a good day looks like
      misconception: minimizing-feelings
      why: It hurries past the night that she is telling of. Stay with it for a moment.
    - correct: Say how worn out she looks
      why: It shows that he sees what the night did to her, and leaves the next word to her.
    - wrong: Go through the groups in town
      misconception: facts-without-support
      why: Papers are no answer to somebody who can hardly hold up her head.
- id: choice-{n}
  set: moments-{n}
  stem: '"I know what I need. Where do I find it near here?" Dana asks. What should Luis do first?'
  options:
    - wrong: Ask what a good day looks like
      misconception: present-only-focus
      why: She has thought about it and asks for facts; the question sends her back.
    - wrong: Say how worn out she looks
      misconception: minimizing-feelings
      why: It puts a mood on her that she has not shown, and leaves her question open.
    - correct: Go through the groups in town
      why: She asked what there is, and the whole range lets her choose for herself.
```
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cps_quiz.bank.library import LoadedFile
from cps_quiz.lint.guessing.playing import FEWEST_ITEMS, Result, countable, play, sample
from cps_quiz.lint.rules import FileFinding, Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity


def _check(items: tuple[ItemView, ...]) -> Iterator[FileFinding]:
    played = sample(countable(items))
    if len(played) < FEWEST_ITEMS:
        return
    for result in play(played):
        if result.beats_chance:
            yield _most_to_blame(result, played), Finding(("bank",), _message(result), result.guesser.cure)


def _most_to_blame(result: Result, items: Sequence[ItemView]) -> LoadedFile:
    """The file in which the guesser wins most beyond chance; the first of several."""
    gains: dict[str, float] = defaultdict(float)
    for place, item in enumerate(items):
        gains[item.file.path] += result.gain(place)
    files = {item.file.path: item.file for item in items}
    return max(files.values(), key=lambda file: gains[file.path])


def _message(result: Result) -> str:
    count = len(result.draws)
    shares = [f"{float(points / count):.1%}" for points in (result.points, result.chance, result.limit)]
    return 'a guesser by "{}" gets {} of {} items; chance is {}, and luck explains up to {}'.format(
        result.guesser.name, shares[0], count, *shares[1:]
    )


RULE = Rule(Code("B602", "guessable-bank", Severity.WARNING), all_items=_check)
