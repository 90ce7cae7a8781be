"""Characters that no bank needs and that could mislead a terminal or its reader."""

from re import compile as pattern
from unicodedata import name as unicode_name

from cps_quiz.source import codes
from cps_quiz.source.problems import Problems

DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of text (the "Trojan Source" attack, CVE-2021-42574)."""

_BREAKS = "\x85\u2028\u2029"
_SOFT_BREAKS = "\x0b\x0c" + _BREAKS
_BYTE_ORDER_MARK = "\ufeff"
_NEVER = "\ufffe\uffff"
UNSAFE = pattern(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{DIRECTION}{_BREAKS}{_BYTE_ORDER_MARK}{_NEVER}]")


def is_suspect(text: str) -> bool:
    """Whether libyaml might let an unsafe character of `text` through; far quicker than a search."""
    return not text.isascii() and any(char in text for char in DIRECTION + _BREAKS + _BYTE_ORDER_MARK)


def cleaned(text: str, problems: Problems) -> str:
    """`text` with each unsafe character reported and replaced, offsets unchanged."""
    for found in UNSAFE.finditer(text):
        if problems.full:
            break
        problems.add(codes.UNSAFE_YAML, found.span(), *unsafe_advice(found.group()))
    return UNSAFE.sub("\ufffd", text)


def unsafe_advice(char: str) -> tuple[str, str]:
    """Message and help for one unsafe character."""
    if char in _SOFT_BREAKS:
        message = f"a line break of a word processor (U+{ord(char):04X}) stands in the text"
        return message, "put a space or a new line in its place"
    called = unicode_name(char, "control character").lower()
    return (
        f"the invisible character U+{ord(char):04X} ({called}) stands in the text",
        "delete it: it can hide or reorder what people see",
    )
