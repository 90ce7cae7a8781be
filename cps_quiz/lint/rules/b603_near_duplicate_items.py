"""Two items ask nearly the same.

An item that only changes the names, or a word here and there, teaches nothing new. It makes the
bank look bigger than it is, and gives candidates the same point twice.

What counts is the situation and the stem together: two items are near duplicates when these share at
least 60 % of their words (stems of words, without function words). Their options must share half of
their words too; only if the questions are long and their last sentences agree may the options
differ. So one short stem under many situations is fine, and so are items of one `set`, unless the
situations themselves say the same. Of items that share a scenario the stems and options must agree.
Words that stand in more than ten items, and in more than a tenth of all, weigh less the commoner
they are, so that phrases which the whole bank uses do not count. The earliest of many copies is
named.

Delete one of the two, or make it a different question.

Source: Jaccard similarity below 0.6 is our own bound, as are the others.

Bad:

```yaml
- id: example-1
  stem: >-
    Dana missed the bus to her first class. "I knew it, I can't even do that," she tells Luis. What
    should Luis say first?
  options:
    - correct: That sounds like a hard morning
      why: It stays with how the morning felt, so that she can go on from there.
    - wrong: There is a later bus on that line
      misconception: facts-without-support
      why: The next bus is not what weighs on her. Hear how it felt, then look at times.
    - wrong: Everybody misses a bus now and then
      misconception: minimizing-feelings
      why: It makes the morning smaller than it was for her. Let it be as big as she says.
- id: example-2
  stem: >-
    Ana missed the train to her first class. "I knew it, I can't even do that," she tells Joe. What
    should Joe say first?
  options:
    - correct: That sounds like a hard morning
      why: It leaves the weight where she feels it, and she can take the next word.
    - wrong: There is a later train on that line
      misconception: facts-without-support
      why: She did not ask for the timetable. Hear how it felt, then look at times.
    - wrong: Everybody misses a train now and then
      misconception: minimizing-feelings
      why: To her it was no small thing. Let the morning be as big as she says it was.
```

Good:

```yaml
- id: example-1
  stem: >-
    Dana missed the bus to her first class. "I knew it, I can't even do that," she tells Luis. What
    should Luis say first?
  options:
    - correct: That sounds like a hard morning
      why: It stays with how the morning felt, so that she can go on from there.
    - wrong: There is a later bus on that line
      misconception: facts-without-support
      why: The next bus is not what weighs on her. Hear how it felt, then look at times.
    - wrong: Everybody misses a bus now and then
      misconception: minimizing-feelings
      why: It makes the morning smaller than it was for her. Let it be as big as she says.
- id: example-2
  stem: >-
    Ana went to three classes in her first week and says the evenings are too long. "What else
    leaves at nine?" she asks. What should Joe say first?
  options:
    - wrong: That sounds like a hard morning
      misconception: minimizing-feelings
      why: She told of evenings and asked for times; the feeling that he names is not hers.
    - correct: There is a later bus on that line
      why: She asked for facts, and this one lets her decide how late she wants to stay.
    - wrong: Everybody misses a bus now and then
      misconception: facts-without-support
      why: Nobody missed a bus here. Answer what she asks, and leave the choice with her.
```
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cps_quiz.lint.likeness import Bag, Buckets, share, weighted_share
from cps_quiz.lint.rules import Finding, ItemFinding, Rule
from cps_quiz.lint.text import stem, wordlist, words
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

ALIKE = 0.6
OPTIONS_ALIKE = 0.5
LONG = 8
"""Words of a question that can be alike whatever its options are."""

FREE = 10
FREE_SHARE = 0.1
"""A word weighs fully in as many items, or in this share of all items."""


class _Face:
    """What of an item is compared."""

    def __init__(self, item: ItemView) -> None:
        scenario = item.item.scenario
        self.item = item
        self.scenario = scenario.text if scenario else ""
        self.stem = words(item.item.stem)
        self.asked = _bag((*words(self.scenario), *self.stem))
        self.choices: Bag = frozenset(word for _, text in item.choices() for word in words(text))

    @property
    def last_sentence(self) -> tuple[str, ...]:
        """The words of what is finally asked."""
        text = self.item.item.stem.rstrip(" .?!:\"'\u201d\u2019")
        return words(text[max(text.rfind(mark) for mark in ".?!\n") + 1 :])


def _bag(found: Sequence[str]) -> Bag:
    stop = wordlist("function-words")
    return frozenset(stem(word) for word in found if word not in stop)


def _check(items: tuple[ItemView, ...]) -> Iterator[ItemFinding]:
    faces = [_Face(item) for item in items]
    weights = _weights(faces)
    buckets = Buckets()
    for number, face in enumerate(faces):
        for other in sorted(_met(buckets, face, number, weights)):
            if _are_alike(face, faces[other], weights):
                message = f'it asks nearly the same as the item "{faces[other].item.item.id}"'
                yield face.item, Finding(("stem",), message, "delete one of the two, or ask something different")
                break


def _weights(faces: Sequence[_Face]) -> dict[str, float]:
    """Words that stand in so many items that they tell little of each."""
    free = max(FREE, FREE_SHARE * len(faces))
    counts = Counter(word for face in faces for word in face.asked)
    return {word: free / count for word, count in counts.items() if count > free}


def _met(buckets: Buckets, face: _Face, number: int, weights: Mapping[str, float]) -> set[int]:
    """Earlier items worth a closer look: with telling words in common, or, of short ones, options."""
    telling = face.asked - weights.keys()
    met = buckets.meet(telling, number) if len(telling) >= LONG else set()
    if len(telling) < LONG / ALIKE:
        met |= buckets.meet(telling | face.choices, number)
    return met - {number}


def _are_alike(one: _Face, other: _Face, weights: Mapping[str, float]) -> bool:
    if one.item.item.negative != other.item.item.negative:
        return False
    options_alike = share(one.choices, other.choices) >= OPTIONS_ALIKE
    if one.scenario and one.scenario == other.scenario:
        return options_alike and share(one.stem, other.stem) >= ALIKE
    if weighted_share(one.asked, other.asked, weights) < ALIKE:
        return False
    return options_alike or (
        min(len(one.asked), len(other.asked)) >= LONG and share(one.last_sentence, other.last_sentence) >= ALIKE
    )


RULE = Rule(Code("B603", "near-duplicate-items", Severity.WARNING), together=_check)
