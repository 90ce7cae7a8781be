"""Phrases that name an option by its letter, number or place, which hold only until options are shuffled."""

from collections.abc import Iterator
from re import IGNORECASE
from re import compile as pattern
from typing import NamedTuple

_NOUNS = ("option", "answer", "choice", "alternative", "distractor", "response", "key")
_NOUN = r"(?:option|answer|choice|alternative|distractor|response)"
_END = r"(?=\s*(?:[.,;:!?)\"\u201d]|$)|\s+(?:and|or|are|is|was|were|does|do|has|because|but|would)\b)"

_LETTER = pattern(
    rf"\b(?i:{_NOUN}s?(?:\s+letter)?)\s+(?:([A-F])(?![\w'\u2019]|-[a-z])|\(([A-Fa-f])\)|([b-f])(?![\w'\u2019-])"
    r"|(a)(?=[.,;:!?)]|\s*$))"
    rf"|\b(?i:{_NOUN}|key)\s+(?:is|was|would\s+be|should\s+be)\s+(?:\(?([A-F])\)?{_END}|\(([a-f])\))"
)
_VERDICT = r"(?:right|wrong|correct|incorrect|best|better|worse|true|false|key|answer|only|closest|too)"
_SAID_OF = rf"(?:is|was|would\s+be|are|were)\s+(?:(?:not|both|also|all|the|a|an)\s+)*{_VERDICT}\b"
_BARE_LETTER = pattern(
    rf"(?:^|(?<!\b[DM]r)[.!?;:,(]\s*|\b(?i:that|why|because|so|while|but|and|or|both|only|then|whereas|although|unlike)\s+)"
    rf"\(?([A-F])\)?\s+(?:(?:and|or)\s+\(?[A-F]\)?\s+)?{_SAID_OF}"
    r"|^\(?([A-F])\)\s"
)
_ACTS = (
    r"(?:is|was|isn't|wasn't|would|does|doesn't|has|offers|gives|tells|asks|puts|takes|makes|sounds|talks|skips|ignores"
    r"|assumes|keeps|leaves|shows|comes|goes|lets|misses|names|starts|says|seems|works|fails|treats|turns|moves|sets"
    r"|pushes|hands|rules|sends|falls|jumps|decides|minimizes|dismisses|invites|opens|respects|supports|centers)"
)
_LETTER_ACTS = pattern(
    rf"(?:^|(?<!\b[DM]r)(?<!\bM[rs]s)(?<!\bMs)[.!?;]\s+|\b(?i:while|whereas|but|unlike)\s+)\(?([B-F])\)?\s+{_ACTS}\b"
)
"""What only options do that are called by a letter; "A" alone is an article."""

_CAPITAL = pattern(r"[A-F][)\s]")
_CAPITAL_BUT_A = pattern(r"[B-F][)\s]")
_PERHAPS_BARE = pattern(r"\b[A-F]\)?\s+(?:and|or|is|was|would|are|were)\b|^\(?[A-F]\)")
_PERHAPS_LETTERS = pattern(r"[A-F](?:\)|(?<=[B-F])\s|\s+(?:and|or|is|was|would|are|were)\b)")
_OTHER_LETTERS = pattern(r"\b(?!(?i:and|both|but|or|so|that|then|because|while|only|why|unlike)\b)[A-Za-z]+ [A-F]\b")

_NUMBER = pattern(
    r"\b(?:option|choice|alternative|distractor)\s+(?:number\s+|no\.?\s*|#\s*)?(?:[1-6]|two|three|four|five|six)\b"
    r"|\banswer\s+(?:number\s+|no\.\s*|#\s*)(?:[1-6]|one|two|three|four|five|six)\b"
    rf"|\b{_NOUN}s?\s+[1-6]\b{_END}"
    rf"|\b(?:options|option|choice)\s+one\b(?=\s*[.,;:!?)]|\s*$|\s+(?:and|is|was)\b)",
    IGNORECASE,
)

