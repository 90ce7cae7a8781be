"""`cps-quiz plan`."""

from datetime import datetime
from typing import Annotated

import typer

from cps_quiz.cli.pages import show_texts_page
from cps_quiz.cli.wiring import Banks, Plain, ask_line, carried, library, now, open_progress, say
from cps_quiz.errors import QuizError
from cps_quiz.journeys.dates import day_to_come
from cps_quiz.journeys.progress import EXAM_DATE, look_over, planned
from cps_quiz.store.progress import Progress
from cps_quiz.words import home as home_words
from cps_quiz.words import progress as progress_words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def plan(
    exam_date: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of your exam, like 2027-03-14 or March 14.")
    ] = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """How much to do each day until the exam; the date is remembered."""
    store, at = open_progress(), now()
    if exam_date is not None:
        store.keep_setting(EXAM_DATE, day_to_come(exam_date, at.date()).isoformat())
    loaded = library(banks)
    schedule = planned(store, *look_over(loaded, store, at))
    steps = progress_words.plan_steps(schedule, carried(banks, plain=plain))
    show_texts_page(progress_words.PLAN, progress_words.plan(schedule), loaded, steps, plain=plain)


def ask_exam_date(store: Progress, at: datetime) -> None:
    """Ask a newcomer for the day of the exam, once; an empty line skips it."""
    say(home_words.ASK_DATE)
    while line := ask_line():
        try:
            store.keep_setting(EXAM_DATE, day_to_come(line, at.date()).isoformat())
        except QuizError as error:
            say(f"{error.sentence} {error.hint}")
        else:
            say(home_words.DATE_KEPT)
            return
    store.keep_setting(EXAM_DATE, "")
