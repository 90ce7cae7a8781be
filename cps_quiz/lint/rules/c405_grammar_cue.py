"""The grammar points to the key: "a" or "an" at the stem's end, or a form of its own.

Nobody needs to know anything to see that "an" asks for a vowel, that "are the" asks for a plural,
or that of four options three begin with "Asking" and one with "The". Told apart are: how an option
opens (an -ing form, "to" or "by" with a verb, the plain, -s or -ed form of a verb, an article),
questions and statements, speech in quotes, a capital or small first letter, and a full stop at the
end. The key must differ, and the distractors must agree with one another.

Put "a" or "an" into the options or write "a(n)"; give all options one form. Items whose options name
approaches (`names:`) are left out: names have forms of their own.

Source: the list of flaws in Haladyna, Downing and Rodriguez 2002 (guidelines 23 and 28); which
forms are told apart is our choice.

Bad:

```yaml
- id: example-1
  stem: What serves Omar best while he is weighing two offers of work?
  options:
    - correct: To hear what matters to him in each
      why: It keeps the weighing with Omar and gives him words for his own reasons.
    - wrong: Ruling out the offer that is farther away
      misconception: limiting-options
      why: The way may not trouble him at all. Lay both out and ask what he sees.
    - wrong: Waiting till he brings it up once more
      misconception: leaving-alone
      why: He has brought it up already. Freedom to choose does not mean to be alone with it.
```

Good:

```yaml
- id: example-1
  stem: What serves Omar best while he is weighing two offers of work?
  options:
    - correct: Hearing what matters to him in each
      why: It keeps the weighing with Omar and gives him words for his own reasons.
    - wrong: Ruling out the offer that is farther away
      misconception: limiting-options
      why: The way may not trouble him at all. Lay both out and ask what he sees.
    - wrong: Waiting till he brings it up once more
      misconception: leaving-alone
      why: He has brought it up already. Freedom to choose does not mean to be alone with it.
```
"""

from collections.abc import Callable, Iterator
from re import compile as pattern

from cps_quiz.lint.english.agreement import Asked, asked_article, asked_number, fits, is_plural
from cps_quiz.lint.english.openings import BY, ING, TO, first_word, is_common, opening
from cps_quiz.lint.guessing.cues import is_matched, key_alone
from cps_quiz.lint.rules import Finding, Rule
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Severity

FEWEST = 2
"""Distractors that must agree."""

_QUOTES = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb"
_ABBREVIATION = pattern(r".*\w\.\w\.|\W?(?:approx|co|dr|etc|inc|jr|ltd|no|sr|st|vs)\.")


def _check(item: ItemView) -> Iterator[Finding]:
    if not item.is_single or item.names_approaches:
        return
    yield from _stem_end(item)
    if len(item.distractors) >= FEWEST and (message := _form(item)) and not is_matched(item):
        yield Finding(item.keys[0].route, message, "give all options one form")


def _stem_end(item: ItemView) -> Iterator[Finding]:
    key = item.keys[0]
    if (asked := asked_article(item.item.stem)) and fits(asked.word, key.text):
        unfit = sum(not fits(asked.word, option.text) for option in item.distractors)
        if 2 * unfit >= len(item.distractors):
            yield _disagreement(asked, unfit, "write a(n), or begin each option with its article")
    elif asked := asked_number(item.item.stem):
        plural = asked.word in {"are", "were"}
        if is_plural(key.words) is plural and all(is_plural(o.words) is not plural for o in item.distractors):
            yield _disagreement(asked, len(item.distractors), "ask a full question, or give all options one number")


def _disagreement(asked: Asked, unfit: int, cure: str) -> Finding:
    message = f'"{asked.word}" at the end of the stem fits the key, but not {unfit} of the distractors'
    return Finding(("stem",), message, cure, asked.phrase)


def _form(item: ItemView) -> str | None:
    if key_alone(item, _is_question):
        return "only the key is a question"
    if _key_lacks(item, _is_question):
        return "every distractor is a question, the key is not"
    if _key_lacks(item, _is_speech):
        return "every distractor is speech in quotes, the key is not"
    if key_alone(item, _is_ended):
        return "only the key ends like a sentence"
    return _capital(item) or _opening(item)


def _key_lacks(item: ItemView, has: Callable[[str], bool]) -> bool:
    return not has(item.keys[0].text) and all(has(option.text) for option in item.distractors)


def _is_question(text: str) -> bool:
    return text.rstrip(_QUOTES).endswith("?")


def _is_speech(text: str) -> bool:
    return text[0] in _QUOTES


def _is_ended(text: str) -> bool:
    bare = text.rstrip(_QUOTES)
    return bare.endswith((".", "!", "?")) and not _ABBREVIATION.fullmatch(bare.split()[-1].casefold())


def _capital(item: ItemView) -> str | None:
    """Names begin with a capital anywhere: the word that does must be a common one."""
    key = first_word(item.keys[0].text)
    if first_word(item.distractors[0].text).islower() is key.islower():
        return None
    others = [first_word(option.text) for option in item.distractors]
    if key.islower() and all(map(_is_capitalised, others)) and any(map(is_common, others)):
        return "only the key begins with a small letter"
    if _is_capitalised(key) and is_common(key) and all(map(str.islower, others)):
        return "only the key begins with a capital"
    return None


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper()


def _opening(item: ItemView) -> str | None:
    """What the distractors open with when the key does not; options of one word are names."""
    if any(len(option.words) == 1 for option in item.options):
        return None
    form, *more = {opening(option.words) for option in item.distractors}
    own = opening(item.keys[0].words)
    if more or form is None or own == form or (own is None and form not in {ING, TO, BY}):
        return None
    return f"every distractor begins with {form}, the key {f'with {own}' if own else 'does not'}"


RULE = Rule(Code("C405", "grammar-cue", Severity.WARNING), each_item=_check, english=True)
