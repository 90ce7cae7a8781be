"""`cps-quiz check`."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import complain, known_output
from cps_quiz.journeys.check import check as check_banks

app = typer.Typer(rich_markup_mode=None)


def _usual_format() -> str:
    return "full" if sys.stdout.isatty() else "concise"


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files and folders.")] = None,
    output_format: Annotated[str | None, typer.Option(help="full, concise or json.")] = None,
) -> None:
    """Validate banks: what is wrong, where, and how to mend it."""
    usual = Path("question_banks")
    asked = paths or [usual if usual.is_dir() else Path(os.curdir)]
    checked = check_banks(asked, known_output(output_format or _usual_format()))
    sys.stdout.write(checked.report)
    sys.stdout.flush()
    complain(checked.sentence)
    raise typer.Exit(checked.exit_code)
