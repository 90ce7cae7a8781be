"""`cps-quiz study`."""

from typing import Annotated

import typer

from cps_quiz.cli.completion import objectives
from cps_quiz.cli.pages import show_texts_page
from cps_quiz.cli.wiring import Banks, Plain, carried, library
from cps_quiz.journeys.explain import study as study_topic
from cps_quiz.journeys.explain import study_steps
from cps_quiz.words import explain as explain_words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def study(
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]",
            help="A topic, or TOPIC/OBJECTIVE. Without one: what there is.",
            autocompletion=objectives,
        ),
    ] = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """The study notes."""
    loaded = library(banks)
    steps = study_steps(loaded, topic, carried(banks, plain=plain))
    show_texts_page(explain_words.NOTES, study_topic(loaded, topic), loaded, steps, plain=plain)
