"""What was saved of a damaged log."""

from typing import NamedTuple


class Saved(NamedTuple):
    """How many answers and mock exams could be read, and how many are known to be lost."""

    answers: int
    exams: int
    lost_answers: int
    lost_exams: int

    @property
    def lost(self) -> bool:
        """Whether anything is known to be lost."""
        return bool(self.lost_answers or self.lost_exams)
