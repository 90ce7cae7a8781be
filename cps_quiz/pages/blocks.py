"""Pieces that all pages are made of: prose, lists, tables."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cps_quiz.pages.markup import Element, Node, element
from cps_quiz.source.markdown import Paragraph, paragraphs
from cps_quiz.source.safe_text import safe

LONGEST_WORD = 14
"""Letters of a word that fit beside three columns of numbers on a phone."""


def prose(text: str) -> list[Element]:
    """Paragraphs, emphasis and lists of a bank's text. It is made safe first: some line ends are no line ends here."""
    found: list[Element] = []
    for kind, run in groupby(paragraphs(safe(text)), key=_kind):
        if kind == "p":
            found += [element("p", *_words(one)) for one in run]
        else:
            found.append(element(kind, *(_entry(one) for one in run)))
    return found


def _kind(paragraph: Paragraph) -> str:
    if not paragraph.bullet:
        return "p"
    return "ul" if paragraph.bullet == "-" else "ol"


def _entry(paragraph: Paragraph) -> Element:
    if paragraph.bullet == "-":
        return element("li", *_words(paragraph))
    return element("li", *_words(paragraph), value=paragraph.bullet.removesuffix("."))


def _words(paragraph: Paragraph) -> Iterator[Node]:
    for piece in paragraph.pieces:
        yield element(("", "em", "strong")[piece.strength], piece.text) if piece.strength else piece.text


def bullets(sentences: Iterable[str]) -> Element:
    """A list of sentences."""
    return element("ul", *(element("li", sentence) for sentence in sentences))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: int) -> Element:
    """A table whose rows begin with their name; the last `numbers` columns are set to the right."""
    words = len(heads) - numbers
    columns = (element("th", head, scope="col", **_set(at, words)) for at, head in enumerate(heads))
    body = (_row(cells, words) for cells in rows)
    return element("table", element("thead", element("tr", *columns)), element("tbody", *body))


def _row(cells: Sequence[str], words: int) -> Element:
    rest = (element("td", cell, **(_set(at, words) or _broken(cell))) for at, cell in enumerate(cells[1:], 1))
    return element("tr", element("th", cells[0], scope="row", **_broken(cells[0])), *rest)


def _broken(name: str) -> dict[str, str | float]:
    """A name with a long word may be broken anywhere; others keep their words whole, and the numbers make room."""
    return {"class_": "long"} if max(map(len, name.split()), default=0) > LONGEST_WORD else {}


def _set(column: int, words: int) -> dict[str, str | float]:
    return {"class_": "number"} if column >= words else {}
