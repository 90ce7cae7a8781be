"""Anki's text format: notes for the note type of our packages, which has to be there already."""

from collections.abc import Sequence

from cps_quiz.core.questions.bank import Item
from cps_quiz.formats import Context, Format, Keep, Written
from cps_quiz.formats.cards.notes import FIELDS, NOTE_TYPE, note_of


def write(items: Sequence[Item], context: Context) -> Written:
    """A row for each item: its guid, its deck, the fields of the note type, its tags."""
    columns = ("guid", "deck", *FIELDS, "tags")
    head = {
        "separator": "tab",
        "html": "true",
        "notetype": NOTE_TYPE,
        "guid column": "1",
        "deck column": "2",
        "tags column": str(len(columns)),
    }
    notes = (note_of(item, context) for item in items)
    rows = ((note.guid, note.deck, *note.fields, " ".join(note.tags)) for note in notes)
    lines = [*(f"#{name}:{value}" for name, value in head.items()), *("\t".join(map(_cell, row)) for row in rows)]
    return Written(("\n".join(lines) + "\n").encode())


def _cell(text: str) -> str:
    text = text.replace("\t", " ").replace("\n", " ")
    return f'"{text.replace(chr(34), chr(34) * 2)}"'


FORMAT = Format(
    name="anki-text",
    title="Anki text",
    suffixes=(".txt",),
    keeps={"retired": Keep.LOST, "reviewed": Keep.LOST, "source": Keep.LOST},
    write=write,
)
