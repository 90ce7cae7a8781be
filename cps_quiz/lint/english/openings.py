"""How an option opens: the grammatical form of its first word."""

from functools import cache
from re import compile as pattern

from cps_quiz.lint.english.words import wordlist

ING = "an -ing form"
TO = '"to" and a verb'
BY = '"by" and an -ing form'
PLAIN = "the plain form of a verb"
WITH_S = "a verb that ends in -s"
WITH_ED = "a verb that ends in -ed"
ARTICLE = "an article"
"""The forms, as messages name them."""

_NO_ING = frozenset(
    {"bring", "ceiling", "during", "evening", "everything", "anything", "king", "morning", "nothing", "ring", "sing"}
    | {"something", "spring", "string", "swing", "thing", "things", "wing"}
)
_ADVERBS = frozenset({"not", "never", "always", "only", "just", "first", "then"})
_FIRST_WORD = pattern(r"[\"'\u201c\u2018\u00ab(*_]*([^\W\d_]+)")
_SIBILANT = pattern(r".*(?:[sxz]|[cs]h|[^aeiou]o)")
_CONSONANT_Y = pattern(r".*[^aeiou]y")
_DOUBLED = pattern(r"[^aeiou]*[aeiou][bdgklmnprt]")


def opening(words: tuple[str, ...]) -> str | None:
    """The form of the first of `words` that is no adverb; None when it is none of the above."""
    rest = words[1:] if words and (words[0] in _ADVERBS or words[0].endswith("ly")) else words
    match rest[:3]:
        case ("to", _, *_) | ("in", "order", "to"):
            return TO
        case ("by", second, *_):
            return BY if _form(second) == ING else None
        case (first, *_):
            return _form(first)
    return None


def first_word(text: str) -> str:
    """The letters that `text` begins with, behind quotes and emphasis; "" when it begins otherwise."""
    found = _FIRST_WORD.match(text)
    return found[1] if found else ""


def is_common(word: str) -> bool:
    """Whether `word` is a function word or a verb, so that a capital does not make a name of it."""
    small = word.casefold()
    return small != "i" and (small in wordlist("function-words") or _form(small) is not None)


def _form(word: str) -> str | None:
    if word.endswith("ing") and word not in _NO_ING:
        return ING
    return ARTICLE if word in {"a", "an", "the"} else _verb_forms().get(word)


@cache
def _verb_forms() -> dict[str, str]:
    verbs = wordlist("opening-verbs")
    forms = {_with_s(verb): WITH_S for verb in verbs} | {_with_ed(verb): WITH_ED for verb in verbs}
    return forms | dict.fromkeys(verbs, PLAIN)


def _with_s(verb: str) -> str:
    if _CONSONANT_Y.fullmatch(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if _SIBILANT.fullmatch(verb) else f"{verb}s"


def _with_ed(verb: str) -> str:
    if _CONSONANT_Y.fullmatch(verb):
        return f"{verb[:-1]}ied"
    if _DOUBLED.fullmatch(verb):
        return f"{verb}{verb[-1]}ed"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"
