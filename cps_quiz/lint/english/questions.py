"""How a stem asks: its author's words without quoted speech, sentence by sentence."""

from functools import lru_cache
from re import IGNORECASE, Match
from re import compile as pattern

from cps_quiz.lint.english.words import wordlist, words

_QUOTED = pattern(
    r"\"[^\"]*\""
    r"|\u201c[^\u201c\u201d]*\u201d"
    r"|\u00ab[^\u00ab\u00bb]*\u00bb"
    r"|'(?<!\w')(?=\S)[^'\n]{1,300}(?:'\w[^'\n]{0,300}){0,9}'(?!\w)"
    r"|\u2018(?<!\w\u2018)[^\u2018\u2019]*(?:\u2019\w[^\u2018\u2019]*)*\u2019(?!\w)"
)
"""Each begins with its sign, which is found quickly, and only then looks back."""

_QUOTE = pattern("[\"'\u201c\u2018\u00ab]")
_BREAK = pattern(r"[.!?](?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St|vs)\.)(?<!\b(?:Mrs)\.)\s+")

AUXILIARY = r"(?:is|are|was|were|be|does|do|did|has|have|had|can|could|may|might|must|shall|should|will|would|ought)"
_DIRECTIVE = f"(?:{'|'.join(sorted(wordlist('directives')))})"
_START = r"(?:^|[.!?:;]\s+|\n)[\s*(\[]*"
_ASKS = pattern(
    rf"{_START}(?:please\s+)?{_DIRECTIVE}\b(?!\s+of\b)"
    rf"|(?:,|\band|\bthen|\bplease)\s+{_DIRECTIVE}\s+(?:the|a|an|one|two|three|all|it|them|which|what|how|your|in)\b"
    rf"|{_START}(?:(?:and|but|so|then|about|after|at|by|for|from|in|of|on|to|with)\s+)?(?:what|which|who|whom|whose)\b"
    rf"|{_START}(?:and\s+)?(?:(?:how|why)\s+(?:\w+\s+){{0,2}}|(?:when|where)\s+){AUXILIARY}\b"
    r"|,\s+(?:then\s+)?(?:what|how|why|which\s+(?:one|of))\b"
    rf"|{_START}{AUXILIARY}\s"
    r"|\btrue\s+or\s+false\b",
    IGNORECASE,
)
_AUXILIARIES = pattern(AUXILIARY)
QUESTION_MARKS = frozenset("?\u061f\uff1f\u037e\u055e\u1367\u2047\u2048\u203d\ufe56\u00bf")
"""Those of other scripts too; the Greek one looks like a semicolon, and mostly is one: see `ends_as_greek`."""

LONGEST_STEM = 3000
"""Characters; what is longer is no stem that anybody would read, and would take long to search."""

LONGEST_HEADING = 8
"""Words of a heading at most: our own choice, a longer stem is given the benefit of the doubt."""


@lru_cache(maxsize=1024)
def own_words(text: str) -> str:
    """`text` with quoted speech blanked out; a full stop stands where a quoted sentence ended."""
    return _QUOTED.sub(_blank, text) if _QUOTE.search(text) else text


def _blank(found: Match[str]) -> str:
    quoted = found[0]
    ended = len(quoted) > 2 and quoted[-2] in ".!?"  # noqa: PLR2004 - two quotation marks
    return " ." if ended else "  "  # not its whole length: searches take long over many spaces


def sentences_of(text: str) -> list[str]:
    """The sentences of `text`, which has no quoted speech any more; none of a text too long for a stem."""
    if len(text) > LONGEST_STEM:
        return []
    bare = text.strip()
    starts = [0, *(found.end() for found in _BREAK.finditer(bare))]
    sentences = [bare[start:end].rstrip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return [sentence for sentence in sentences if sentence.strip(" .")]


def asks(text: str) -> bool:
    """Whether `text`, without quoted speech, has a question or tells the learner to do something."""
    marked = "?" in text or not QUESTION_MARKS.isdisjoint(text)
    return marked or len(text) > LONGEST_STEM or _ASKS.search(text) is not None


def ends_as_greek(text: str) -> bool:
    """Whether a Greek text ends with a semicolon, which is its question mark."""
    return text.rstrip().endswith(";") and any("\u0370" <= letter <= "\u03ff" for letter in text)


def is_heading(sentence: str) -> bool:
    """Whether `sentence` is a bare noun like "Goal setting"."""
    found = () if "," in sentence else words(sentence)
    if not 0 < len(found) <= LONGEST_HEADING or found[-1] in wordlist("function-words") | wordlist("linking-verbs"):
        return False
    return not any(_is_verb(word) for word in found[1:-1]) and wordlist("clause-words").isdisjoint(found)


def goes_on(text: str) -> bool:
    """Whether `text` looks like the second half of a sentence: "is kept small", "Asks first"."""
    first = words(text)[:1]
    return text[:1].islower() or any(_AUXILIARIES.fullmatch(word) or word.endswith("s") for word in first)


def _is_verb(word: str) -> bool:
    """Whether an inner word may be a verb: of plural nouns and verbs in -s, all count."""
    return bool(_AUXILIARIES.fullmatch(word)) or (word.endswith(("s", "ed")) and not word.endswith(("ss", "'s")))
