"""`cps-quiz find`."""

import json
from typing import Annotated

import typer

from cps_quiz.cli.pages import show_texts_page
from cps_quiz.cli.wiring import Banks, Plain, carried, library, open_progress
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.journeys.find import as_data, search, steps
from cps_quiz.store.database import database_path
from cps_quiz.words import find as find_words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words, also half-remembered ones.")],
    json_: Annotated[bool, typer.Option("--json", help="For another program to read.")] = False,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """Questions, study notes, approaches and your own notes that have these words."""
    loaded, asked = library(banks), " ".join(words)
    hits = search(loaded, asked, _notes())
    if json_:
        print(json.dumps(as_data(hits), indent=2))
        return
    told = [] if hits else [find_words.NOTHING]
    found = steps(hits, carried(banks, plain=plain))
    show_texts_page(find_words.title(asked), told, loaded, found, plain=plain)


def _notes() -> dict[ItemId, str]:
    """The learner's own notes; searching makes no store."""
    if not database_path().exists():
        return {}
    return {note.item: note.text for note in open_progress().marks.notes() if note.text}
