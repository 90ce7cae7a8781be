r"""The Markdown of other programs, which means more by it than we do.

What they would read as a heading, a quotation, code, a link or a tag is escaped with a backslash
or an entity, and taken back on the way in.
"""

from html import unescape
from re import MULTILINE
from re import compile as pattern

_BACKSLASH = pattern(r"\\(?=[\\`*_{}\[\]()#+\-.!>=]|\s|\Z)")
_SPECIAL = pattern(r"[`\[\]]")
_LINE_START = pattern(r"^(\s*)([#>+])", MULTILINE)
_RULE = pattern(r"^([-=])(?=[-=]+\s*$)", MULTILINE)
_TAG = pattern(r"<(?=[A-Za-z/!?])")
_ENTITY = pattern(r"&(?=#?\w{1,31};)")
_ANY_ENTITY = pattern(r"&#?\w{1,31};")
_ESCAPED = pattern(r"\\([\\`*_{}\[\]()#+\-.!>=])")
_BREAK = pattern(r"(?<!\n)\n(?!\n)")
_HARD_BREAK = pattern(r"(?: {2,}|(?<!\\)\\)\n")
_SOFT_BREAK = pattern(r"(?<!\n)\n(?!\n|\s*(?:[-*+]|\d{1,3}[.)])\s)")


def to_markdown(text: str) -> str:
    """Markdown that shows in other programs what our `text` shows here."""
    text = _ENTITY.sub("&amp;", _BACKSLASH.sub(r"\\\\", text))
    text = _SPECIAL.sub(r"\\\g<0>", _TAG.sub("&lt;", text))
    text = _RULE.sub(r"\\\1", _LINE_START.sub(r"\1\\\2", text))
    return _BREAK.sub("  \n", text)


def from_markdown(text: str) -> str:
    """Our Markdown of a text in another program's; breaks in mid-sentence become spaces."""
    text = _HARD_BREAK.sub("\x01", text.replace("\r\n", "\n"))
    text = _SOFT_BREAK.sub(" ", text).replace("\x01", "\n")
    text = _ESCAPED.sub(r"\1", text)
    return _ANY_ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text
