"""What a typed line is: the start of a question, an option, the answer, an explanation, or more of the same."""

from enum import Enum
from re import IGNORECASE
from re import compile as pattern
from typing import NamedTuple

LETTERS = "abcdefghij"
LONGEST = 4_000
"""Characters of a line that is looked at closely; a longer one is text and nothing else."""


class Kind(Enum):
    """What a line is."""

    QUESTION = "question"
    OPTION = "option"
    BULLET = "bullet"
    BOX = "box"
    ANSWER = "answer"
    WHY = "why"
    OPTION_WHY = "option why"
    HINT = "hint"
    TITLE = "title"
    TOPIC = "topic"
    GENERAL = "general"
    NOTED = "noted"
    KEYS = "keys"
    BLANK = "blank"
    MORE = "more"


class Line(NamedTuple):
    """A line: its place and text, what a list of Word makes of it, and whether all of it is bold or marked."""

    where: str
    text: str
    kind: Kind | None = None
    strong: bool = False


class Found(NamedTuple):
    """A line understood: `mark` is a number, a letter or a keyword; `starred` says that it is marked as right."""

    kind: Kind
    text: str
    mark: str = ""
    starred: bool = False


_QUESTION = pattern(r"(?:q(?:uestion)?\s*)?#?\s*(\d{1,4})\s*(?:[.):]|\s-)\s+(\S.*)", IGNORECASE)
_QUESTION_ALONE = pattern(r"(?:q|question)\s*#?\s*(\d{1,4})\s*[.):]?", IGNORECASE)
_QUESTION_NAMED = pattern(r"(?:q|question)\s*[.):]\s+(\S.*)", IGNORECASE)
_OPTION = pattern(r"(\*?)\s*[(\[]?([A-Ja-j])[.)\]:]\s+(\S.*)")
_BARE_OPTION = pattern(r"(\*)\s*([A-Ja-j])[.)\]]\s*(\S.*)")
_BOX = pattern(r"[\[(]\s*([*xX✓ ]?)\s*[\])]\s+(\S.*)")
_BULLET = pattern(r"([-*+•◦▪\u2013])\s+(\S.*)")
_ANSWER = pattern(
    r"(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|ans|key|correct|solution)\s*(?:is|are)?\s*[:.=]\s*(\S.*)",
    IGNORECASE,
)
_KEYS = pattern(r"(?:answers|answer\s+key|key|answer\s+sheet|solutions)\s*:?", IGNORECASE)
_WORDS = {
    Kind.WHY: pattern(r"(?:explanations?|feedback|why|rationale|reason|because|discussion)\s*:\s*(\S.*)", IGNORECASE),
    Kind.HINT: pattern(r"hint\s*:\s*(\S.*)", IGNORECASE),
    Kind.TITLE: pattern(r"title\s*:\s*(\S.*)", IGNORECASE),
    Kind.TOPIC: pattern(r"topic\s*:\s*(\S.*)", IGNORECASE),
    Kind.GENERAL: pattern(r"(?:\.\.\.|~)\s+(\S.*)"),
    Kind.OPTION_WHY: pattern(r"@\s+(\S.*)"),
    Kind.NOTED: pattern(
        r"((?:points?|type|difficulty|shuffle answers|quiz title|quiz description)\s*:\s*\S.*)", IGNORECASE
    ),
}
_OPTION_WHY = pattern(r"(?:why\s+|feedback\s+(?:for\s+)?)\(?([A-Ja-j])\)?\s*[:.)]\s*(\S.*)", IGNORECASE)
_END_STAR = pattern(r"(.*\S)\s*\*")
_RIGHT_WORD = pattern(r"(.*\S)\s*[\[(](?:correct|right|answer|x|✓)[\])]", IGNORECASE)
_CHECKED = pattern(r"(?:✓|✔|√)\s*(\S.*)|(\S.*?)\s*(?:✓|✔|√)")
_KEY_PAIRS = pattern(r"(\d{1,4})\s*[.):\-]?\s*([A-Ja-j](?:\s*[,&]\s*[A-Ja-j])*)(?![A-Za-z])")
_SEPARATE = pattern(r"[\s,;/&+]+|and", IGNORECASE)


