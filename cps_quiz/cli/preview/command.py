"""`cps-quiz preview`."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.preview.run import show, write_page
from cps_quiz.cli.wiring import Plain
from cps_quiz.ui.drawing.look import look

app = typer.Typer(rich_markup_mode=None, add_completion=False)
Paths = Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...", help="Banks to look at.")]
Watch = Annotated[bool, typer.Option("--watch", help="Follow the files while they are edited.")]
Html = Annotated[Path | None, typer.Option(help="Write a page for the browser instead.")]


@app.command()
def preview(paths: Paths, watch: Watch = False, html: Html = None, plain: Plain = False) -> None:
    """How questions look and what check says of them, while they are written."""
    if html is not None:
        write_page(paths, html)
    else:
        show(paths, look(plain=plain), watch=watch)
