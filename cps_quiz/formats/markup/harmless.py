"""Characters that no bank may hold, taken out of foreign texts."""

from re import compile as pattern

from cps_quiz.source.unsafe import UNSAFE

_BREAKS = pattern("\r\n?|\x85|[\u2028\u2029\x0b\x0c]")
_XML_NEVER = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def harmless(text: str) -> tuple[str, list[str]]:
    """`text` without control and direction characters, and the names (U+202E) of those that were taken out."""
    if text.isascii() and text.isprintable():
        return text, []
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    hidden = sorted({f"U+{ord(char):04X}" for char in UNSAFE.findall(text)} - {"U+FEFF"})
    return UNSAFE.sub("", text), hidden


def for_xml(text: str) -> str:
    """`text` without what XML forbids even when it is escaped."""
    return _XML_NEVER.sub("\ufffd", text)
