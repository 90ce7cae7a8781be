"""What lies beside a question: texts to read, and the learner's own notes."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from cps_quiz.core.questions.bank import Item

Texts = Callable[[Sequence[str]], Sequence[str]]
"""The Markdown texts that a command shows; none for a command that does more than to show some."""


There = Callable[[Sequence[str]], bool]
"""Whether a command shows texts, and no more: that is known at once, the texts may take their time."""


class Notebook(Protocol):
    """Where a learner's own words on questions are kept."""

    def note(self, item: Item) -> str:
        """The note on a question; "" where there is none."""

    def keep_note(self, item: Item, text: str) -> str:
        """Keep a note, or take it away with ""; what came of it, in a sentence."""

    def flagged(self, item: Item) -> bool:
        """Whether a question is flagged."""

    def flag(self, item: Item) -> str:
        """Flag a question, or take its flag away; what came of it, in a sentence."""

    def put_aside(self, item: Item) -> str:
        """Have a question asked no more; what came of it, in a sentence."""

    def report(self, item: Item, text: str) -> str:
        """Write down what is wrong with a question, for its author; what came of it, in a sentence."""

    def draft(self, item: Item) -> str:
        """What was typed for a question and not handed in."""

    def keep_draft(self, item: Item, text: str) -> None:
        """Keep what is typed for a question; "" once it is handed in."""


class Shelf(NamedTuple):
    """All that lies beside a question."""

    texts: Texts
    there: There
    notebook: Notebook
