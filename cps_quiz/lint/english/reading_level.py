"""Reading level: the Flesch-Kincaid grade, with syllables counted by rules of English spelling.

Source of the formula: Kincaid, Fishburne, Rogers and Chissom 1975.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from re import compile as pattern

from cps_quiz.lint.english.words import remembered, sentences, wordlist, words

FIELD_TERM = 2
"""Syllables that a word of the field counts for at most, whatever its length."""

FEWEST = 30
"""Words; the formula was made for passages and says little about a line or two."""

SHORT = 4
"""An option of fewer words is no sentence: such options are read as one list."""

_VOWELS = pattern(r"[aeiouy]+")
_SILENT = pattern(
    r"(?<=[^aeiouy])e(?=(?:ful|less|ly|ment|ness|some|thing|times?|one|where|body)(?:s|ly)?$)"
    r"|(?<=[^aeioulr])e$|(?<=[aeiou]r)e$|(?<=[aeiourl]l)e$|(?<=[aeiou])e$"
    r"|(?<=[^aeioutd])(?<![^aeiour]l)(?<![^aeiou]r)e(?=d$)"
    r"|(?<=[^aeiouycgsxz])(?<!ch)(?<!sh)(?<![^aeiour]l)e(?=s$)"
    r"|(?<!arg)(?<=[gq])ue(?=s?$)|(?<=^ev)e(?=ry|ning)|(?<=^bus)i(?=n)|(?<=^wedn)e"
)
_TWO_IN_A_ROW = pattern(
    r"(?<![cst])ia(?!ge)|(?<=[ct])ia(?=t)|(?<=^sc)ie|ie(?=t)|(?<=[dnrl])ie(?=n[ct])"
    r"|(?<![cgnstlx])ion|(?<=^l)ion|io(?![nu])|(?<![cgtx])iou|iu"
    r"|(?<=[^aeiou]cr)ea(?=t)|(?<=^cr)ea(?=t)|(?<=^th)ea(?=t)|(?<=^r)ea(?=ct|ss|li[tz]|pp|rr|dj|w[ao])"
    r"|(?<=[dr])ea(?=s?$)|eo(?!ple)|yo(?=ne$)|(?<=e)yo|(?<=[aou])ye(?=[er])"
    r"|ua(?=[lt])|uou|(?<![gq])ue(?=l$|n|st$)|(?<![gq])ui(?=cid|n|d)|oe[tm]|eu(?=m)|(?<=^c)oo(?=pe|rd)|[aeioy]ing|ao"
)
_CONTRACTED = pattern(r"'(?:s|re|ve|ll|d|m|t)$")
_SIBILANT_S = ("s's", "x's", "z's", "ch's", "sh's", "ce's", "ge's")


@cache
def syllables(word: str) -> int:
    """How many syllables an English word in small letters has, at least 1; hyphens join words."""
    return sum(max(1, _count(part)) for part in word.split("-")) + word.endswith(_SIBILANT_S)


def _count(word: str) -> int:
    base = _CONTRACTED.sub("", word)
    spoken = _VOWELS.findall(_SILENT.sub("", base))
    return len(spoken) + len(_TWO_IN_A_ROW.findall(base)) + word.endswith(("dn't", "sn't", "tn't", "sm", "thm"))


@remembered
def _weight(word: str) -> int:
    """Syllables of a word; one of the field counts for no more than FIELD_TERM."""
    found = syllables(word)
    return min(found, FIELD_TERM) if word.removesuffix("'s") in wordlist("field-terms") else found


def grade(running: Iterable[str], choices: Iterable[Sequence[str]]) -> float:
    """The Flesch-Kincaid grade of running texts with what can be chosen; 0 when there is too little to tell.

    `choices` are the words of each choice.
    """
    prose, texts = [text.rstrip() for text in running], list(choices)
    found = list(chain(*map(words, prose), *texts))
    if len(found) < FEWEST:
        return 0.0
    count = sum(sentences(f"{text}.") for text in prose if text) + sum(len(text) >= SHORT for text in texts)
    count += any(len(text) < SHORT for text in texts)
    return 0.39 * len(found) / count + 11.8 * sum(map(_weight, found)) / len(found) - 15.59
