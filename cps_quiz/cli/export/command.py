"""`cps-quiz export`: questions for other programs, each kind of file by its name."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.completion import topics
from cps_quiz.cli.export.page import write_page
from cps_quiz.cli.export.to_format import Wanted, write_format
from cps_quiz.cli.wiring import Banks

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PAGE = "page"
"""The kind of file that people open themselves; the others are formats of other programs."""

Name = Annotated[
    str, typer.Argument(metavar="FORMAT", help="page, moodle, gift, canvas, brightspace, csv, xlsx, anki ...")
]
Output = Annotated[Path, typer.Option("-o", "--output", help="The file to write; one that is there is replaced.")]
Topics = Annotated[
    list[str] | None, typer.Option("--topic", help="Only this topic; may be given again.", autocompletion=topics)
]
Title = Annotated[str | None, typer.Option("--title", help="With `page`: what it is called.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]
Strict = Annotated[bool, typer.Option("--strict", help="Write nothing where something is lost.")]


@app.command()
def export(
    name: Name,
    output: Output,
    banks: Banks = None,
    topics: Topics = None,
    title: Title = None,
    json_: Json = False,
    strict: Strict = False,
) -> None:
    """Questions for other programs, with what those cannot hold; `page` is one to practice on in any browser."""
    if name == PAGE:
        write_page(output, topics or (), title, banks)
    else:
        write_format(Wanted(name, output, tuple(topics or ()), json=json_, strict=strict), banks)
