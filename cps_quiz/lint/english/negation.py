"""Stems that ask for what is not so."""

from re import IGNORECASE
from re import compile as pattern

from cps_quiz.lint.english.questions import AUXILIARY, own_words, sentences_of

_SUBORDINATE = (
    r"(?:although|after|because|before|how|if|since|so|that|though|unless|until|when|whenever|where|which|while|who|whom"
    r"|whose|why)"
)
_ASKING = (
    r"(?:^\W*(?:(?:and|but|so|then|at|by|for|in|of|to|with)\s+)?(?:which|what|who)"
    rf"|[,:]\s+(?:then\s+)?(?:which(?!\s+{AUXILIARY}\b)|what))\b"
)
_MAIN = rf"(?:(?!\b{_SUBORDINATE}\b)[^,;:.?!])*?"
"""Words of a main clause."""

_BUT_SUBJECT = (
    r"(?:ask|be|cause|do|feel|get|give|help|keep|lead|let|make|mean|offer|say|share|show|stop|take|tell|to|try)"
)
_NOT = r"(?:\s+(?:not|never)|n['\u2019]t)\b"
_QUESTION = pattern(
    rf"{_ASKING}{_MAIN}(?<!\band )(?<!\bbut )(?<!\bor )\b(?:{AUXILIARY}{_NOT}|cannot\b|can['\u2019]t\b|won['\u2019]t\b)"
    r"(?!\s+only\b)"
    rf"|{_ASKING}{_MAIN}\b(?:should|would|could|can|must|may|might)\s+"
    rf"(?:an?|the|her|his|your|this|these|that|you|she|he|they|it|we|(?-i:[A-Z]\w+))"
    rf"(?:\s+(?!{_BUT_SUBJECT}\b)\w+){{0,3}}\s+(?:not|never)\b"
    rf"|{_ASKING}{_MAIN}\b(?:is|are)\s+(?:the\s+|an?\s+)?(?:false|incorrect|untrue|inaccurate)\b"
    rf"|{_ASKING}\s+\w{_MAIN}\b(?:is|are)\s+wrong\s*\?"
    rf"|\b(?:choose|select|pick|identify|find|mark|name|indicate)\b[^,;:.?!]*?\b(?:that|which|who)\s+{AUXILIARY}{_NOT}"
    rf"|\bleast\s+(?:likely|probable|plausible|helpful|useful|effective|appropriate|suitable|important|supportive"
    r"|accurate|consistent|true|relevant|empowering|beneficial|desirable|acceptable|fitting|fits?|helps?|supports?"
    r"|respectful|well|apt|compatible|affected|related|weakens?|strengthens?)\b"
    r"|\bexcept(?:\s+for)?(?:\s+(?:which|what|one|for)\b[^.]*)?[^\w]*$",
    IGNORECASE,
)
_CAPITALS = pattern(
    r"\b(?:NOT|EXCEPT|NEVER|CANNOT|INCORRECT|FALSE|UNTRUE"
    r"|(?<!at )LEAST(?!\s+(?i:amount|cost|costly|expensive|effort|time|number|administrative|operational|overhead)))\b"
)
_IN_CLAUSE = pattern(
    r"\b(?:although|after|because|before|if|since|though|unless|until|when|whenever|while)\b|\w\s+\w+\s+which\b",
    IGNORECASE,
)
_OPEN_END = pattern(
    rf"^(?:(?!\b{_SUBORDINATE}\b).)*?(?:\b(?:not|never|cannot)|n['\u2019]t)\b"
    rf"(?:(?:\s+(?!{_SUBORDINATE}\b)\w+){{0,2}}|\s+(?:the|a|part\s+of)\s+.*\bto)\s*:?\s*$",
    IGNORECASE,
)
_WORD = pattern(
    r"\b(?:not|never|cannot|\w+n['\u2019]t|except|least|false|incorrect|untrue|inaccurate|wrong)\b", IGNORECASE
)
_TURNING = ("not", "never", "n't", "n\u2019t", "except", "least", "false", "incorrect", "untrue", "inaccurate", "wrong")
"""Every word above has the letters of one of these."""

_WHY = pattern(r"^\W*(?:but\s+|and\s+)?(?:why|how)\b", IGNORECASE)


def negation(stem: str) -> str:
    """The word that turns the question of `stem` around, "" when none does.

    What is quoted, told before the question, or said in a subordinate clause turns nothing around.
    """
    small = stem.lower()
    sentences = sentences_of(own_words(stem)) if any(letters in small for letters in _TURNING) else []
    for index, sentence in enumerate(sentences):
        is_last = index == len(sentences) - 1
        if (is_last or "?" in sentence) and not _WHY.match(sentence) and (word := _turn(sentence, is_last=is_last)):
            return word
    return ""


def _turn(sentence: str, *, is_last: bool) -> str:
    for found in _CAPITALS.finditer(sentence):
        clause = sentence[: found.start()].rpartition(",")[2]
        if not _IN_CLAUSE.search(clause):
            return found[0]
    found_question = _QUESTION.search(sentence)
    if found_question:
        return str(_WORD.findall(found_question[0])[-1])
    if is_last and sentence[-1] not in ".?!" and (found_end := _OPEN_END.search(sentence)):
        return str(_WORD.findall(found_end[0])[0])
    return ""
