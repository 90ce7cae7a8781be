"""Choosing a next step where pages are lines, by a key or by a typed number."""

from collections.abc import Callable, Sequence

from cps_quiz.ui.listening.keys import ENDED, ENTER, Keys
from cps_quiz.words import keys as key_words
from cps_quiz.words.steps import Step, numbered, step_of

Say = Callable[[str], None]

Press = Callable[[], str | None]
"""The next key, or the next typed line with ENTER for an empty one; None when none will come."""


def chosen(
    steps: Sequence[Step], press: Press, say: Callable[[str], None], *, enter_starts: bool = False
) -> Step | None:
    """Say what can be done next, and wait for the number of a step; None to leave.

    With `enter_starts`, Enter alone starts the first.
    """
    for line in numbered(steps):
        say(line)
    if not steps:
        return None
    how = key_words.choose_step(len(steps), enter_starts=enter_starts)
    say(how)
    while (key := press()) not in {None, "q", ENDED}:
        if key == ENTER:
            return steps[0] if enter_starts else None
        if (step := step_of(key or "", steps)) is not None:
            return step
        say(how)
    return None


def by_key(keys: Keys) -> Press:
    """Single keys."""
    return keys.pressed


def by_line(line: Callable[[], str | None]) -> Press:
    """Typed lines."""

    def press() -> str | None:
        typed = line()
        return ENTER if typed == "" else typed

    return press
