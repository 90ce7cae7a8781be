"""`cps-quiz check`."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import complain
from cps_quiz.journeys.check import check as check_banks
from cps_quiz.journeys.drill import unknown
from cps_quiz.lint.outputs import Output, outputs

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _output(name: str | None) -> Output:
    name = name or ("full" if sys.stdout.isatty() else "concise")
    found = outputs()
    if name not in found:
        raise unknown("output format", name, found)
    return found[name]


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files and folders.")] = None,
    output_format: Annotated[str | None, typer.Option(help="full, concise or json.")] = None,
) -> None:
    """Validate banks: what is wrong, where, and how to mend it."""
    usual = Path("question_banks")
    asked = paths or [usual if usual.is_dir() else Path(os.curdir)]
    checked = check_banks(asked, _output(output_format))
    sys.stdout.write(checked.report)
    sys.stdout.flush()
    complain(checked.sentence)
    raise typer.Exit(checked.exit_code)
