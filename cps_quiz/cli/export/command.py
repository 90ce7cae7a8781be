"""`cps-quiz export`: questions for other programs, each kind of file by its name."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.export.page import write_page
from cps_quiz.cli.wiring import Banks
from cps_quiz.journeys.drill.drill import unknown

app = typer.Typer(rich_markup_mode=None, add_completion=False)

NAMES = ("page",)
"""The kinds of files."""

Name = Annotated[str, typer.Argument(metavar="NAME", help=f"What to write: {', '.join(NAMES)}.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="The file to write.", show_default=False)]
Topics = Annotated[list[str] | None, typer.Option("--topic", help="Only this topic; may be given again.")]
Title = Annotated[str | None, typer.Option("--title", help="With `page`: what it is called.", show_default=False)]


@app.command()
def export(name: Name, output: Output, topics: Topics = None, title: Title = None, banks: Banks = None) -> None:
    """Write questions to a file for other programs; `page` is one to practice on in any browser."""
    if name not in NAMES:
        raise unknown("format", name, NAMES)
    write_page(output, topics or (), title, banks)
