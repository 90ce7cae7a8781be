"""What the preview of a bank says to those who write it."""

from cps_quiz.core.counting import counted
from cps_quiz.words.keys import MORE

NOTHING = "No question of this file can be shown yet."
WELL = "check: nothing to mend here."
NOTES = "check says:"
COVERED = "The answers are covered: o opens them."


def footer(more: bool) -> str:  # noqa: FBT001 - as footers are called
    """The keys below a page."""
    return f"enter next{f'|{MORE}' if more else ''}|o open or cover|backspace back|q stop"


def heading(number: int, count: int, id_: str) -> str:
    """Which question of how many this is."""
    return f"{id_} · {number} of {count}"


def elsewhere(count: int) -> str:
    """What leads to the problems that belong to no question that is shown."""
    return f"{counted(count, 'problem')} outside of the questions shown:"


def changed(count: int) -> str:
    """What is said when the file was read again."""
    return f"Read again: {counted(count, 'question')}."
