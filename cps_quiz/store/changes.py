"""Whether anybody else has changed the database since this program closed it last: a sync, a restored copy."""

from contextlib import suppress
from pathlib import Path
from zlib import crc32


def is_changed(path: Path, stamps: Path) -> bool:
    """Whether the database at `path` is another than the one of its stamp in the folder `stamps`."""
    told = _told(path)
    if not told:
        return False
    try:
        return _stamp(path, stamps).read_text(encoding="ascii") != told
    except (OSError, UnicodeDecodeError):
        return True


def stamp(path: Path, stamps: Path) -> None:
    """Note how the database is now. Where that cannot be noted it is checked once more the next time."""
    told = _told(path)
    with suppress(OSError):
        if told:
            stamps.mkdir(parents=True, exist_ok=True)
            _stamp(path, stamps).write_text(told, encoding="ascii")


def _told(path: Path) -> str:
    """Size and time of the file; "" when there is none. One with a log beside it is in use, or was cut off."""
    try:
        found = path.stat()
    except OSError:
        return ""
    log = path.with_name(f"{path.name}-wal")
    return f"{found.st_size} {found.st_mtime_ns} {log.exists() and log.stat().st_size}"


def _stamp(path: Path, stamps: Path) -> Path:
    return stamps / f"closed-{crc32(str(path.absolute()).encode('utf-8', 'surrogateescape')):08x}"
