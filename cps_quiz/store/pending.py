"""Answers that the tables of skills and sums do not hold yet: those of sittings that are not over.

While a drill goes on these tables are not needed, so that an answer is kept without them. They are brought up to
the log when the sitting ends, and before anything is changed that is older. Who reads them before, reads both.
"""

import sqlite3

from cps_quiz.core.record.log import Logged
from cps_quiz.store.rows import logged_of

QUERY = """
SELECT answers.* FROM this_machine CROSS JOIN attempts CROSS JOIN answers
WHERE this_machine.seq > taken_in AND attempts.ended_at IS NULL AND answers.attempt = attempts.id
AND answers.machine = this_machine.id AND answers.seq > taken_in AND answers.id NOT IN (SELECT answer FROM undone)
ORDER BY answers.seq
"""
"""In this order of tables no more is read than the sittings that are not over; where nothing is pending, not those."""


def answers(connection: sqlite3.Connection) -> list[Logged]:
    """What is pending, in the order of answering."""
    return [logged_of(row) for row in connection.execute(QUERY)]


def is_pending(connection: sqlite3.Connection, entry: Logged) -> bool:
    """Whether an answer is in the log only."""
    found = connection.execute(
        "SELECT 1 FROM this_machine WHERE id = ? AND taken_in < ?", (entry.machine, entry.seq)
    ).fetchone()
    return found is not None


def all_taken_in(connection: sqlite3.Connection) -> None:
    """Note that nothing is pending."""
    connection.execute("UPDATE this_machine SET taken_in = seq WHERE taken_in < seq")


def taken_in(connection: sqlite3.Connection, last: Logged) -> None:
    """Note that nothing is pending up to the `last` of some answers."""
    connection.execute("UPDATE this_machine SET taken_in = max(taken_in, ?)", (last.seq,))
