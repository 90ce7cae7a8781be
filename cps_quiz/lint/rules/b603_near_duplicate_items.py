"""Two items ask nearly the same.

An item that only changes the names, or a word here and there, teaches nothing new. It makes the
bank look bigger than it is, and gives candidates the same point twice.

What counts is the situation and the stem together. Two items are near duplicates when these share
at least 60 % of their words, names of people left out, and their keys share half of theirs. So one
short stem under many situations is fine, and so are items that put the same options under different
situations. With other keys, only long questions are near duplicates: eight content words or more,
60 % of them shared, names too, and the same last sentence. Of items that share a scenario the stems
are compared alone.

Words that stand in more than five items and in more than a tenth of all weigh less the commoner they
are, so that phrases of the whole bank do not count. Texts are compared by their words' stems, in
time that grows evenly with their number: of hundreds of copies each is compared with the first few
only, and the earliest is named.

Delete one of the two, or make it a different question.

Source: all bounds are our own.

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

from collections.abc import Iterator

from cps_quiz.lint.likeness.near_duplicates import near_duplicates
from cps_quiz.lint.rules import Finding, ItemFinding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity


def _check(items: tuple[ItemView, ...]) -> Iterator[ItemFinding]:
    for item, earlier in near_duplicates(items):
        message = f'it asks nearly the same as the item "{earlier.item.id}"'
        yield item, Finding(("stem",), message, "delete one of the two, or ask something different")


RULE = Rule(Code("B603", "near-duplicate-items", Severity.WARNING), all_items=_check)
