"""What can be read of a damaged database, page by page.

SQLite itself reads each page, told that it is the root of a table. So one page that is gone takes nothing with it
but its own rows, not even where it was the first of a table, or of the file.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Protocol

from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.record.lines import (
    answer_line,
    aside_line,
    choice_line,
    exam_deleted_line,
    exam_line,
    flag_line,
    note_line,
    question_line,
    secret_line,
    sitting_line,
    undone_line,
)
from cps_quiz.core.record.log import Aside, Attempt, Kept, Question
from cps_quiz.core.record.marks import Flag, Note
from cps_quiz.store.database import explained, open_database, refuse_newer
from cps_quiz.store.rows import logged_of

PAGE = 4096
"""Bytes of a page: what SQLite takes unless told otherwise, and nobody tells it here."""

_JOURNAL = "-journal"
_WITH_ROWS = {0x02, 0x0A, 0x0D}
"""First bytes of pages that hold rows (https://www.sqlite.org/fileformat2.html#b_tree_pages)."""

_WAL, _ROLLBACK = b"\x02\x02", b"\x01\x01"
"""Which log a database has, by the 18th and 19th byte of its header."""


class Finds(Protocol):
    """Takes what is found; each method tells whether it was sound."""

    def line(self, line: str) -> bool:
        """A line as an export has it, or a file of what waits."""

    def given(self, machine: object, answers: object) -> bool:
        """How many answers were given in a database."""

    def counted(self, day: object, answers: object) -> bool:
        """How many answers of a topic count on a day."""


def read_damaged(path: Path, finds: Finds) -> None:
    """Hand over all that can be read of the database at `path`, in any order; that file is only copied.

    Raises StoreNewerError or StoreUnusableError.
    """
    refuse_newer(path)
    with explained(path), copied(path) as copy:
        first = _first_page(copy.parent)
        _roll_back(copy)
        _put_first(copy, first, _WAL)
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.with_name(f"{copy.name}-wal").unlink(missing_ok=True)
        _put_first(copy, first, _ROLLBACK)
        _read_pages(copy, finds)


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """A copy of a database as it is, with its log or journal, beside it, else where the system has its own."""
    beside = path.parent if os.access(path.parent, os.W_OK) else None
    with TemporaryDirectory(prefix=".salvage-", dir=beside) as folder:
        copy = Path(folder, "copy.db")
        for ending in ("", "-wal", _JOURNAL):
            there = path.with_name(path.name + ending)
            if there.exists():
                copyfile(there, copy.with_name(copy.name + ending))
        yield copy


def _roll_back(copy: Path) -> None:
    """Undo what a killed program had begun to write, where there is a rollback journal."""
    journal = copy.with_name(copy.name + _JOURNAL)
    if journal.exists():
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(copy)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema")
        journal.unlink(missing_ok=True)


def _first_page(folder: Path) -> bytes:
    """The first page of a database that has the tables that are read and nothing else."""
    with closing(open_database(folder / "new.db", lambda _: None)) as new:
        made = [_definition(new, table) for table in _LINES]
    with closing(sqlite3.connect(folder / "first.db", isolation_level=None)) as first:
        first.execute(f"PRAGMA page_size = {PAGE}")
        for statement in made:
            first.execute(statement)
    return (folder / "first.db").read_bytes()[:PAGE]


def _definition(new: sqlite3.Connection, table: str) -> str:
    """What makes the table, with one more column: where it holds something, a row is of another table."""
    (sql,) = new.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    columns = new.execute("SELECT name, type, pk FROM pragma_table_info(?)", (table,)).fetchall()
    keys = ", ".join(name for name, _, place in sorted(columns, key=lambda column: column[2]) if place)
    names = ", ".join(f"{name} {kind}" for name, kind, _ in columns)
    ending = " WITHOUT ROWID" if "WITHOUT ROWID" in sql else ""
    return f"CREATE TABLE {table} ({names}, beyond, PRIMARY KEY ({keys})){ending}"


def _put_first(copy: Path, first: bytes, log: bytes) -> None:
    """Give the file its first page, which tells how many there are; what was cut off is filled up.

    So are pages that are missing at the end: each table of the first page needs one to begin at.
    """
    pages = max(int.from_bytes(first[28:32]), -(-copy.stat().st_size // PAGE))
    with copy.open("r+b") as file:
        file.truncate(pages * PAGE)
        file.write(first[:18] + log + first[20:28] + pages.to_bytes(4) + first[32:])


def _read_pages(copy: Path, finds: Finds) -> None:
    tables, seen = list(_LINES), set[int]()
    for page in _pages_with_rows(copy):
        with closing(_rooted(copy, page)) as connection:
            for table in tables:
                if _read_table(connection, table, finds, seen):
                    tables.remove(table)
                    tables.insert(0, table)  # pages of one table often stand together
                    break


def _pages_with_rows(copy: Path) -> Iterator[int]:
    with copy.open("rb") as file:
        for page in range(2, copy.stat().st_size // PAGE + 1):
            file.seek((page - 1) * PAGE)
            if file.read(1)[0] in _WITH_ROWS:
                yield page


def _rooted(copy: Path, page: int) -> sqlite3.Connection:
    """A connection for which every table begins at that page."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET rootpage = ?", (page,))
    connection = sqlite3.connect(copy)
    connection.row_factory = sqlite3.Row
    connection.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    return connection


def _read_table(connection: sqlite3.Connection, table: str, finds: Finds, seen: set[int]) -> bool:
    """Read rows from both ends, each up to what cannot be read; whether any was one of that table."""
    found = False
    for backwards in (False, True):
        connection.execute(f"PRAGMA reverse_unordered_selects = {backwards}")
        try:
            for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - names of our own
                found |= _tell(table, row, finds, seen)
        except sqlite3.DatabaseError:
            continue
        break
    return found


def _tell(table: str, row: sqlite3.Row, finds: Finds, seen: set[int]) -> bool:
    """Hand a row over, unless it was before; whether it is one of that table."""
    known = hash((table, *tuple(row)[:2]))
    if known in seen:
        return True
    try:
        if row["beyond"] is not None or not _LINES[table](row, finds):
            return False
    except (ValueError, TypeError, sqlite3.DatabaseError):
        return False
    seen.add(known)
    return True


def _exam(row: sqlite3.Row, finds: Finds) -> bool:
    exam = Kept(*tuple(row)[:5])
    deleted = exam.deleted_at
    return finds.line(exam_line(exam)) and (deleted is None or finds.line(exam_deleted_line(exam.id, deleted)))


def _setting(row: sqlite3.Row, finds: Finds) -> bool:
    name, value, _ = row
    return isinstance(name, str) and isinstance(value, str) and finds.line(choice_line(name, value))


def _flag(row: sqlite3.Row) -> Flag:
    return Flag(ItemId(row["item"]), bool(row["flagged"]), row["at"])


def _sitting(row: sqlite3.Row, finds: Finds) -> bool:
    attempt = Attempt(row["id"], row["kind"], row["seed"], row["started_at"], row["plan"] or "")
    return finds.line(sitting_line(attempt, row["ended_at"]))


_LINES: dict[str, Callable[[sqlite3.Row, Finds], bool]] = {
    "answers": lambda row, finds: finds.line(answer_line(logged_of(row))),
    "undone": lambda row, finds: finds.line(undone_line(row["answer"], row["at"])),
    "attempts": _sitting,
    "exams": _exam,
    "questions": lambda row, finds: finds.line(
        question_line(Question(row["print"], row["fingerprint"], row["question"]))
    ),
    "settings": _setting,
    "asides": lambda row, finds: finds.line(aside_line(Aside(*tuple(row)[:4]))),
    "flags": lambda row, finds: row["flagged"] in {0, 1} and finds.line(flag_line(_flag(row))),
    "notes": lambda row, finds: finds.line(note_line(Note(ItemId(row["item"]), row["text"], row["at"]))),
    "unknown_lines": lambda row, finds: finds.line(row["line"]),
    "secret": lambda row, finds: finds.line(secret_line(row["value"])),
    "this_machine": lambda row, finds: row["day"] is not None and finds.given(row["id"], row["seq"]),
    "days": lambda row, finds: finds.counted(row["day"], row["answers"]),
}
"""The tables of the log, and one that tells how many answers there were; and what each row tells."""
