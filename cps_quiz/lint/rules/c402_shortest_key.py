"""The key is noticeably shorter than every distractor.

Distractors that are padded to look likely leave a key that needs no padding, and a candidate who
sees one brief option among long ones takes it without reading further. The key is too short when
it has less than seven tenths of the characters of the shortest distractor, and at least eight
fewer. Where several options are right, each of them has to be too short.

Cut the distractors down to what is wrong about them, or say in the key what exactly is done.

Source: our own bound, near the mirror image of `longest-key`.

Bad:

```yaml
- id: example-1
  stem: What should Luis do first?
  options:
    - correct: Ask what she wants
      why: Only Dana can say what better would look like, and a question leaves that to her.
    - wrong: Write down two or three goals that she might like
      misconception: dictating-goals
      why: A goal that Luis words is his goal, and Dana may nod without caring for it.
    - wrong: Explain how small steps lead up to larger changes
      misconception: facts-without-support
      why: It is sound advice about goals, given before there is a goal to give it on.
```

Good:

```yaml
- id: example-1
  stem: What should Luis do first?
  options:
    - correct: Ask what better would look like in her week
      why: Only Dana can say what better would look like, and a question leaves that to her.
    - wrong: Write down two or three goals that she might like
      misconception: dictating-goals
      why: A goal that Luis words is his goal, and Dana may nod without caring for it.
    - wrong: Explain how small steps lead up to larger changes
      misconception: facts-without-support
      why: It is sound advice about goals, given before there is a goal to give it on.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.guessing.cues import is_marked_up, is_matched, longest, shortest
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

SHARE = 0.7
FEWER = 8


def _check(item: ItemView) -> Iterator[Finding]:
    if not item.options:
        return
    key, distractor = longest(item.keys), shortest(item.distractors)
    short, other = len(key.text), len(distractor.text)
    if short < SHARE * other and other - short >= FEWER and not (is_matched(item) or is_marked_up(item)):
        message = f"the key has {short} characters, the shortest distractor {other}"
        yield Finding(key.route, message, "shorten the distractors, or say as much in the key")


RULE = Rule(Code("C402", "shortest-key", Severity.WARNING), each_item=_check)
