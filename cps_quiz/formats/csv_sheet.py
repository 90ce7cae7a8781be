"""Our own sheet as CSV, without any loss; and the sheets that people make themselves."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from cps_quiz.core.questions.bank import Item
from cps_quiz.formats import Context, ForeignFileError, Format, Imported, Written
from cps_quiz.formats.exchange.reading import Reading
from cps_quiz.formats.exchange.table import FEWEST_COLUMNS, Row, column_name, is_header, read_rows, rows
from cps_quiz.formats.exchange.texts import decoded

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula (OWASP, CSV injection)."""

_DELIMITERS = ",;\t"
_MOST_IN_A_CELL = 1_000_000
_NO_HEADER = "The first row names the columns: stem, option 1, option 2, ..., answer. `export csv` shows them all."


def knows(data: bytes, _name: str) -> bool:
    """Whether its first row is the header of a sheet of questions."""
    if data[:2] in {b"PK", b"{\\"} or data[:1] == b"<":
        return False
    first = data[:20_000].decode("utf-8-sig", "replace").replace("\r", "\n").partition("\n")[0]
    return any(len(cells := first.split(sign)) >= FEWEST_COLUMNS and is_header(_bare(cells)) for sign in _DELIMITERS)


def _bare(cells: list[str]) -> list[str]:
    return [cell.strip().strip('"') for cell in cells]


def read(data: bytes, name: str) -> Imported:
    """The questions of a sheet, by the names of its columns."""
    text = decoded(data, name)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reading = Reading("csv")
    csv.field_size_limit(_MOST_IN_A_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=False)
    try:
        titles = [title.strip() for title in next(reader, [])]
        if not is_header(titles):
            raise ForeignFileError(f"{name}:1:1", "the first row names no columns of questions", _NO_HEADER)
        read_rows(_rows(reader, titles, name), titles, reading)
    except csv.Error as error:
        hint = "Save the sheet again as CSV."
        raise ForeignFileError(f"{name}:{reader.line_num}:1", f"this is no sound CSV ({error})", hint) from None
    return reading.result()


def _rows(reader: Iterator[list[str]], titles: list[str], name: str) -> Iterator[Row]:
    columns = [column_name(title) for title in titles]
    for cells in reader:
        number = reader.line_num  # type: ignore[attr-defined]  # of csv's own reader

        def place(_column: str, number: int = number) -> str:
            return f"{name}:{number}:1"

        values = dict(zip(columns, (cell[1:] if _is_guarded(cell) else cell for cell in cells), strict=False))
        yield Row(values, place)


def _is_guarded(cell: str) -> bool:
    return cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'"))


def write(items: Sequence[Item], _context: Context) -> Written:
    """A row for each item; a text that a spreadsheet would run as a formula stands behind an apostrophe."""
    held = StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerows(tuple(map(_guarded, row)) for row in rows(items))
    return Written(held.getvalue().encode("utf-8-sig"))


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) or _is_guarded(cell) else cell


FORMAT = Format(name="csv", title="CSV", suffixes=(".csv", ".tsv"), knows=knows, read=read, write=write)
