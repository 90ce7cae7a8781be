"""Locks on files, by whichever means the system has."""

from typing import IO


def lock(file: IO[bytes]) -> bool:
    """Lock an open file until it is closed, without waiting; False when another process holds it.

    Where there are no locks (some network drives) everybody gets one.
    """
    try:
        import fcntl
    except ImportError:
        return _lock_windows(file)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _lock_windows(file: IO[bytes]) -> bool:
    import importlib

    msvcrt = importlib.import_module("msvcrt")
    try:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True
