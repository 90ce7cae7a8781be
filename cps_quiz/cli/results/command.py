"""`cps-quiz results`."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.results.show import show_added, show_removed, show_report
from cps_quiz.cli.wiring import Banks, Plain
from cps_quiz.errors import ExitCode

app = typer.Typer(
    rich_markup_mode=None, add_completion=False, help="What a group's answers say about the questions: for instructors."
)
Files = Annotated[
    list[Path], typer.Argument(metavar="FILE|FOLDER...", help="What candidates wrote with `history share`.")
]
PoolFolder = Annotated[Path, typer.Option("--pool", help="The folder of the pool.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]
Csv = Annotated[Path | None, typer.Option("--csv", help="Write a table for a spreadsheet into this file.")]
Html = Annotated[Path | None, typer.Option("--html", help="Write a page to read, share or print into this file.")]
EngineName = Annotated[str, typer.Option("--engine", help="duckdb, or spark for more than one machine can hold.")]


@app.command()
def add(files: Files, pool: PoolFolder) -> None:
    """Take contributions into a pool; the same one twice counts once."""
    from cps_quiz.pool.adding import add as add_to

    added = add_to(files, pool)
    show_added(added, pool)
    raise typer.Exit(ExitCode.FOUND if added.refused.lines else ExitCode.OK)


@app.command()
def report(
    pool: PoolFolder,
    json_: Json = False,
    csv: Csv = None,
    html: Html = None,
    engine: EngineName = "duckdb",
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """Which questions are bad, which wrong answers nobody falls for, what tempts the group."""
    show_report(pool, json_=json_, csv=csv, html=html, engine=engine, banks=banks, plain=plain)


@app.command()
def remove(files: Files, pool: PoolFolder) -> None:
    """Take out those who withdraw: their files come from `history share --withdraw`."""
    from cps_quiz.pool.removing import remove_people

    removed = remove_people(files, pool)
    show_removed(removed, pool)
    raise typer.Exit(ExitCode.FOUND if removed.refused else ExitCode.OK)
