"""Word documents with questions as people type them; numbers and letters that Word counts by itself are worked out."""

from collections.abc import Iterator

from cps_quiz.formats import ForeignFileError, Format, Imported
from cps_quiz.formats.exchange.reading import Reading
from cps_quiz.formats.packages.xml_tree import Element, elements
from cps_quiz.formats.packages.zip_package import Package, is_zip
from cps_quiz.formats.typed.lines import Kind, Line
from cps_quiz.formats.typed.parsing import KEEPS, read_lines

_LETTERS = {"lowerLetter", "upperLetter"}
_NUMBERS = {"decimal", "decimalZero", "lowerRoman", "upperRoman"}
_PLAIN_COLOURS = {"", "auto", "none", "000000"}
_OFF = {"0", "false", "off", "none"}


def knows(data: bytes, _name: str) -> bool:
    """Whether it is a zip file with a Word document."""
    return is_zip(data) and b"word/document.xml" in data


def read(data: bytes, name: str) -> Imported:
    """The questions of a document."""
    package = Package(data, name)
    if "word/document.xml" not in package.names:
        raise ForeignFileError(name, "the package holds no Word document", "Save it as .docx from Word.")
    lists = _Lists(package, name)
    reading = Reading("docx")
    read_lines(_lines(package, name, lists), reading)
    return reading.result()


def _lines(package: Package, name: str, lists: "_Lists") -> Iterator[Line]:
    for number, paragraph in enumerate(elements(package.read("word/document.xml"), frozenset({"p"}), name), 1):
        where = f"{name}:paragraph {number}"
        kind = lists.kind(paragraph)
        texts = _text(paragraph).split("\n")
        strong = _is_strong(paragraph)
        for row, text in enumerate(texts):
            yield Line(where, text, kind if row == 0 and text.strip() else None, strong)
        if paragraph.below("drawing", "pict"):
            yield Line(where, "[image]")


def _text(paragraph: Element) -> str:
    """The words of a paragraph; deleted ones stand elsewhere."""
    signs = {"tab": "\t", "br": "\n", "cr": "\n"}
    pieces = (signs.get(part.name, part.text) for part in paragraph.below("t", *signs))
    return "".join(pieces).replace("\xa0", " ")


def _is_strong(paragraph: Element) -> bool:
    """Whether every word is bold, underlined, coloured or marked."""
    runs = [run for run in paragraph.below("r") if any(part.text.strip() for part in run.all("t"))]
    return bool(runs) and all(_is_strong_run(run) for run in runs)


def _is_strong_run(run: Element) -> bool:
    properties = run.find("rPr")
    if properties is None:
        return False
    values = {child.name: _value(child) for child in properties.children}
    bold = any(name in values and values[name] not in _OFF for name in ("b", "u", "highlight"))
    return bold or values.get("color", "").lower() not in _PLAIN_COLOURS


def _value(element: Element) -> str:
    return next((value for name, value in element.attributes.items() if name.rpartition(":")[2] == "val"), "")


def _attribute(element: Element, wanted: str) -> str:
    return next((value for name, value in element.attributes.items() if name.rpartition(":")[2] == wanted), "")


class _Lists:
    """What each level of each list of the document counts with."""

    def __init__(self, package: Package, name: str) -> None:
        self.formats: dict[tuple[str, str], str] = {}
        self.lists: dict[str, str] = {}
        self.styles: dict[str, tuple[str, str]] = {}
        numbering = package.read("word/numbering.xml")
        if numbering:
            for found in elements(numbering, frozenset({"abstractNum", "num"}), name):
                self._take(found)
        styles = package.read("word/styles.xml")
        for style in elements(styles, frozenset({"style"}), name) if styles else ():
            place = _numbered(style)
            if place:
                self.styles[_attribute(style, "styleId")] = place

    def _take(self, found: Element) -> None:
        if found.name == "num":
            abstract = found.find("abstractNumId")
            self.lists[_attribute(found, "numId")] = _value(abstract) if abstract else ""
            return
        for level in found.all("lvl"):
            format_ = level.find("numFmt")
            key = (_attribute(found, "abstractNumId"), _attribute(level, "ilvl"))
            self.formats[key] = _value(format_) if format_ else "decimal"

    def kind(self, paragraph: Element) -> Kind | None:
        """What Word's own number before a paragraph makes of it: a question, an option, an entry; None without one."""
        style = paragraph.find("pPr", "pStyle")
        place = _numbered(paragraph) or (self.styles.get(_value(style)) if style else None)
        if place is None or place[0] == "0":
            return None
        format_ = self.formats.get((self.lists.get(place[0], ""), place[1]), "")
        if format_ in _LETTERS:
            return Kind.OPTION
        if format_ in _NUMBERS:
            return Kind.QUESTION if place[1] == "0" else Kind.OPTION
        return Kind.BULLET if format_ == "bullet" else None


def _numbered(holder: Element) -> tuple[str, str] | None:
    """The list and level of a paragraph or style."""
    number = holder.find("pPr", "numPr")
    if number is None:
        return None
    id_, level = number.find("numId"), number.find("ilvl")
    return (_value(id_), _value(level) if level else "0") if id_ else None


FORMAT = Format(name="docx", title="Word", suffixes=(".docx",), keeps=KEEPS, knows=knows, read=read)
