"""Our own sheet as XLSX, without any loss; and the sheets that people make themselves."""

from collections.abc import Iterator, Sequence
from html import escape
from posixpath import join, normpath
from re import compile as pattern

from cps_quiz.core.questions.bank import Item
from cps_quiz.formats import Context, ForeignFileError, Format, Imported, Loss, Written
from cps_quiz.formats.exchange.reading import Reading
from cps_quiz.formats.exchange.table import Row, column_name, is_header, read_rows, rows
from cps_quiz.formats.markup.harmless import for_xml
from cps_quiz.formats.packages.xml_tree import Element, elements
from cps_quiz.formats.packages.zip_package import Package, is_zip, packed

MOST_COLUMNS = 500
LONGEST_CELL = 32_767
"""Characters that Excel keeps of a cell."""

_CELL = pattern(r"([A-Z]{1,3})([0-9]{1,7})")
_CODE = pattern(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_CODED = pattern(r"_(?=x[0-9A-Fa-f]{4}_)")
_NO_HEADER = "The first row names the columns: stem, option 1, option 2, ..., answer. `export xlsx` shows them all."


def knows(data: bytes, _name: str) -> bool:
    """Whether it is a zip file with a workbook."""
    return is_zip(data) and b"xl/workbook.xml" in data


def read(data: bytes, name: str) -> Imported:
    """The questions of the first sheet that has a header of questions."""
    package = Package(data, name)
    shared = [
        _text(entry) for entry in elements(package.read("xl/sharedStrings.xml") or b"<x/>", frozenset({"si"}), name)
    ]
    for title, part in _sheets(package, name):
        found = _rows(package.read(part), shared, f"{name}/{part}")
        titles = next(found, (0, {}))[1]
        if is_header(titles.values()):
            reading = Reading("xlsx")
            read_rows(_named(found, titles, f"{name}/{title}"), list(titles.values()), reading)
            return reading.result()
    raise ForeignFileError(name, "no sheet's first row names columns of questions", _NO_HEADER)


def _sheets(package: Package, name: str) -> Iterator[tuple[str, str]]:
    """The title of each sheet, and the file of the package that holds it."""
    relations = elements(package.read("xl/_rels/workbook.xml.rels") or b"<none/>", frozenset({"Relationship"}), name)
    parts = {relation.attributes.get("Id", ""): relation.attributes.get("Target", "") for relation in relations}
    for sheet in elements(package.read("xl/workbook.xml") or b"<none/>", frozenset({"sheet"}), name):
        by_name = {key.rpartition(":")[2]: value for key, value in sheet.attributes.items()}
        target = parts.get(by_name.get("id", ""), "")
        yield by_name.get("name", "Sheet"), normpath(join("xl", target)).lstrip("/")


def _rows(data: bytes, shared: list[str], path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The number of each row, and its texts by the letters of their columns."""
    for number, row in enumerate(elements(data, frozenset({"row"}), path) if data else (), 1):
        cells: dict[str, str] = {}
        for place, cell in enumerate(row.all("c")):
            found = _CELL.fullmatch(cell.attributes.get("r", ""))
            if place < MOST_COLUMNS:
                cells[found[1] if found else _letters(place)] = _value(cell, shared)
        at = row.attributes.get("r", "")
        yield int(at) if at.isascii() and at.isdigit() else number, cells


def _named(found: Iterator[tuple[int, dict[str, str]]], titles: dict[str, str], path: str) -> Iterator[Row]:
    columns = {letters: column_name(title) for letters, title in titles.items()}
    letters_of = {column: letters for letters, column in columns.items()}
    for number, cells in found:

        def place(column: str, number: int = number) -> str:
            return f"{path}!{letters_of.get(column, 'A')}{number}"

        yield Row({columns[letters]: value for letters, value in cells.items() if letters in columns}, place)


def _value(cell: Element, shared: list[str]) -> str:
    raw = cell.text_of("v")
    match cell.attributes.get("t", "n"):
        case "s":
            return shared[int(raw)] if raw.isascii() and raw.isdigit() and int(raw) < len(shared) else ""
        case "inlineStr":
            inline = cell.find("is")
            return _text(inline) if inline else ""
        case "b":
            return "yes" if raw == "1" else "no"
        case "str" | "e":
            return _decoded(raw)
    return raw.removesuffix(".0")


def _text(holder: Element) -> str:
    """All text of a cell, whatever its fonts; not how it is spoken (`rPh`)."""
    pieces = (piece.text for part in holder.children if part.name in {"t", "r"} for piece in _pieces(part))
    return _decoded("".join(pieces))


def _pieces(part: Element) -> Iterator[Element]:
    return iter([part]) if part.name == "t" else part.all("t")


def _decoded(text: str) -> str:
    return _CODE.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def write(items: Sequence[Item], _context: Context) -> Written:
    """A sheet of texts only: nothing in it can be taken for a formula."""
    sheet = "".join(_row(number, row) for number, row in enumerate(rows(items), 1))
    losses = [
        Loss(row[0], "text", "", f"lost: Excel keeps {LONGEST_CELL:,} characters of a cell")
        for row in rows(items)
        if max(map(len, row)) > LONGEST_CELL
    ]
    return Written(packed({**_FILES, "xl/worksheets/sheet1.xml": f"{_HEAD}{sheet}{_FOOT}".encode()}), tuple(losses))


def _row(number: int, cells: tuple[str, ...]) -> str:
    style = ' s="1"' if number == 1 else ' s="2"'
    inner = (
        f'<c r="{_letters(place)}{number}"{style} t="inlineStr"><is><t xml:space="preserve">{_coded(cell)}</t></is></c>'
        for place, cell in enumerate(cells)
        if cell
    )
    return f'<row r="{number}">{"".join(inner)}</row>'


def _coded(text: str) -> str:
    return escape(for_xml(_LOOKS_CODED.sub("_x005F_", text)), quote=False).replace("\r", "_x000D_")


_TOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = (
    f'{_TOP}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="7" width="18" '
    'customWidth="1"/><col min="8" max="60" width="40" customWidth="1"/></cols><sheetData>'
)
_FOOT = "</sheetData></worksheet>"
_FILES = {
    "[Content_Types].xml": (
        f'{_TOP}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
    ).encode(),
    "_rels/.rels": (
        f'{_TOP}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ).encode(),
    "xl/workbook.xml": (
        f'{_TOP}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Questions" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>'
    ).encode(),
    "xl/_rels/workbook.xml.rels": (
        f'{_TOP}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        "</Relationships>"
    ).encode(),
    "xl/styles.xml": (
        f'{_TOP}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill '
        'patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
        '</cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1" '
        'numFmtId="49" applyNumberFormat="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>'
    ).encode(),
}

FORMAT = Format(name="xlsx", title="XLSX", suffixes=(".xlsx",), knows=knows, read=read, write=write)
