"""`cps-quiz exam list` and `cps-quiz exam show`."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, Force, Plain, complain, library, look, now, open_progress, say
from cps_quiz.core.exam.report import exam_again
from cps_quiz.journeys.asked_questions import as_asked
from cps_quiz.journeys.drill.keeping import milliseconds
from cps_quiz.journeys.drill.practice import index
from cps_quiz.journeys.exam.keeping import finished_exams
from cps_quiz.journeys.exam.past import as_data, as_row, find, view
from cps_quiz.words import exam_result
from cps_quiz.words import history as history_words

Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]
Html = Annotated[Path | None, typer.Option("--html", help="Write a report to print or to share into this file.")]


def list_(json_: Json = False) -> None:
    """The mock exams that you sat."""
    store = open_progress()
    found = finished_exams(store)
    if unread := len(store.exams()) - len(found):
        complain(exam_result.unreadable(unread))
    if json_:
        print(json.dumps([as_row(finished) for finished in found], indent=2))
        return
    for finished in found:
        say(exam_result.in_words(finished))
    if not found and not unread:
        say(exam_result.NONE_SAT)


def delete(number: Annotated[int, typer.Argument(metavar="N", help="Its number in `exam list`.")]) -> None:
    """Delete a mock exam: its answers count no more."""
    store = open_progress()
    answers = store.delete_exam(find(store, number).id, milliseconds(now()))
    complain(history_words.deleted(number, answers))


def show(
    number: Annotated[
        int | None, typer.Argument(metavar="[N]", help="Its number in `exam list`. Without one: the last.")
    ] = None,
    html: Html = None,
    json_: Json = False,
    force: Force = False,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """How a mock exam went; on a terminal, with its questions to walk through."""
    loaded, store = library(banks), open_progress()
    seen = view(find(store, number), loaded)
    asked = as_asked(store, {one.item: one.print for one in seen.finished.outcomes}, index(loaded.items))
    if html is not None:
        from cps_quiz.cli.exam.paper import write_report

        write_report(seen, asked, html, force=force)
    elif json_:
        print(json.dumps(as_data(seen), indent=2))
    elif sys.stdin.isatty() and sys.stdout.isatty():
        from cps_quiz.cli.drill.run import Asked
        from cps_quiz.cli.exam.run import look_again

        look_again(seen, exam_again(seen.finished, asked), loaded, Asked(banks=banks, plain=plain))
    else:
        from cps_quiz.ui.reading.reader import show_result

        show_result(seen, look(plain=plain), say)
