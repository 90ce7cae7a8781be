"""`cps-quiz explain`."""

from typing import Annotated

import typer

from cps_quiz.cli.completion import approaches
from cps_quiz.cli.pages import show_texts_page
from cps_quiz.cli.readings import own_past
from cps_quiz.cli.wiring import Banks, Plain, carried, library
from cps_quiz.journeys.explain import explain as explain_approach
from cps_quiz.journeys.explain import explain_steps
from cps_quiz.words import explain as explain_words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def explain(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="An id, a name, or words of it.", autocompletion=approaches),
    ] = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """One wrong approach: what it is, why it harms, what to do instead. Without words: all of them."""
    loaded, asked = library(banks), " ".join(words or ())
    texts, steps = explain_approach(loaded, asked, own_past), explain_steps(loaded, asked, carried(banks, plain=plain))
    show_texts_page(explain_words.APPROACHES, texts, loaded, steps, plain=plain)
