"""`cps-quiz audit`."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.bank.loading import load
from cps_quiz.cli.wiring import Plain, complain, look, say
from cps_quiz.journeys.audit import as_data, as_text
from cps_quiz.journeys.audit import audit as audit_banks

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def audit(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files and folders.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="For another program to read.")] = False,
    plain: Plain = False,
) -> None:
    """How far guessers get who never read the questions, and how far luck would take them."""
    usual = Path("question_banks")
    asked = paths or [usual if usual.is_dir() else Path(os.curdir)]
    library = load(asked)
    errors = sum(diagnostic.is_error for diagnostic in library.diagnostics)
    if errors:
        told = " ".join(map(str, asked))
        complain(f"What has errors is left out ({errors} found). To see them: cps-quiz check {told}")
    found = audit_banks(library)
    if json_:
        print(json.dumps(as_data(found), indent=2))
    else:
        say(as_text(found, bars=not look(plain=plain).plain))
