"""`cps-quiz bank new` and `bank schema`: what those who write questions start from."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from cps_quiz.bank.schema import schema_text
from cps_quiz.bank.starter import starter_text, write_new
from cps_quiz.cli.wiring import say
from cps_quiz.journeys.banks import curriculum_of


def new(file: Annotated[Path, typer.Argument(help="Where to write it, like my-bank.yaml.")]) -> None:
    """Write a commented bank to start from."""
    write_new(file, starter_text(file))
    say(f"{file} is a small bank with comments. Change it, then look at it: cps-quiz check {quote(str(file))}")


def schema(
    curriculum: Annotated[Path | None, typer.Option(help="Complete the ids of this curriculum.")] = None,
) -> None:
    """The JSON Schema of bank and curriculum files, for editors."""
    print(schema_text(curriculum_of(curriculum)), end="")
