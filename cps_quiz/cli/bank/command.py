"""`cps-quiz bank`."""

import json
from typing import Annotated

import typer

from cps_quiz.cli.bank.aside import aside, back
from cps_quiz.cli.bank.coverage import show_coverage
from cps_quiz.cli.bank.new import new, schema
from cps_quiz.cli.bank.show import show
from cps_quiz.cli.wiring import Banks, Plain, library, look, say
from cps_quiz.journeys.banks import describe, in_words
from cps_quiz.ui.reading.reader import show_texts

app = typer.Typer(
    rich_markup_mode=None, add_completion=False, invoke_without_command=True, help="Look at banks, and start a new one."
)
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]

Cover = Annotated[bool, typer.Option("--coverage", help="Count wrong approaches by topic, and questions by aim.")]


@app.callback()
def bank(ctx: typer.Context) -> None:
    """Look at banks, and start a new one. Without more: what is loaded."""
    if ctx.invoked_subcommand is None:
        list_()


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
app.command()(new)
app.command()(schema)
