"""What to do next: a sentence, and the command that a key starts."""

from collections.abc import Sequence
from typing import NamedTuple

PROGRAM = "cps-quiz"


class Step(NamedTuple):
    """What can be done next; `command` are the words after the program's name, none for what has no command."""

    said: str
    command: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """The command as it would be typed; "" where there is none."""
        from shlex import join

        return f"{PROGRAM} {join(self.command)}" if self.command else ""


def in_line(step: Step) -> str:
    """A step and its command in one line, where nothing can be pressed."""
    return f"{step.said}: {step.typed}" if step.command else f"{step.said}."


def numbered(steps: Sequence[Step]) -> list[str]:
    """Steps as lines to be read aloud, each with the key that starts it."""
    return [f"{number}. {in_line(step)}" for number, step in enumerate(steps, 1)]


def step_of(key: str, steps: Sequence[Step]) -> Step | None:
    """The step that a digit starts."""
    number = int(key) if len(key) == 1 and key in "123456789" else 0
    return steps[number - 1] if 1 <= number <= len(steps) else None
