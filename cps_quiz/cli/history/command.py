"""`cps-quiz history`."""

import typer

from cps_quiz.cli.history.files import backup, reset, restore
from cps_quiz.cli.history.lines import export_, import_
from cps_quiz.cli.history.mending import rebuild, repair, undo
from cps_quiz.cli.history.reading import notes, own_words, show_record
from cps_quiz.cli.history.salvaging import salvage
from cps_quiz.cli.history.sharing import share
from cps_quiz.cli.wiring import say
from cps_quiz.store.database import database_path

app = typer.Typer(rich_markup_mode=None, add_completion=False, invoke_without_command=True)


@app.callback()
def history(ctx: typer.Context) -> None:
    """The log of your answers: read, copy, merge, mend. Without more: what is in it, and where it is."""
    if ctx.invoked_subcommand is None:
        show_record()


app.command("export")(export_)
app.command("import")(import_)
app.command("own-words")(own_words)
for command in (notes, share, backup, restore, undo, repair, salvage, rebuild, reset):
    app.command()(command)


@app.command()
def path() -> None:
    """Where your progress is kept."""
    say(str(database_path()))
