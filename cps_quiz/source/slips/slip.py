"""One slip: where it is, what to say of it, and the edits that mend it."""

from re import compile as pattern
from typing import NamedTuple

from cps_quiz.source.diagnostic import Edit

SHORT = 60
"""Characters of a mended text that the help still shows whole."""

_PLAIN = pattern(r"(?![-?:,\[\]{}#&*!|>'\"%@`~=<\s])(?!(?:y|n|yes|no|true|false|on|off|null)$)(?![-+.\d_:]+$).+")


class Slip(NamedTuple):
    """`certain`: the edits say what was meant and may be made without asking; else they only help to read on."""

    start: int
    end: int
    message: str
    help: str
    edits: tuple[Edit, ...]
    certain: bool = True


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
