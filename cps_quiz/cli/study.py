"""`cps-quiz study`."""

from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, Plain, library, say
from cps_quiz.journeys.explain import study as study_topic
from cps_quiz.ui.drawing.look import look
from cps_quiz.ui.reading.reader import show_texts

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def study(
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]", help="A topic. Without one: what there is.")] = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """The study notes."""
    show_texts(study_topic(library(banks), topic), look(plain=plain), say)
