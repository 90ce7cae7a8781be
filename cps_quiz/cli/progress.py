"""`cps-quiz progress`."""

import json
from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, Plain, library, now, open_progress, say
from cps_quiz.core.exam.report import exam_report
from cps_quiz.journeys.progress import as_data, objective_titles, stand
from cps_quiz.ui.drawing.look import look
from cps_quiz.ui.progress.progress_view import Report, blocks, sentences
from cps_quiz.ui.reading.reader import make_writer, print_blocks
from cps_quiz.words import progress as progress_words

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def progress(
    json_: Annotated[bool, typer.Option("--json", help="For another program to read.")] = False,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """What you hold in memory, what tempts you, how practice went, what comes due."""
    loaded = library(banks)
    standing = stand(loaded, open_progress(), now())
    if json_:
        print(json.dumps(as_data(standing), indent=2))
        return
    report = Report(
        topics=standing.topics,
        objectives=standing.objectives,
        titles=objective_titles(loaded),
        leanings=standing.leanings,
        confusions=standing.confusions,
        days=standing.days,
        ahead=standing.ahead,
        calibration=standing.calibration,
        prediction=progress_words.predictions(standing.predictions),
        exams=[
            (finished.day, exam_report(finished.outcomes, finished.settings).whole.share) for finished in standing.exams
        ],
    )
    seen = look(plain=plain)
    if seen.plain:
        for line in sentences(report, loaded.glossary):
            say(line)
    else:
        writer = make_writer(seen)
        print_blocks(writer, blocks(report, loaded.glossary, writer))
