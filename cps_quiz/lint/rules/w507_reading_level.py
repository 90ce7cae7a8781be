"""An item reads harder than grade 9.

Candidates need a high-school diploma or its equivalent, and the exam is about supporting people:
where the words are too hard, it is reading that is tested. Scenario, stem and options count
together. Words of the field that nobody can avoid, like *self-determination* or *empowerment*,
count for two syllables.

Break long sentences in two, and take the plain word: *begin* for *initiate*, *help* for
*facilitate*.

Source: the Flesch-Kincaid grade; health information should stay at grade 7 to 8 (CMS toolkit, cited
by EPA), a state certification exam set grade 8 as its limit (Neuhoff et al. 2016). The limit of 9
and the list of field words are our own choice; so is it to read options of fewer than four words as
one list, and to judge nothing under 30 words.

Bad:

```yaml
- id: example-1
  stem: >-
    Subsequent to a preliminary articulation of multidimensional psychosocial difficulties, which
    intervention would most appropriately facilitate prioritization?
  options:
    - correct: Facilitating identification of subjectively meaningful priorities
      why: It lets the person choose where to begin, and the rest can follow from there.
    - wrong: Recommending participation in predetermined alternatives
      misconception: limiting-options
      why: Somebody has sorted the goals beforehand, and what matters may lie in neither.
    - wrong: Independently establishing a hierarchical organization
      misconception: taking-control
      why: Whoever sets the order leads. Ask which of them weighs most and why.
```

Good:

```yaml
- id: example-1
  stem: >-
    A person has said what is hard right now, and there is a lot of it. What should a peer
    specialist do to help the person choose what comes first?
  options:
    - correct: Asking what matters most
      why: It lets the person choose where to begin, and the rest can follow from there.
    - wrong: Offering two goals to choose from
      misconception: limiting-options
      why: Somebody has sorted the goals beforehand, and what matters may lie in neither.
    - wrong: Putting the goals in order
      misconception: taking-control
      why: Whoever sets the order leads. Ask which of them weighs most and why.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.english.reading_level import grade
from cps_quiz.lint.english.words import words
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

HIGHEST = 9


def _check(item: ItemView) -> Iterator[Finding]:
    scenario = item.item.scenario.text if item.item.scenario else ""
    choices = [option.words for option in item.options] or [words(text) for _, text in item.choices]
    found = grade((scenario, item.item.stem), choices)
    if found > HIGHEST:
        help_ = f"shorten sentences and take plainer words, down to grade {HIGHEST}"
        yield Finding(("stem",), f"scenario, stem and options read at grade {found:.1f}", help_)


RULE = Rule(Code("W507", "reading-level", Severity.WARNING), each_item=_check, english=True)
