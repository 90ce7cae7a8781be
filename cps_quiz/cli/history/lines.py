"""`cps-quiz history export` and `import`."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import complain, open_progress
from cps_quiz.core.counting import counted
from cps_quiz.errors import ExitCode
from cps_quiz.journeys.history import export_lines, import_lines


def export_() -> None:
    """Write all that is kept of you to standard output, one JSON object on each line."""
    for line in export_lines(open_progress()):
        print(line)


def import_(file: Annotated[Path, typer.Argument(help="What `history export` wrote, on any machine.")]) -> None:
    """Merge the answers of another machine; doing it again changes nothing."""
    merged = import_lines(open_progress(), file)
    for problem in merged.problems:
        complain(problem)
    skipped = f", {counted(len(merged.problems), 'line')} skipped" if merged.problems else ""
    exams = f", {counted(merged.exams, 'new mock exam')}" if merged.exams else ""
    complain(f"{counted(merged.new, 'new answer')} of {merged.read}{exams}{skipped}.")
    raise typer.Exit(ExitCode.FOUND if merged.problems else ExitCode.OK)
