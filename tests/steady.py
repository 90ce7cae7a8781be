"""Starts the program with a clock that moves with the keys alone, so that its screens are the same every time.

`STEADY_DAY` in the environment is the day, like 2027-03-01.
"""

import os
from datetime import UTC, datetime, timedelta
from itertools import count

from cps_quiz.cli import wiring
from cps_quiz.ui.listening import terminal_keys
from cps_quiz.ui.listening.keys import TICK

TICKS = 12
"""Seconds that pass after each key where the program looks at its clock while it waits."""


class Clock:
    """Stands still until a key comes."""

    def __init__(self, day: str) -> None:
        self.begin = datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC)
        self.seconds = 0
        self.looks = count()

    def now(self) -> datetime:
        """A moment later each time, as two answers of one moment have no order."""
        return self.begin + timedelta(seconds=self.seconds, milliseconds=next(self.looks))

    def elapsed(self) -> float:
        return float(self.seconds)


CLOCK = Clock(os.environ["STEADY_DAY"])


class SteadyKeys(terminal_keys.TerminalKeys):
    """Gives the ticks that a key brings, then waits for the next one as long as it takes."""

    to_come = 0

    def read(self, seconds: float | None = None) -> str:
        if seconds is not None and self.to_come:
            self.to_come -= 1
            CLOCK.seconds += 1
            return TICK
        self.to_come = TICKS
        return super().read()


if __name__ == "__main__":
    wiring.now, wiring.elapsed = CLOCK.now, CLOCK.elapsed
    terminal_keys.TerminalKeys = SteadyKeys  # type: ignore[misc]

    from cps_quiz.cli.app import main

    main()
