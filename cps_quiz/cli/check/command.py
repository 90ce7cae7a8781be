"""`cps-quiz check`."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.check.request import Asked, carry_out
from cps_quiz.cli.wiring import complain

app = typer.Typer(rich_markup_mode=None, add_completion=False)
Codes = Annotated[list[str] | None, typer.Option(help="Codes, prefixes or names, with commas between.")]


@app.command()
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files and folders; - for stdin.")
    ] = None,
    output_format: Annotated[str | None, typer.Option(help="full, concise, json, github, sarif or junit.")] = None,
    select: Codes = None,
    ignore: Codes = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what mends itself.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change.")] = False,
    baseline: Annotated[Path | None, typer.Option(help="Report only what this file does not know.")] = None,
    write_baseline: Annotated[Path | None, typer.Option(help="Put off all that is found now.")] = None,
    results: Annotated[Path | None, typer.Option(metavar="POOL", help="Tell what a pool of answers says.")] = None,
    stdin_path: Annotated[str, typer.Option(help="What to call standard input.")] = "stdin.yaml",
) -> None:
    """Validate banks: what is wrong, where, and how to mend it."""
    usual = Path("question_banks")
    asked = Asked(
        paths=tuple(paths or [usual if usual.is_dir() else Path(os.curdir)]),
        output_format=output_format,
        select=_split(select),
        ignore=_split(ignore),
        strict=strict,
        exit_zero=exit_zero,
        fix=fix,
        diff=diff,
        baseline=baseline,
        write_baseline=write_baseline,
        stdin_path=stdin_path,
        results=results,
    )
    checked = carry_out(asked)
    # In UTF-8 whatever the locale, as banks are: most reports are for programs, and a mended text is a bank.
    sys.stdout.buffer.write(checked.report.encode(errors="surrogateescape"))
    sys.stdout.flush()
    complain(checked.sentence)
    raise typer.Exit(checked.exit_code)


def _split(words: list[str] | None) -> tuple[str, ...] | None:
    return None if words is None else tuple(word.strip() for text in words for word in text.split(",") if word.strip())
