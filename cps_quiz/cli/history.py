"""`cps-quiz history`."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.sharing import share
from cps_quiz.cli.wiring import complain, now, open_progress, say
from cps_quiz.core.counting import counted
from cps_quiz.errors import ExitCode
from cps_quiz.journeys.history import export_lines, import_lines
from cps_quiz.store.database import database_path
from cps_quiz.store.reset import move_aside

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="The log of your answers: copy, merge, start anew.")


@app.command("export")
def export_() -> None:
    """Write every answer to standard output, one JSON object on each line."""
    for line in export_lines(open_progress()):
        print(line)


@app.command("import")
def import_(file: Annotated[Path, typer.Argument(help="What `history export` wrote, on any machine.")]) -> None:
    """Merge the answers of another machine; doing it again changes nothing."""
    merged = import_lines(open_progress(), file)
    for problem in merged.problems:
        complain(problem)
    skipped = f", {counted(len(merged.problems), 'line')} skipped" if merged.problems else ""
    exams = f", {counted(merged.exams, 'new mock exam')}" if merged.exams else ""
    complain(f"{counted(merged.new, 'new answer')} of {merged.read}{exams}{skipped}.")
    raise typer.Exit(ExitCode.FOUND if merged.problems else ExitCode.OK)


app.command()(share)


@app.command()
def rebuild() -> None:
    """Make the schedule and all totals again from the log."""
    open_progress().rebuild()
    complain("The schedule and the totals were made again from the log.")


@app.command()
def reset() -> None:
    """Start anew: the database is moved aside, never deleted."""
    kept = move_aside(database_path(), now())
    complain(f"Your progress was moved to {kept}." if kept else "There was no progress to move.")


@app.command()
def path() -> None:
    """Where your progress is kept."""
    say(str(database_path()))
