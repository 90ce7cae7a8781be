"""`cps-quiz bank`."""

import json
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from cps_quiz.bank.schema import schema_text
from cps_quiz.bank.starter import starter_text, write_new
from cps_quiz.cli.bank.aside import aside, back
from cps_quiz.cli.bank.coverage import show_coverage
from cps_quiz.cli.bank.show import show
from cps_quiz.cli.wiring import Banks, Plain, library, say
from cps_quiz.journeys.banks import curriculum_of, describe, in_words
from cps_quiz.ui.drawing.look import look
from cps_quiz.ui.reading.reader import show_texts

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="Look at banks, and start a new one.")
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]

Cover = Annotated[bool, typer.Option("--coverage", help="Count wrong approaches by topic, and questions by aim.")]


@app.command("list")
def list_(banks: Banks = None, coverage: Cover = False, json_: Json = False, plain: Plain = False) -> None:
    """What is loaded, and from where."""
    loaded = library(banks)
    rows = describe(loaded)
    if coverage:
        show_coverage(loaded, json_=json_, plain=plain)
    elif json_:
        print(json.dumps(rows, indent=2))
    else:
        show_texts([in_words(row) for row in rows], look(plain=plain), say)


app.command()(show)
app.command()(aside)
app.command()(back)


@app.command()
def new(file: Annotated[Path, typer.Argument(help="Where to write it, like my-bank.yaml.")]) -> None:
    """Write a commented bank to start from."""
    write_new(file, starter_text(file))
    say(f"{file} is a small bank with comments. Change it, then look at it: cps-quiz check {quote(str(file))}")


@app.command()
def schema(
    curriculum: Annotated[Path | None, typer.Option(help="Complete the ids of this curriculum.")] = None,
) -> None:
    """The JSON Schema of bank and curriculum files, for editors."""
    print(schema_text(curriculum_of(curriculum)), end="")
