"""Kills the program at random moments of drills, exams, imports and restores, and looks at what it kept.

A drill or an exam is fed from a pipe, a line at a time, and told apart by what it has shown: an answer
that was shown as taken must be in the store.
"""

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.record.drill_text import from_text
from cps_quiz.journeys.drill.practice import index
from cps_quiz.store.progress import Progress

VERDICT = re.compile(rb"^(?:Right|Not this one|Not these|Partly right|Half right|You ticked)", re.MULTILINE)
ASKED = re.compile(rb"^Question (\d+) of ", re.MULTILINE)


class Kill(NamedTuple):
    """What one kill left: answers shown and kept, what SQLite says, whether all goes on and agrees."""

    shown: int
    kept: int
    integrity: str
    resumes: bool
    doubled: int = 0


def kill_once(home: Path, seed: int) -> Kill:
    """Start a drill in an empty `home`, answer it, kill it at a moment that `seed` chooses."""
    chance = random.Random(seed)
    typed = b"".join(chance.choice([b"a\n", b"b\n", b"a b\n", b"1\n"]) for _ in range(400))
    out = _killed(home, chance.uniform(0.0, 0.6), typed, "drill", "-n", "40", "--plain")
    return _left(home, len(VERDICT.findall(out)))


def kill_exam(home: Path, seed: int) -> Kill:
    """The same with an exam: a question that was shown after another one has that one's answer kept."""
    chance = random.Random(seed)
    typed = b"".join(chance.choice([b"a\n", b"b\n", b"c\n"]) for _ in range(20))
    out = _killed(home, chance.uniform(0.0, 0.6), typed, "exam", "--items", "50", "--plain", waits=True)
    return _left_exam(home, max(0, len(ASKED.findall(out.partition(b"\nMock exam ")[0])) - 1))


def kill_import(home: Path, seed: int, log: Path) -> Kill:
    """Kill an import of `log`, then do it again: all of it is there once."""
    chance = random.Random(seed)
    _killed(home, chance.uniform(0.05, 0.5), b"", "history", "import", str(log))
    _run(home, "history", "import", str(log))
    wanted = {line["id"] for text in log.read_text(encoding="utf-8").splitlines() if "id" in (line := json.loads(text))}
    return _left(home, len(wanted))


def kill_restore(home: Path, seed: int, copy: Path) -> Kill:
    """Kill the putting back of `copy` over other progress: one of the two is there whole, and none is lost."""
    chance = random.Random(seed)
    with closing(sqlite3.connect(copy)) as connection:
        count = connection.execute("SELECT count(*) FROM answers").fetchone()[0]
    before = _count(home / "progress.db")
    _killed(home, chance.uniform(0.05, 0.5), b"", "history", "restore", str(copy))
    moved = [_count(path) for path in home.glob("progress-2*.db")]
    now = _count(home / "progress.db") if (home / "progress.db").exists() else 0
    left = _left(home, 0) if now else Kill(0, 0, "ok", resumes=True)
    whole = before in moved or now == before
    return left._replace(shown=count if now != before and now else 0, kept=now, resumes=whole and left.resumes)


def locked_for(home: Path, seconds: float) -> Kill:
    """Answer a drill while another program holds the database; all that is answered is kept in the end."""
    process = _start(home, "drill", "-n", "40", "--plain")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"a\nb\n" * 3)
    process.stdin.flush()
    out = _read_to(process, b"Question 2 of ")
    with closing(sqlite3.connect(home / "progress.db", isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for _ in range(5):
            process.stdin.write(b"a\nb\n")
            process.stdin.flush()
            time.sleep(seconds / 5)
        other.execute("ROLLBACK")
    process.stdin.write(b"a\n" * 3)
    process.stdin.close()
    out += process.stdout.read()
    process.stdout.close()
    process.wait()
    return _left(home, len(VERDICT.findall(out)))


def _start(home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "cps_quiz", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "CPS_QUIZ_HOME": str(home)},
    )


def _run(home: Path, *arguments: str) -> bytes:
    process = _start(home, *arguments)
    out, _ = process.communicate(timeout=60)
    return out


def _killed(home: Path, seconds: float, typed: bytes, *arguments: str, waits: bool = False) -> bytes:
    """What the program wrote until it was killed, some time after its first question if anything is typed.

    With `waits` the lines come one after the other.
    """
    process = _start(home, *arguments)
    assert process.stdin is not None
    assert process.stdout is not None
    out = _read_to(process, b"Question 1 of ") if typed else b""
    with suppress(BrokenPipeError):
        for line in typed.splitlines(keepends=True) if waits else [typed]:
            process.stdin.write(line)
            process.stdin.flush()
            time.sleep(0.01 if waits else 0)
        time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    out += process.stdout.read()
    with suppress(BrokenPipeError):
        process.stdin.close()
    process.stdout.close()
    process.wait()
    return out


def _read_to(process: subprocess.Popen[bytes], words: bytes) -> bytes:
    """What the program writes until it has written `words`."""
    assert process.stdout is not None
    out = b""
    while words not in out and (got := os.read(process.stdout.fileno(), 65536)):
        out += got
    return out


def _count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM answers").fetchone()[0])


def _left(home: Path, shown: int) -> Kill:
    path = home / "progress.db"
    if not path.exists():
        return Kill(shown, 0, "ok", resumes=shown == 0)
    with closing(Progress(path)) as store:
        there = [entry.id for entry, undone in store.log() if undone is None]
        resumes = (_resumes(store) if there else True) and store.agrees()
    return Kill(shown, len(there), _integrity(path), resumes, len(there) - len(set(there)))


def _left_exam(home: Path, shown: int) -> Kill:
    """What is kept of an exam: its answers stand in its plan until it is handed in."""
    path = home / "progress.db"
    if not path.exists():
        return Kill(shown, 0, "ok", resumes=shown == 0)
    with closing(Progress(path)) as store:
        left = store.unfinished("exam")
        places = json.loads(left.plan)["places"] if left else []
        kept = sum(place["response"] is not None for place in places)
        prints = {place["print"] for place in places}
        resumes = {one.fingerprint for one in store.questions(prints)} == prints
    return Kill(shown, kept, _integrity(path), resumes)


def _integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def _resumes(store: Progress) -> bool:
    """Whether the drill goes on after what was kept; one that had just ended has nothing to go on with."""
    left = store.unfinished("drill")
    if left is None:
        return True
    answers = store.answers_of(left.id)
    drill = from_text(left.plan, left.seed, index(load([shipped()]).items), answers)
    return len(drill.answers) == len(answers) and drill.total == 40