def understood(line: Line, next_letter: str) -> Found:
    """What `line` is; an option only if its letter is the next one, so that "I. " begins no option in a stem."""
    text = line.text.strip()
    if not text:
        return Found(Kind.BLANK, "")
    if len(text) > LONGEST:
        return Found(Kind.MORE, text)
    if line.kind:
        body, starred = without_mark(text)
        return Found(line.kind, body, starred=starred)
    option = _OPTION.fullmatch(text) or _BARE_OPTION.fullmatch(text)
    if option and option[2].lower() == next_letter:
        body, starred = without_mark(option[3])
        return Found(Kind.OPTION, body, option[2].lower(), bool(option[1]) or starred)
    for look in (_keyword, _question, _listed):
        found = look(text)
        if found:
            return found
    return Found(Kind.MORE, text)


def _keyword(text: str) -> Found | None:
    if _KEYS.fullmatch(text):
        return Found(Kind.KEYS, text)
    answer = _ANSWER.fullmatch(text)
    if answer:
        return Found(Kind.ANSWER, answer[1])
    own = _OPTION_WHY.fullmatch(text)
    if own:
        return Found(Kind.OPTION_WHY, own[2], own[1].lower())
    for kind, words in _WORDS.items():
        if found := words.fullmatch(text):
            return Found(kind, found[1])
    return None


def _question(text: str) -> Found | None:
    numbered = _QUESTION.fullmatch(text)
    if numbered:
        return Found(Kind.QUESTION, numbered[2], numbered[1])
    alone = _QUESTION_ALONE.fullmatch(text)
    if alone:
        return Found(Kind.QUESTION, "", alone[1])
    named = _QUESTION_NAMED.fullmatch(text)
    return Found(Kind.QUESTION, named[1]) if named else None


def _listed(text: str) -> Found | None:
    box = _BOX.fullmatch(text)
    if box:
        return Found(Kind.BOX, box[2], starred=bool(box[1].strip()))
    bullet = _BULLET.fullmatch(text)
    return Found(Kind.BULLET, bullet[2], bullet[1]) if bullet else None


def without_mark(text: str) -> tuple[str, bool]:
    """An option's text without the sign or word that marks it as right, and whether there was one."""
    if text.startswith("*") and not text.startswith("**") and text.count("*") == 1:
        return text[1:].strip(), True
    for mark in (_RIGHT_WORD, _END_STAR):
        found = mark.fullmatch(text)
        if found and (mark is _RIGHT_WORD or text.count("*") == 1):
            return found[1], True
    checked = _CHECKED.fullmatch(text)
    return ((checked[1] or checked[2]), True) if checked else (text, False)


def key_pairs(text: str) -> dict[str, str]:
    """`1. B  2. C` as letters by number."""
    return dict(_KEY_PAIRS.findall(text))


def letters_of(answer: str, count: int) -> set[int]:
    """The places of the options that an answer names by letter: `B`, `b)`, `A, C`, `A and C`, `AC`, `B. its text`."""
    bare = answer.strip().rstrip(".").strip()
    if bare.isupper() and bare.isalpha() and len(bare) <= count and len(set(bare)) == len(bare):
        marks = list(bare.lower())
    else:
        marks = [mark.strip("().:]").lower() for mark in _SEPARATE.split(bare)]
        if not all(len(mark) == 1 and mark in LETTERS for mark in marks if mark):
            first = _OPTION.match(f"{bare} -") or _OPTION.match(bare)
            marks = [first[2].lower()] if first else []
    places = {LETTERS.index(mark) for mark in marks if mark and mark in LETTERS}
    return {place for place in places if place < count}
