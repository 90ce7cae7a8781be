"""Reading on after a syntax error: the broken entry of `items:` is blanked out.

So one broken item does not hide the problems of the others. Blanking makes one comment of the
entry, which keeps the offset of everything else.
"""

from re import MULTILINE
from re import compile as pattern

_ITEMS = pattern(r"^items:[ \t]*(?:#.*)?\r?\n", MULTILINE)
_ENTRY = pattern(r"^( *)- ", MULTILINE)
_TOP = pattern(r"^[^\s#-]", MULTILINE)


def without_entry(text: str, at: int) -> str | None:
    """`text` with the entry of `items:` around offset `at` blanked out; None when there is none."""
    items = _ITEMS.search(text)
    first = _ENTRY.search(text, items.end()) if items else None
    if first is None or at < first.start():
        return None
    top = _TOP.search(text, first.start())
    limit = top.start() if top else len(text)
    if at > limit:
        return None
    entry = pattern(rf"^{first[1]}- ", MULTILINE)
    starts = [found.start() for found in entry.finditer(text, first.start(), limit)]
    begin = max(start for start in starts if start <= at)
    end = min((start for start in starts if start > at), default=limit)
    if len(starts) == 1 or not text[begin:end].strip():
        return None
    return text[:begin] + "#" * (end - begin - 1) + "\n" + text[end:]
