"""The little Markdown that banks use: paragraphs, emphasis, lists. All else is shown as written.

A parser of all Markdown takes longer to import than the first question to appear.
"""

from re import DOTALL
from re import compile as pattern
from typing import NamedTuple

_BREAK = pattern(r"\n\s*\n")
_LIST = pattern(r"(?:[-*]|(\d{1,3})[.)])\s+")
_EMPHASIS = pattern(
    r"(?<![\w*])(?P<sign>\*\*|\*|__|_)(?=\S)(?P<text>(?:(?!(?P=sign)).)+?)(?<=\S)(?P=sign)(?![\w*])", DOTALL
)


class Piece(NamedTuple):
    """A run of text; `strength` is 0 for plain, 1 for emphasis, 2 for strong emphasis."""

    text: str
    strength: int = 0


class Paragraph(NamedTuple):
    """One paragraph or one entry of a list; `bullet` is "" for a paragraph, else its mark."""

    pieces: tuple[Piece, ...]
    bullet: str = ""

    @property
    def text(self) -> str:
        """The words without their emphasis."""
        return "".join(piece.text for piece in self.pieces)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs and list entries of `text`; line breaks in a paragraph are kept, those in an entry are spaces."""
    return tuple(paragraph for block in _BREAK.split(text.strip()) for paragraph in _of_block(block))


def without_line_breaks(text: str) -> str:
    """`text` with the lines of each paragraph joined: prose that was wrapped where its writer had no more room."""
    blocks = (_of_block(block) for block in _BREAK.split(text.strip()))
    return "\n\n".join("\n".join(_joined(paragraph) for paragraph in block) for block in blocks if block)


def _joined(paragraph: Paragraph) -> str:
    signs = ("", "*", "**")
    words = "".join(f"{signs[p.strength]}{p.text}{signs[p.strength]}" for p in paragraph.pieces)
    return " ".join(f"{paragraph.bullet} {words}".split())


def _of_block(block: str) -> list[Paragraph]:
    found: list[tuple[str, str]] = []
    for line in block.splitlines():
        stripped = line.strip()
        entry = _LIST.match(stripped)
        if entry:
            found.append((f"{entry[1]}." if entry[1] else "-", stripped[entry.end() :]))
        elif found:
            mark, words = found[-1]
            found[-1] = (mark, f"{words}{' ' if mark else chr(10)}{stripped}")
        else:
            found.append(("", stripped))
    return [Paragraph(_pieces(words), bullet) for bullet, words in found if words]


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for found in _EMPHASIS.finditer(text):
        if found.start() > at:
            pieces.append(Piece(text[at : found.start()]))
        pieces.append(Piece(found["text"], len(found["sign"])))
        at = found.end()
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return tuple(pieces)
