"""Kills the program at random moments of a drill, and looks at what it kept.

The drill is fed from a pipe, a line at a time, and told apart by what it has shown: an answer
whose verdict was read must be in the store.
"""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.record.drill_text import from_text
from cps_quiz.journeys.drill.practice import index
from cps_quiz.store.progress import Progress

VERDICT = re.compile(rb"^(?:Right|Not this one|Partly right|You ticked)", re.MULTILINE)


class Kill(NamedTuple):
    """What one kill left: answers shown and kept, what SQLite says, whether the drill can go on."""

    shown: int
    kept: int
    integrity: str
    resumes: bool


def kill_once(home: Path, seed: int) -> Kill:
    """Start a drill in an empty `home`, answer it, kill it at a moment that `seed` chooses."""
    chance = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, "-m", "cps_quiz", "drill", "-n", "40", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "CPS_QUIZ_HOME": str(home)},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"".join(chance.choice([b"a\n", b"b\n", b"a b\n", b"1\n"]) for _ in range(400)))
    process.stdin.flush()
    time.sleep(chance.uniform(0.1, 0.6))
    process.send_signal(signal.SIGKILL)
    shown = len(VERDICT.findall(process.stdout.read()))
    process.stdin.close()
    process.stdout.close()
    process.wait()
    return _left(home, shown)


def _left(home: Path, shown: int) -> Kill:
    path = home / "progress.db"
    if not path.exists():
        return Kill(shown, 0, "ok", resumes=shown == 0)
    store = Progress(path)
    kept = sum(undone is None for _, undone in store.log())
    resumes = _resumes(store) if kept else True
    store.close()
    connection = sqlite3.connect(path)
    integrity = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    return Kill(shown, kept, integrity, resumes)


def _resumes(store: Progress) -> bool:
    """Whether the drill goes on after what was kept; one that had just ended has nothing to go on with."""
    left = store.unfinished("drill")
    if left is None:
        return True
    answers = store.answers_of(left.id)
    drill = from_text(left.plan, left.seed, index(load([shipped()]).items), answers)
    return len(drill.answers) == len(answers) and drill.total == 40