_NOT_OF_THE_ITEM = (
    r"(?!s?\s+(?i:that|which|who|whom|he|she|they|you|we|it|one|to|for|of|on|from|given|named|offered|mentioned"
    r"|available|open|comes|came|left|people|somebody|someone|anybody|anyone|a|an|the|her|his|their|your)\b"
    r"|s?\s+(?:I|[A-Z][a-z]+)\b)"
)
_ORDINAL = pattern(
    rf"(?i:\bthe\s+(?:second|third|fourth|fifth|sixth|bottom)\s+{_NOUN}\b){_NOT_OF_THE_ITEM}"
    r"|(?:(?:^|[.!?;:,(\u2013\u2014])\s*(?i:(?:but|and|while|whereas)\s+)?"
    r"|(?i:\b(?:unlike|like|than|see|to|compared\s+with|as\s+in|does|is|in|while|whereas|both|because)\s+))"
    rf"((?i:the\s+(?:first|last|next|previous|preceding|middle)\s+{_NOUN}\b)){_NOT_OF_THE_ITEM}"
)
_PLACE = pattern(
    rf"\bthe\s+(?:{_NOUN}s?|one)\s+(?:(?:right|just|directly|listed)\s+)?(?:above|below)\b(?!\s+all)"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:is|are|was|were|does|do|has|have|and|or|but|would|which|sounds?|asks?|gives?)\b)"
    rf"|\bthe\s+above\s+{_NOUN}s?\b",
    IGNORECASE,
)


class Place(NamedTuple):
    """The words that name an option, and what they will not be once options are shuffled."""

    phrase: str
    claim: str


def may_name_options(everything: str, small: str) -> bool:
    """Whether any of an item's texts might name an option; `small` is `everything` in small letters."""
    return "above" in small or "below" in small or _may_be_named(small) or bool(_PERHAPS_LETTERS.search(everything))


def places(text: str, known: str) -> Iterator[Place]:
    """Options that `text` names by letter, number or order; not what the text `known` calls so itself."""
    for place in (*_bare_letters(text), *(_named(text) if _has_noun(text) else ())):
        if place.phrase.casefold() not in known.casefold():
            yield place


def neighbours(text: str) -> Iterator[Place]:
    """Options that `text` finds above or below another one."""
    if "above" in text or "below" in text:
        for found in _PLACE.finditer(text):
            yield Place(found[0], "need not stand there")


def _has_noun(text: str) -> bool:
    small = text.lower()
    return any(noun in small for noun in _NOUNS)


def _bare_letters(text: str) -> Iterator[Place]:
    if _CAPITAL.search(text) and _PERHAPS_BARE.search(text) and not _OTHER_LETTERS.search(text):
        for found in _BARE_LETTER.finditer(text):
            yield Place(found[0].lstrip(".!?;:,( \n"), f"will not be option {found[1] or found[2]}")


def letters_that_act(why: str) -> Iterator[Place]:
    """Letters that stand for options in a rationale: "B offers an answer"."""
    if _CAPITAL_BUT_A.search(why) and not _OTHER_LETTERS.search(why) and not _BARE_LETTER.search(why):
        for found in _LETTER_ACTS.finditer(why):
            yield Place(found[0].lstrip(".!?; "), f"will not be option {found[1]}")


_BEHIND = pattern(r"s?\s+(?:[(#1-6]|[a-f]\b|letter|number|no|is|was|would|should|one|two|three|four|five|six)")
_BEFORE = pattern(r"(?:first|second|third|fourth|fifth|sixth|bottom|last|next|previous|preceding|middle)\s+$")


def _may_be_named(small: str) -> bool:
    """Whether one of the nouns has something beside it that tells which one is meant."""
    for noun in _NOUNS:
        at = small.find(noun)
        while at >= 0:
            if _BEHIND.match(small, at + len(noun)) or _BEFORE.search(small[max(0, at - 12) : at]):
                return True
            at = small.find(noun, at + 1)
    return False


def _named(text: str) -> Iterator[Place]:
    if not _may_be_named(text.lower()):
        return
    for found in _LETTER.finditer(text):
        letter = next(filter(None, found.groups()))
        yield Place(found[0], f"will not be option {letter.upper()}")
    for found in _NUMBER.finditer(text):
        yield Place(found[0], f"will not be {' '.join(found[0].split()).lower()}")
    for found in _ORDINAL.finditer(text):
        phrase = found[1] or found[0]
        yield Place(phrase, f"will not be the {phrase.split()[1].lower()}")
