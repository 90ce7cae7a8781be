"""An option leaves open how often, and so whether it is true.

*Usually*, *rarely* or *sometimes* mean different things to different people. Where an option is
little more than such a word, or where options differ by it, two candidates who know the same answer
differently.

Say when or how often, or let the options differ in what is done. The rule fires where the word
opens an option or makes up a short one, where two short options have such a word, and where the
short key alone has one. In longer options, which say enough besides, it does no harm, and what
somebody says in quotation marks is theirs.

Source: the words are those of SAQUET (Moore et al. 2024, https://arxiv.org/abs/2405.20529) and some
of our own; where they count is our own choice.

Bad:

```yaml
- id: example-1
  stem: When does Luis tell Dana about his own recovery?
  options:
    - correct: Rarely
      why: >-
        A story told without being asked for turns the talk to Luis. Dana decides whether she
        wants it.
    - wrong: Usually
      misconception: giving-advice
      why: Told at every meeting, his way becomes the way to do it, and hers is heard less.
    - wrong: Never
      misconception: leaving-alone
      why: Lived experience is what he brings. Kept back for good, it cannot help anybody.
```

Good:

```yaml
- id: example-1
  stem: When does Luis tell Dana about his own recovery?
  options:
    - correct: Once she says that it would help her
      why: >-
        A story told without being asked for turns the talk to Luis. Dana decides whether she
        wants it.
    - wrong: Before she begins to tell about hers
      misconception: giving-advice
      why: Told at every meeting, his way becomes the way to do it, and hers is heard less.
    - wrong: After she has got through it by herself
      misconception: leaving-alone
      why: Lived experience is what he brings. Kept back for good, it cannot help anybody.
```
"""

from collections.abc import Iterator

from cps_quiz.lint.english.questions import own_words
from cps_quiz.lint.english.words import wordlist, words
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView, OptionView
from cps_quiz.source.diagnostic import Code, Severity

BARE = 4
SHORT_KEY = 8
SHORT = 10
"""Words of an option at most: one that is little more than its frequency, the key alone, one of several."""


def _check(item: ItemView) -> Iterator[Finding]:
    vague = [(option, found) for option in item.options if (found := _frequency(option))]
    several = sum(len(option.words) <= SHORT for option, _ in vague) > 1
    for option, word in vague:
        count = len(option.words)
        opens = option.text.lstrip("*_").startswith(word.capitalize())
        is_only_key = len(vague) == 1 and option.correct and count <= SHORT_KEY
        if count <= BARE or opens or is_only_key or (several and count <= SHORT):
            help_ = "say when or how often, or let the options differ in what is done"
            yield Finding(option.route, f'"{word}" leaves open how often', help_, word)


def _frequency(option: OptionView) -> str:
    """The first vague word of the option outside of quoted speech, "" when there is none."""
    vague = wordlist("vague-frequency")
    if vague.isdisjoint(option.words):
        return ""
    return next((word for word in words(own_words(option.text)) if word in vague), "")


RULE = Rule(Code("W506", "vague-frequency", Severity.WARNING), each_item=_check, english=True)
