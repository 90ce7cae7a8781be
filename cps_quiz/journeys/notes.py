"""A learner's own words on questions: notes, words to the author, and texts that are not handed in yet."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from cps_quiz.core.drill.drill import Effect
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.fingerprint import asked_print
from cps_quiz.core.record.log import Aside
from cps_quiz.core.record.marks import Flag, Note
from cps_quiz.errors import QuizError
from cps_quiz.journeys.drill.keeping import Clock, milliseconds
from cps_quiz.words import drill as drill_words
from cps_quiz.words import notes as note_words

T = TypeVar("T")


class Marked(Protocol):
    """Where notes are kept. Methods raise QuizError when that fails."""

    def note(self, item: ItemId) -> str:
        """The note on an item; "" where there is none."""

    def flagged(self) -> frozenset[ItemId]:
        """The items that are flagged now."""

    def keep(self, flags: Iterable[Flag] = (), notes: Iterable[Note] = ()) -> None:
        """Keep flags and notes."""

    def draft(self, item: ItemId) -> str:
        """What was typed for an item and not handed in."""

    def keep_draft(self, item: ItemId, text: str) -> None:
        """Keep what is typed for an item."""


class Store(Protocol):
    """Where marks are kept, and what is put aside. Methods raise QuizError when that fails."""

    @property
    def marks(self) -> Marked:
        """Notes and flags."""

    def put_aside(self, aside: Aside) -> None:
        """Note that an item is not to be asked now."""


class Notes:
    """Keeps notes in a store, if there is one, and words to authors in a file."""

    def __init__(self, store: Store | None, clock: Clock, reports: Path) -> None:
        self._store = store
        self._clock = clock
        self._reports = reports

    def note(self, item: Item) -> str:
        """The note on a question; "" where there is none, or none can be read."""
        return self._try(lambda marks: marks.note(item.id)) or ""

    def keep_note(self, item: Item, text: str) -> str:
        """Keep a note, or take it away with ""; what came of it, in a sentence."""
        note = Note(item.id, text, milliseconds(self._clock()))
        return self._kept(note_words.NOTE_KEPT if text else note_words.NOTE_GONE, notes=[note]) or note_words.NOT_KEPT

    def flagged(self, item: Item) -> bool:
        """Whether a question is flagged, as far as that can be read."""
        return item.id in (self._try(lambda marks: marks.flagged()) or ())

    def flag(self, item: Item) -> str:
        """Flag a question, or take its flag away; what came of it, in a sentence."""
        on = not self.flagged(item)
        told = drill_words.EFFECTS[Effect.FLAGGED if on else Effect.UNFLAGGED]
        return self._kept(told, flags=[Flag(item.id, on, milliseconds(self._clock()))]) or note_words.FLAG_NOT_KEPT

    def put_aside(self, item: Item) -> str:
        """Have a question asked no more; what came of it, in a sentence."""
        if self._store is None:
            return note_words.FLAG_NOT_KEPT
        try:
            self._store.put_aside(Aside("item", item.id, 1, milliseconds(self._clock())))
        except QuizError:
            return note_words.FLAG_NOT_KEPT
        return note_words.put_aside(item.id)

    def _kept(self, told: str, flags: Sequence[Flag] = (), notes: Sequence[Note] = ()) -> str:
        """Keep marks; what is told of it, "" where that failed."""

        def keep(marks: Marked) -> str:
            marks.keep(flags, notes)
            return told

        return self._try(keep) or ""

    def report(self, item: Item, text: str) -> str:
        """Write down what is wrong with a question, for its author; what came of it, in a sentence."""
        entry = note_words.entry(self._clock().date().isoformat(), item.id, asked_print(item), text)
        try:
            self._reports.parent.mkdir(parents=True, exist_ok=True)
            with self._reports.open("a", encoding="utf-8") as file:
                file.write(entry)
        except OSError as error:
            return f"{self._reports}: {error.strerror or error}."
        return note_words.reported(self._reports)

    def draft(self, item: Item) -> str:
        """What was typed for a question and not handed in."""
        return self._try(lambda marks: marks.draft(item.id)) or ""

    def keep_draft(self, item: Item, text: str) -> None:
        """Keep what is typed for a question; "" once it is handed in."""
        self._try(lambda marks: marks.keep_draft(item.id, text))

    def _try(self, action: Callable[[Marked], T]) -> T | None:
        if self._store is None:
            return None
        try:
            return action(self._store.marks)
        except QuizError:
            return None
