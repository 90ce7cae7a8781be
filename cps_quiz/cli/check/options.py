"""The options of `cps-quiz check`."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files and folders; - for stdin.")]
Format = Annotated[str | None, typer.Option(help="full, concise, json, github, gitlab, sarif or junit.")]
Codes = Annotated[list[str] | None, typer.Option(help="Codes, prefixes or names, with commas between.")]
Strict = Annotated[bool, typer.Option("--strict", help="Warnings fail too.")]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")]
Fix = Annotated[bool, typer.Option("--fix", help="Mend what mends itself.")]
Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix would change.")]
Baseline = Annotated[Path | None, typer.Option(help="Report only what this file does not know.")]
WriteBaseline = Annotated[Path | None, typer.Option(help="Put off all that is found now.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count the problems of each rule.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Problems, and nothing else.")]
OutputFile = Annotated[Path | None, typer.Option(help="Where to write the report.")]
ShowFiles = Annotated[bool, typer.Option("--show-files", help="List the files that would be checked.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Look at everything anew.")]
Config = Annotated[Path | None, typer.Option(help="The settings file to use.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no settings file.")]
Results = Annotated[Path | None, typer.Option(metavar="POOL", help="Tell what a pool of answers says.")]
StdinPath = Annotated[str, typer.Option(help="What to call standard input.")]


def split(words: list[str] | None) -> tuple[str, ...] | None:
    """The words of an option that may be given again, with commas between them; None where it was not given."""
    return None if words is None else tuple(word.strip() for text in words for word in text.split(",") if word.strip())
