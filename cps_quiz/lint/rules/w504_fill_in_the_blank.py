"""The stem has a blank to fill in.

Candidates have to hold a broken sentence in mind and try every option in the gap: that takes effort
that has nothing to do with what is asked, and screen readers say *underscore underscore
underscore*.

Ask a question, or put what is missing at the end of the sentence, where the option continues it.

Source: the list of flaws of SAQUET (Moore et al. 2024, https://arxiv.org/abs/2405.20529), which
looks for the same.

Bad:

```yaml
- id: example-1
  stem: A peer specialist ____ people on a way that they choose.
  options:
    - correct: walks beside
      why: The way stays with the person who chose it, and nobody has to walk it alone.
    - wrong: walks ahead of
      misconception: taking-control
      why: Whoever walks ahead sets the way and the pace, however kindly it is meant.
    - wrong: waves good-bye to
      misconception: leaving-alone
      why: A choice that has to be lived alone is hard to keep. Stay in touch on the way.
```

Good:

```yaml
- id: example-1
  stem: Where does a peer specialist walk when people have chosen their way?
  options:
    - correct: Beside them
      why: The way stays with the person who chose it, and nobody has to walk it alone.
    - wrong: Ahead of them
      misconception: taking-control
      why: Whoever walks ahead sets the way and the pace, however kindly it is meant.
    - wrong: Far from them
      misconception: leaving-alone
      why: A choice that has to be lived alone is hard to keep. Stay in touch on the way.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.english.blanks import BLANK
from cps_quiz.lint.english.questions import own_words
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

_SIGNS = "_[("
"""Every blank has one of these, or the word "fill"."""


def _check(item: ItemView) -> Iterator[Finding]:
    stem = item.item.stem
    found = BLANK.search(own_words(stem)) if any(sign in stem for sign in _SIGNS) or "fill" in stem.lower() else None
    if found:
        help_ = "ask a question, or let the options end the sentence"
        yield Finding(("stem",), f'the stem has a blank, "{found[0]}"', help_, found[0])


RULE = Rule(Code("W504", "fill-in-the-blank", Severity.WARNING), each_item=_check, english=True)
