"""`cps-quiz plan`."""

from datetime import datetime
from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, Plain, library, now, open_progress, say
from cps_quiz.errors import QuizError
from cps_quiz.journeys.progress import EXAM_DATE, stand
from cps_quiz.ui.drawing.look import look
from cps_quiz.ui.reading.reader import show_texts
from cps_quiz.words import progress as progress_words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def plan(
    exam_date: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of your exam, like 2027-03-14.")
    ] = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """How much to do each day until the exam; the date is remembered."""
    store, at = open_progress(), now()
    if exam_date is not None:
        store.keep_setting(EXAM_DATE, _date(exam_date, at))
    standing = stand(library(banks), store, at)
    show_texts(progress_words.plan(standing.schedule), look(plain=plain), say)


def _date(text: str, at: datetime) -> str:
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day of the learner's own
    except ValueError:
        raise QuizError(f'"{text}" is no date.', "Write the year, the month and the day: 2027-03-14.") from None
    if day < at.date():
        raise QuizError(f"{day} is in the past.", "Give a day that is still to come.")
    return day.isoformat()
