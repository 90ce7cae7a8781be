"""A telling word of the stem stands in the key and in no distractor.

"Clang": whoever knows nothing about the matter chooses the option that sounds like the question.
A word counts in all its forms ("determine", "self-determination"), when it has four letters or
more. Names do not count (words with a capital wherever they stand), nor do the words of the field
and of questions in general, nor a word of a long key that says much else, nor one that another
option nearly has. The key must also share more words with the stem than any distractor does. Of a
stem of more than 60 words only the last sentence counts.

Say it in other words in the key, or let a distractor use the word too.

Source: SAQUET (Moore et al. 2024, https://arxiv.org/abs/2405.20529) for the cue, the four letters
and for leaving out items whose options all stand in the stem; the other exemptions and the two
word lists are ours.

Bad:

```yaml
- id: example-1
  stem: What helps a person who is overwhelmed by a goal?
  options:
    - correct: Finding out what overwhelmed them
      why: What is too much for this person shows where a smaller beginning could be.
    - wrong: Setting a firm date to finish by
      misconception: dictating-goals
      why: A date adds to the weight, and it is not theirs. Ask what is heavy about it first.
    - wrong: Hearing what is good about it
      misconception: minimizing-feelings
      why: It talks over the fear instead of asking about it. Stay with what is hard.
```

Good:

```yaml
- id: example-1
  stem: What helps a person who is overwhelmed by a goal?
  options:
    - correct: Finding out what is too much
      why: What is too much for this person shows where a smaller beginning could be.
    - wrong: Setting a firm date to finish by
      misconception: dictating-goals
      why: A date adds to the weight, and it is not theirs. Ask what is heavy about it first.
    - wrong: Hearing what is good about it
      misconception: minimizing-feelings
      why: It talks over the fear instead of asking about it. Stay with what is hard.
```
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import takewhile
from operator import eq
from re import compile as pattern

from cps_quiz.lint.english.questions import sentences_of
from cps_quiz.lint.english.words import content_stems, remembered, stem, wordlist, words
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView, OptionView
from cps_quiz.source.diagnostic import Code, Severity

LONG_STEM = 60
"""Words of a vignette with its question (item-writing guide); in longer ones words meet by chance."""

SHARE = 1 / 6
"""Of the key's content words that are echoes at least: in long keys words meet by chance too."""

FAMILY = 5
"""Letters that words of one family begin with: "compete", "competition"."""

ALIKE = 0.7
"""Share of the longer word that two words must begin with to sound alike: "photosynthesis", "photosynthetic"."""

_WORD = pattern(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


def _check(item: ItemView) -> Iterator[Finding]:
    if not item.is_single:
        return
    key = item.keys[0]
    mine, asked = _stems(key.text, key.stems), _stems(item.item.stem, item.stem_stems)
    families = _families(mine) & _families(asked)
    others = [_stems(option.text, option.stems) for option in item.distractors] if families else []
    families = families.difference(*map(_families, others))
    if not families or _is_choice_of_stem_words(item):
        return
    telling = _telling(item)
    echoes = _echoes(mine, telling)
    new = {echo for echo in echoes if echo[:FAMILY] in families}
    if new and len(new) >= SHARE * len(key.stems) and all(len(echoes) > len(_echoes(o, telling)) for o in others):
        yield _finding(key, new)


def _finding(key: OptionView, echoes: set[str]) -> Finding:
    found = [word for word in _WORD.findall(key.text) if _stems(word) & echoes]
    quoted = ", ".join(f'"{word}"' for word in dict.fromkeys(map(str.casefold, found)))
    message = f"of all options only the key repeats {quoted} from the stem"
    return Finding(key.route, message, "use other words in the key, or the same in a distractor", found[0])


def _stems(text: str, stems: frozenset[str] | None = None) -> frozenset[str]:
    """Stems of `text`, which are known to be `stems`, with those of the parts of compounds."""
    whole = content_stems(text) if stems is None else stems
    return whole | content_stems(text.replace("-", " ")) if "-" in text else whole


def _families(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_family, stems))


@remembered
def _family(stem: str) -> str:
    return stem[:FAMILY]


def _echoes(stems: frozenset[str], telling: frozenset[str]) -> set[str]:
    stems -= _common()
    found = set(stems & telling)
    families: dict[str, list[str]] = {}
    for other in telling:
        families.setdefault(other[:FAMILY], []).append(other)
    for one in stems - telling:
        if any(_sound_alike(one, other) for other in families.get(one[:FAMILY], ())):
            found.add(one)
    return found


@lru_cache(maxsize=65536)
def _sound_alike(one: str, other: str) -> bool:
    """Whether two words sound alike; those that do share their first letters at least."""
    shared = sum(takewhile(bool, map(eq, one, other)))
    shorter, longer = sorted((len(one), len(other)))
    return one == other or (shared >= FAMILY and shared == shorter) or shared >= max(FAMILY + 1, ALIKE * longer)


def _telling(item: ItemView) -> frozenset[str]:
    """Stems of the words in the question that tell what it is about."""
    text = item.item.stem
    if len(words(text)) > LONG_STEM:
        text = sentences_of(text)[-1]
    return frozenset(_echoes(_stems(text), _small(f"{text} {item.keys[0].text}")))


def _small(text: str) -> frozenset[str]:
    """Stems of the words written in small letters: what never is, is a name."""
    small = " ".join(word for word in _WORD.findall(text) if word[0].islower())
    return _stems(small)


@cache
def _common() -> frozenset[str]:
    return frozenset(stem(word) for word in wordlist("field-words") | wordlist("question-words"))


def _is_choice_of_stem_words(item: ItemView) -> bool:
    return all(option.stems and option.stems <= item.stem_stems for option in item.options)


RULE = Rule(Code("C403", "echoed-key", Severity.WARNING), each_item=_check, english=True)
