"""One slip: where it is, what to say of it, and the edits that mend it."""

from re import MULTILINE
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.slips.counting import counted

SHORT = 60
"""Characters of a mended text that the help still shows whole."""

_PLAIN = pattern(r"(?![-?:,\[\]{}#&*!|>'\"%@`~=<\s])(?!(?:y|n|yes|no|true|false|on|off|null)$)(?![-+.\d_:]+$).+")


COMMENT = pattern(r"(?:^|\s)#", MULTILINE)
"""A number sign that begins a comment, outside of quotes."""


class Slip(NamedTuple):
    """`certain`: the edits say what was meant and may be made without asking; else they only help to read on."""

    start: int
    end: int
    message: str
    help: str
    edits: tuple[Edit, ...]
    certain: bool = True


def slip_of_all(found: list[Edit], message: str, cure: str, end: int = 0) -> Slip | None:
    """One slip for all places: it stands at the first, and counts the others."""
    if not found:
        return None
    first, more = found[0], len(found) - 1
    again = f" (and so on {counted(more, 'more line')})" if more else ""
    return Slip(first.start, end or max(first.end, first.start + 1), message + again, cure, tuple(found))


def quoted(text: str) -> str:
    """`text` in the quotes that need the least doubling."""
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def written(text: str) -> str:
    """`text` as a value: without quotes where it needs none."""
    needs = ": " in text or " #" in text or text.endswith(":") or "\n" in text
    return text if not needs and _PLAIN.fullmatch(text.casefold()) else quoted(text)


def put_in_quotes(value: str) -> str:
    """The help for a text that needs quotes."""
    if len(value) <= SHORT and "\n" not in value:
        return f"write {quoted(value)}"
    return "put the whole text in 'single quotes', or write `>-` after the field and the text below it, indented"
