"""Opening the database of progress: its place, its version, and what can be wrong with it."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from cps_quiz.errors import QuizError
from cps_quiz.store.settings import HOME

PATIENCE_SECONDS = 30.0
"""How long a command waits for another process that is writing."""

SHORT_PATIENCE_SECONDS = 1.2
"""The same while somebody looks at a screen. Our own choice, with room below two seconds."""

_HELD = "another program holds it"
_REASONS = {
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it may only be read",
}
_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NO_SHARED_MEMORY = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}
"""What SQLite says where it can't share memory, and also of a file that cannot be used at all."""

_MAGIC = b"SQLite format 3\0"
Derive = Callable[[sqlite3.Connection], None]
"""Makes all that follows from the log anew."""

_MIGRATIONS = Path(__file__).parent / "migrations"


class StoreError(QuizError):
    """The database of progress cannot be used; its file is left as it is. `reason` says why in a few words."""

    reason: str


class StoreNewerError(StoreError):
    """A newer version of the program wrote the database."""

    reason = "a newer cps-quiz has it"

    def __init__(self, path: Path) -> None:
        super().__init__(f"Your progress in {path} was kept by a newer cps-quiz.", "Update cps-quiz to go on with it.")


class StoreDamagedError(StoreError):
    """The file is no database, or a broken one."""

    reason = "the file is damaged"

    def __init__(self, path: Path, copy: bool = False) -> None:  # noqa: FBT001, FBT002
        named = f" {path}" if copy else ""
        super().__init__(
            f"Your progress in {path} cannot be read: the file is damaged. It was left as it is.",
            f"To save what can be read of it: cps-quiz history salvage{named}",
        )


class StoreUnusableError(StoreError):
    """The system will not have the file opened or written."""

    def __init__(self, path: Path, reason: str) -> None:
        cure = f"Make room there, or name another folder in {HOME}."
        if reason == _HELD:
            cure = "Try again when it has ended. Drills and exams go on meanwhile: their answers wait to be kept."
        super().__init__(f"Your progress cannot be kept in {path}: {reason}.", cure)
        self.reason = reason


def database_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the database is, or would be."""
    home = environment.get(HOME)
    if home:
        return Path(home, "progress.db")
    from platformdirs import user_data_path

    return user_data_path("cps-quiz", appauthor=False) / "progress.db"


def open_database(path: Path, derive: Derive, patience: float = PATIENCE_SECONDS) -> sqlite3.Connection:
    """A connection to the database at `path`, made or brought up to date if need be; it waits `patience` seconds.

    After a migration of what was there before, `derive` makes anew what follows from the log.

    Raises StoreNewerError, StoreDamagedError or StoreUnusableError.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path, patience)
        connection.row_factory = sqlite3.Row
        try:
            _check_version(connection, path)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection, path, derive)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    """A connection with a write-ahead log; with a rollback journal where there is no shared memory for one.

    One that has come to a journal keeps it: to try again would change the file under those who have it open.
    """
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        if not _has_shared_memory(connection):
            connection.close()
            connection = sqlite3.connect(path, timeout=0, isolation_level=None)
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # needs no shared memory to read what is there
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA locking_mode = NORMAL")
            connection.execute("PRAGMA user_version")  # lets go of the lock
        connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
    except BaseException:
        connection.close()
        raise
    return connection


def _has_shared_memory(connection: sqlite3.Connection) -> bool:
    """Whether a database with a write-ahead log can be written; a new one is given such a log first."""
    try:
        mode = "WAL" if schema_version(connection) == 0 else ""
        if connection.execute(f"PRAGMA journal_mode {f'= {mode}' if mode else ''}").fetchone()[0] == "wal":
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in _IN_USE:
            return True
        if error.sqlite_errorcode & 0xFF in _NO_SHARED_MEMORY:
            return False
        raise
    return True


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into sentences."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        raise _sentence(path, error) from None


def _sentence(path: Path, error: sqlite3.DatabaseError | OSError) -> StoreError:
    match error:
        case sqlite3.OperationalError() if hasattr(error, "sqlite_errorcode"):  # else text that is no text
            return StoreUnusableError(path, _REASONS.get(error.sqlite_errorcode & 0xFF, str(error)))
        case sqlite3.DatabaseError():
            return StoreDamagedError(path)
        case _:
            return StoreUnusableError(path, (error.strerror or str(error)).lower())


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All that is written in the block, or nothing of it; what SQLite says is turned into sentences.

    Raises StoreNewerError where a newer program has brought the database up to date meanwhile.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        _check_version(connection, path)
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.DatabaseError | OSError):
            raise _sentence(path, error) from None
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read in the block is of one moment, and nothing that is written in it stays."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def refuse_damaged(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError where a page is damaged, whatever it holds. Reads all of the file."""
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def schema_version(connection: sqlite3.Connection) -> int:
    """How many migrations the database has seen; 0 for one that is empty, or of another program."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@cache
def _migrations() -> list[Path]:
    return sorted(_MIGRATIONS.glob("[0-9][0-9][0-9].sql"))


def refuse_newer(path: Path) -> None:
    """Raises StoreNewerError where the first page, as far as it can be read, is of a newer version."""
    with explained(path), path.open("rb") as file:
        head = file.read(64)
    if head.startswith(_MAGIC) and int.from_bytes(head[60:64]) > len(_migrations()):
        raise StoreNewerError(path)


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    if schema_version(connection) > len(_migrations()):
        raise StoreNewerError(path)


def _migrate(connection: sqlite3.Connection, path: Path, derive: Derive) -> None:
    """Run the migrations that the database has not seen, each whole or not at all; a copy of it is kept aside."""
    scripts = _migrations()
    before = schema_version(connection)
    if 0 < before < len(scripts):
        _copy_aside(connection, path.with_name(f"{path.stem}-before-{before + 1:03}.db"))
    while schema_version(connection) < len(scripts):
        with transaction(connection, path):
            done = schema_version(connection)
            if done < len(scripts):
                for statement in _statements(scripts[done].read_text(encoding="utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {done + 1}")
            if 0 < before < len(scripts) == done + 1:
                derive(connection)


def _copy_aside(connection: sqlite3.Connection, path: Path) -> None:
    """A copy of the whole database at `path`, made elsewhere and then moved there; one that is there stays."""
    if path.exists():
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(beside)) as copy:
            connection.backup(copy)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _statements(script: str) -> list[str]:
    """The statements of a migration; `executescript` would commit each on its own."""
    lines = (line for line in script.splitlines() if not line.startswith("--"))
    return [statement for statement in "\n".join(lines).split(";") if statement.strip()]
