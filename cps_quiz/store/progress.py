"""A learner's progress on disk."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from cps_quiz.core.record.log import Aside, Attempt, Kept, Logged, Question, Rest
from cps_quiz.errors import EndedElsewhereError, TakenOverError
from cps_quiz.store import derived, merging, times
from cps_quiz.store.database import (
    PATIENCE_SECONDS,
    StoreUnusableError,
    explained,
    open_database,
    refuse_damaged,
    snapshot,
    transaction,
)
from cps_quiz.store.folding import Folding
from cps_quiz.store.marks import Marks
from cps_quiz.store.merging import INSERT, mark_undone
from cps_quiz.store.queries import Queries
from cps_quiz.store.rows import logged_of, row_of

_ONE = "SELECT * FROM answers WHERE attempt = ? AND id = ?"

_LAST_OF_A_DRILL = """
SELECT answers.* FROM answers JOIN attempts ON attempts.id = answers.attempt
WHERE attempts.kind IN ('drill', 'cram') AND answers.id NOT IN (SELECT answer FROM undone)
ORDER BY answers.machine IS (SELECT id FROM this_machine) DESC,
ifnull(counted_at, answered_at) DESC, answers.seq DESC, answers.id DESC LIMIT 1
"""
_KEEP_ATTEMPT = """
INSERT INTO attempts (id, kind, seed, started_at, plan, owner) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET plan = excluded.plan
WHERE ended_at IS NULL AND (excluded.owner IS NULL OR owner IS NULL OR owner = excluded.owner)
"""


class Progress(Queries):
    """The database of one learner. Every method that writes does so in one transaction.

    Where the file was moved away meanwhile, by `history reset` or `restore` in another window, it goes on in
    the new one, and `moved` says so.
    """

    def __init__(self, path: Path, patience: float = PATIENCE_SECONDS, folding: Folding | None = None) -> None:
        """Open or make the database at `path`, waiting `patience` seconds for others; raises StoreError."""
        self.path = path
        self.moved = False
        self._patience = patience
        self._folding = folding or Folding(path)
        self._open()

    def _open(self) -> None:
        self._connection = open_database(self.path, derived.rebuild, self._patience)
        self._file = _identity(self.path)

    @property
    def marks(self) -> Marks:
        """What the learner marked."""
        return Marks(lambda: self._connection, self.path, self._writing)

    def close(self) -> None:
        """Let go of the file; all is folded into it, unless others have it open."""
        self._folding.stop()
        self._connection.close()

    def be_patient(self, seconds: float) -> None:
        """Wait for other programs so long from here on."""
        self._patience = seconds
        self._connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def record(self, entry: Logged, attempt: Attempt, *, late: bool = False) -> bool:
        """Keep an answer, the memory that it changes, and how the sitting goes on; durable on return.

        Whether its clock is doubted: never of one that comes `late`. Raises EndedElsewhereError or TakenOverError.
        """
        with self._writing():
            self._hold(attempt)
            added = self._add(entry, late=late)
        self._folding.soon()
        return added is not None and added.doubtful

    def keep_answers(self, entries: Iterable[Logged]) -> None:
        """Keep answers that were given some time ago, whatever became of their sitting."""
        with self._writing():
            derived.catch_up(self._connection)
            added = [self._add(entry, late=True) for entry in entries]
            derived.take_in(self._connection, [entry for entry in added if entry is not None])

    def finish(self, attempt: Attempt, entries: Iterable[Logged], exam: Kept, at: int, *, late: bool = False) -> None:
        """Keep an exam that was over `at` some time (milliseconds), its answers, and the memories that they change.

        Raises EndedElsewhereError when it is kept already, and TakenOverError.
        """
        with self._writing():
            if not merging.add_exam(self._connection, exam):
                raise EndedElsewhereError
            self._hold(attempt)
            for entry in entries:
                self._add(entry, late=late)
            self._end(attempt.id, at)

    def undo(self, answer: str, at: int, attempt: Attempt) -> None:
        """Take an answer back: the log keeps it and says so, the memory is as before."""
        with self._writing():
            if not self._keep(attempt):
                self._refuse_if_taken_over(attempt)
            row = self._connection.execute(_ONE, (attempt.id, answer)).fetchone()
            if row is not None and mark_undone(self._connection, answer, at):
                derived.take_away(self._connection, logged_of(row))
        self._folding.soon()

    def undo_last(self, at: int) -> Logged | None:
        """Take back the last answer of a drill that still stands; None when there is none.

        Those that were given here come first; in a database that was restored there are none of them at first.
        """
        with self._writing():
            row = self._connection.execute(_LAST_OF_A_DRILL).fetchone()
            if row is None:
                return None
            entry = logged_of(row)
            mark_undone(self._connection, entry.id, at)
            derived.take_away(self._connection, entry)
            return entry

    def delete_exam(self, exam: str, at: int) -> int:
        """Note that an exam is deleted, and take its answers back; how many those were."""
        with self._writing():
            return merging.delete_exam(self._connection, exam, at)

    def save(self, attempt: Attempt) -> bool:
        """Note how a sitting goes on; False when it was ended meanwhile, or taken over, in another window."""
        with self._writing():
            kept = self._keep(attempt)
            derived.catch_up(self._connection)
        self._folding.soon()
        return kept

    def check(self, attempt: str, owner: str) -> None:
        """Make sure that a sitting, if it is kept at all, is still kept by `owner`.

        Raises EndedElsewhereError or TakenOverError.
        """
        row = self._one("SELECT kind, owner, ended_at FROM attempts WHERE id = ?", attempt)
        if row is not None and row["ended_at"] is not None:
            raise EndedElsewhereError(row["kind"])
        if row is not None and row["owner"] not in {None, owner}:
            raise TakenOverError(row["kind"])

    def take_over(self, attempt: str, owner: str) -> None:
        """Have a sitting kept by another window from here on."""
        with self._writing():
            self._connection.execute("UPDATE attempts SET owner = ? WHERE id = ?", (owner, attempt))

    def keep_questions(self, questions: Iterable[Question]) -> None:
        """Keep questions as they are asked; those that are here already stay."""
        with self._writing():
            merging.add_questions(self._connection, questions)

    def end(self, attempt: str, at: int, owner: str | None = None) -> None:
        """Note that a sitting is over and needs no resuming; one that another window keeps goes on there."""
        with self._writing():
            self._end(attempt, at, owner)

    def put_aside(self, aside: Aside) -> None:
        """Note that an item or topic is not to be asked now, or again."""
        with self._writing():
            merging.add_rest(self._connection, Rest(asides=(aside,)))

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a choice."""
        with self._writing():
            self._connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        """Add answers of another log; those that are here already change nothing. How many were new."""
        with self._writing():
            return merging.merge(self._connection, entries)

    def merge_exams(self, exams: Iterable[Kept]) -> int:
        """Add exams of another log; those that are here already change nothing. How many were new."""
        with self._writing():
            return sum(merging.add_exam(self._connection, exam) for exam in exams)

    def merge_sittings(self, sittings: Iterable[tuple[Attempt, int | None]]) -> None:
        """Note how sittings went on, and when they were over (milliseconds) if they were."""
        with self._writing():
            for attempt, ended_at in sittings:
                self._keep(attempt)
                if ended_at is not None:
                    self._end(attempt.id, ended_at)

    def merge_rest(self, rest: Rest) -> None:
        """Add what else stands in another log."""
        with self._writing():
            merging.add_rest(self._connection, rest)

    def copy_into(self, other: sqlite3.Connection) -> None:
        """Copy all of the database into another one."""
        with explained(self.path):
            self._connection.backup(other)

    def merge_secret(self, value: str) -> None:
        """Keep a secret; of two, the smaller one holds."""
        with self._writing():
            merging.keep_secret(self._connection, value)

    def rebuild(self) -> None:
        """Make memories and totals again from the log."""
        with self._writing():
            derived.rebuild(self._connection)

    def agrees(self) -> bool:
        """Whether memories and totals are what the log gives. Reads all of the log."""
        with explained(self.path), snapshot(self._connection):
            return derived.agrees(self._connection)

    def wrong_clocks(self, now: int) -> list[times.Mended]:
        """What `mend_clocks` would change, if it is `now` (milliseconds)."""
        with explained(self.path), snapshot(self._connection):
            refuse_damaged(self._connection)
            return times.mend(self._connection, now)

    def mend_clocks(self, now: int) -> None:
        """Judge anew which clocks were wrong, by all that was answered since, and count all answers by that."""
        with self._writing():
            times.mend(self._connection, now)
            derived.rebuild(self._connection)

    def _writing(self) -> AbstractContextManager[None]:
        if _identity(self.path) != self._file:
            self._reopen()
        return transaction(self._connection, self.path)

    def _reopen(self) -> None:
        """Go on in the database that stands in the place of this one now."""
        if not self.path.parent.is_dir():
            raise StoreUnusableError(self.path, "its folder is gone")
        old = self._connection
        self._open()
        self.moved = True
        with suppress(sqlite3.Error):
            old.close()

    def _add(self, entry: Logged, *, late: bool) -> Logged | None:
        """Put an answer into the log, and into the memories of items, as it counts.

        Only one that comes `late` may be there already; None then.
        """
        if late and self._connection.execute(_ONE, (entry.attempt, entry.id)).fetchone():
            return None
        placed, mended = times.place(self._connection, entry, late=late)
        derived.recount(self._connection, mended)
        self._connection.execute(INSERT, row_of(placed))
        derived.add(self._connection, placed)
        return placed

    def _hold(self, attempt: Attempt) -> None:
        if not self._keep(attempt):
            self._refuse_if_taken_over(attempt)
            raise EndedElsewhereError(attempt.kind)

    def _refuse_if_taken_over(self, attempt: Attempt) -> None:
        row = self._connection.execute("SELECT owner FROM attempts WHERE id = ?", (attempt.id,)).fetchone()
        if attempt.owner is not None and row["owner"] not in {None, attempt.owner}:
            raise TakenOverError(attempt.kind)

    def _keep(self, attempt: Attempt) -> bool:
        return bool(self._connection.execute(_KEEP_ATTEMPT, attempt).rowcount)

    def _end(self, attempt: str, at: int, owner: str | None = None) -> None:
        derived.catch_up(self._connection)
        self._connection.execute(
            "UPDATE attempts SET ended_at = ?1, plan = NULL"
            " WHERE id = ?2 AND (?3 IS NULL OR owner IS NULL OR owner = ?3)",
            (at, attempt, owner),
        )


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time of Path.stat, before each answer
    except OSError:
        return None
    return found.st_dev, found.st_ino
