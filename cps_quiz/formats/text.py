"""Plain text as people type it; Aiken, Respondus and text2qti are kinds of it."""

from re import IGNORECASE, MULTILINE
from re import compile as pattern

from cps_quiz.formats import ForeignFileError, Format, Imported
from cps_quiz.formats.exchange.reading import Reading
from cps_quiz.formats.exchange.texts import decoded
from cps_quiz.formats.typed.lines import Line
from cps_quiz.formats.typed.parsing import KEEPS, read_lines

_SIGNS = pattern(r"^\s*(?:\*?\s*[(\[]?[A-Ea-e][.)\]:]\s+\S|\[[* xX]?\]\s|(?:answer|ans)\s*:)", IGNORECASE | MULTILINE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""The byte order marks of UTF-16, which is full of zero bytes."""

_OTHER = (b"<", b"{\\rtf", b"%PDF", b"PK", b"\xd0\xcf")


MOST_LINES = 500_000


def knows(data: bytes, _name: str) -> bool:
    """Whether it is text with lettered options or an answer line."""
    if data.startswith(_OTHER) or (b"\0" in data[:2000] and not data.startswith(_WIDE)):
        return False
    return bool(_SIGNS.search(decoded(data[:400_000], "")))


def read(data: bytes, name: str) -> Imported:
    """The questions of a text."""
    reading = Reading("text")
    text = decoded(data, name)
    if text.count("\n") > MOST_LINES:
        raise ForeignFileError(name, f"the text has over {MOST_LINES:,} lines", "Import it in several parts.")
    lines = enumerate(text.split("\n"), 1)
    read_lines((Line(f"{name}:{number}:1", line.replace("\xa0", " ")) for number, line in lines), reading)
    return reading.result()


FORMAT = Format(name="text", title="Plain text", suffixes=(".txt",), keeps=KEEPS, knows=knows, read=read)
