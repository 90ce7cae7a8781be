"""`cps-quiz progress`."""

import json
from typing import Annotated

import typer

from cps_quiz.cli.home import glance
from cps_quiz.cli.pages import Shown, show_page
from cps_quiz.cli.wiring import Banks, Plain, carried, library, now, open_progress
from cps_quiz.core.exam.report import exam_report
from cps_quiz.journeys.progress import as_data, exam_date, objective_titles, stand
from cps_quiz.ui.progress.progress_view import Report, blocks, sentences
from cps_quiz.words import progress as progress_words
from cps_quiz.words.aims import notes_step

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def progress(
    json_: Annotated[bool, typer.Option("--json", help="For another program to read.")] = False,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """How ready you are, what you hold in memory, what tempts you, how practice went, what comes due."""
    loaded, store, at = library(banks), open_progress(), now()
    standing = stand(loaded, store, at)
    seen = standing.glimpse
    if json_:
        print(json.dumps(as_data(standing), indent=2))
        return
    report = Report(
        glance=glance(seen, loaded, exam_date(store), at)._replace(begun=True),
        weeks=progress_words.weeks(*standing.weeks),
        topics=seen.topics,
        objectives=standing.objectives,
        titles=objective_titles(loaded),
        leanings=standing.leanings,
        confusions=standing.confusions,
        days=standing.days,
        ahead=standing.ahead,
        calibration=standing.calibration,
        prediction=progress_words.predictions(seen.predictions),
        exams=[(one.day, exam_report(one.outcomes, one.settings).whole.share) for one in standing.exams],
    )
    notes = notes_step(seen.weakest, seen.notes, loaded.glossary)
    steps = progress_words.steps(seen.overview, notes, loaded.glossary, carried(banks, plain=plain))
    lines = sentences(report, loaded.glossary)
    page = Shown(progress_words.TITLE, lambda writer: blocks(report, loaded.glossary, writer), lines, steps)
    show_page(page, loaded, plain=plain)
