"""Certainty-based marking: what an answer is worth when the learner says how sure they were.

The marks make honesty pay: who is right less often than a limit does best to say so
(Gardner-Medwin 2006, in Bryan & Clegg, Innovative Assessment in Higher Education;
https://www.ucl.ac.uk/lapt/).
"""

from typing import NamedTuple

from cps_quiz.core.memory.cards import Confidence


class Marks(NamedTuple):
    """A table of marks: for each certainty what a right answer brings, and what a wrong one does."""

    name: str
    right: dict[Confidence, int]
    wrong: dict[Confidence, int]

    def of(self, confidence: Confidence, *, right: bool) -> int:
        """The marks of one answer."""
        return (self.right if right else self.wrong)[confidence]

    @property
    def most(self) -> int:
        """What one answer can bring."""
        return max(self.right.values())

    def pays_from(self, confidence: Confidence) -> float:
        """The chance of being right from which this certainty brings more than the next lower one.

        That is where the expected marks p * right + (1 - p) * wrong of both are equal; 0 for the lowest.
        """
        steps = [Confidence.GUESSING, Confidence.UNSURE, Confidence.SURE]
        at = steps.index(confidence)
        if not at:
            return 0.0
        lower = steps[at - 1]
        gain, loss = self.right[confidence] - self.right[lower], self.wrong[lower] - self.wrong[confidence]
        return loss / (gain + loss)


STANDARD = Marks(
    "standard",
    {Confidence.GUESSING: 1, Confidence.UNSURE: 2, Confidence.SURE: 3},
    {Confidence.GUESSING: 0, Confidence.UNSURE: -2, Confidence.SURE: -6},
)
"""Sure pays from 80 %, unsure from 67 %."""

GENTLE = Marks(
    "gentle",
    {Confidence.GUESSING: 1, Confidence.UNSURE: 3, Confidence.SURE: 4},
    {Confidence.GUESSING: 0, Confidence.UNSURE: -2, Confidence.SURE: -5},
)
"""Sure pays from 75 %, unsure from 50 %."""

TABLES = (STANDARD, GENTLE)
