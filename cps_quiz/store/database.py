"""Opening the database of progress: its place, its version, and what can be wrong with it."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from cps_quiz.errors import QuizError
from cps_quiz.store.settings import HOME

PATIENCE_SECONDS = 30.0
"""How long to wait for another process that is writing."""

Derive = Callable[[sqlite3.Connection], None]
"""Makes all that follows from the log anew."""

_MIGRATIONS = Path(__file__).parent / "migrations"


class StoreError(QuizError):
    """The database of progress cannot be used; its file is left as it is."""


class StoreNewerError(StoreError):
    """A newer version of the program wrote the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Your progress in {path} was kept by a newer cps-quiz.", "Update cps-quiz to go on with it.")


class StoreDamagedError(StoreError):
    """The file is no database, or a broken one."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Your progress in {path} cannot be read: the file is damaged. It was left as it is.",
            "Put back a copy of it, or start anew with: cps-quiz history reset",
        )


class StoreUnusableError(StoreError):
    """The system will not have the file opened or written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Your progress cannot be kept in {path}: {reason}.", f"Make room there, or name another folder in {HOME}."
        )


def database_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the database is, or would be."""
    home = environment.get(HOME)
    if home:
        return Path(home, "progress.db")
    from platformdirs import user_data_path

    return user_data_path("cps-quiz", appauthor=False) / "progress.db"


def open_database(path: Path, derive: Derive) -> sqlite3.Connection:
    """A connection to the database at `path`, made or brought up to date if need be.

    After a migration of what was there before, `derive` makes anew what follows from the log.

    Raises StoreNewerError, StoreDamagedError or StoreUnusableError.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            _check_version(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection, path, derive)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into sentences."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        raise _sentence(path, error) from None


def _sentence(path: Path, error: sqlite3.DatabaseError | OSError) -> StoreError:
    match error:
        case sqlite3.OperationalError():
            return StoreUnusableError(path, str(error))
        case sqlite3.DatabaseError():
            return StoreDamagedError(path)
        case _:
            return StoreUnusableError(path, (error.strerror or str(error)).lower())


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All that is written in the block, or nothing of it; what SQLite says is turned into sentences."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.DatabaseError | OSError):
            raise _sentence(path, error) from None
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrations() -> list[Path]:
    return sorted(_MIGRATIONS.glob("[0-9][0-9][0-9].sql"))


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) > len(_migrations()):
        raise StoreNewerError(path)


def _migrate(connection: sqlite3.Connection, path: Path, derive: Derive) -> None:
    """Run the migrations that the database has not seen, each whole or not at all; a copy of it is kept aside."""
    scripts = _migrations()
    before = _version(connection)
    if 0 < before < len(scripts):
        _copy_aside(connection, path.with_name(f"{path.stem}-before-{before + 1:03}.db"))
    while _version(connection) < len(scripts):
        with transaction(connection, path):
            done = _version(connection)
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
