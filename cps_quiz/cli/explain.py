"""`cps-quiz explain`."""

from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, Plain, library, open_progress, say
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.errors import QuizError
from cps_quiz.journeys.explain import OwnPast
from cps_quiz.journeys.explain import explain as explain_words
from cps_quiz.store.database import database_path
from cps_quiz.ui.drawing.look import look
from cps_quiz.ui.reading.reader import show_texts

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def explain(
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="An id, a name, or words of it.")] = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """One wrong approach: what it is, why it harms, what to do instead. Without words: all of them."""
    show_texts(explain_words(library(banks), " ".join(words or ()), _own_past), look(plain=plain), say)


def _own_past(misconception: MisconceptionId) -> OwnPast | None:
    """What the store tells; explaining makes none, and goes on without one that cannot be read."""
    if not database_path().exists():
        return None
    try:
        store = open_progress()
        confusions = tuple(one for one in store.confusions() if misconception in {one.meant, one.taken})
        return OwnPast(store.misses(misconception), confusions)
    except QuizError:
        return None
