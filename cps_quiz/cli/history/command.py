"""`cps-quiz history`."""

import typer

from cps_quiz.cli.history.files import backup, reset, restore
from cps_quiz.cli.history.lines import export_, import_
from cps_quiz.cli.history.mending import rebuild, repair, undo
from cps_quiz.cli.history.salvaging import salvage
from cps_quiz.cli.history.sharing import share
from cps_quiz.cli.wiring import say
from cps_quiz.store.database import database_path

app = typer.Typer(rich_markup_mode=None, add_completion=False, help="The log of your answers: copy, merge, mend.")
app.command("export")(export_)
app.command("import")(import_)
for command in (share, backup, restore, undo, repair, salvage, rebuild, reset):
    app.command()(command)


@app.command()
def path() -> None:
    """Where your progress is kept."""
    say(str(database_path()))
