"""`cps-quiz import`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.completion import topics
from cps_quiz.cli.wiring import complain, say
from cps_quiz.errors import ExitCode
from cps_quiz.journeys.interchange.importing import Wishes, import_files
from cps_quiz.journeys.interchange.report import as_data, as_lines, last_sentence
from cps_quiz.words.interchange import to_be_written

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="What other programs wrote, or plain text.")]
FormatName = Annotated[str | None, typer.Option("--format", help="The format, where the content does not tell.")]
To = Annotated[Path | None, typer.Option("--to", help="The bank to write or to update; else one beside each file.")]
Topic = Annotated[
    str | None, typer.Option("--topic", help="The topic of questions that name none.", autocompletion=topics)
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Report what would happen, and write nothing.")]
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]
Strict = Annotated[bool, typer.Option("--strict", help="Write nothing where something is lost.")]


@app.command("import")
def import_(
    files: Files,
    format_: FormatName = None,
    to: To = None,
    topic: Topic = None,
    dry_run: DryRun = False,
    json_: Json = False,
    strict: Strict = False,
) -> None:
    """Questions from Moodle, GIFT, Canvas, Brightspace, sheets, Word and plain text; again: what changed."""
    wishes = Wishes(format_, to, topic, dry_run=dry_run, strict=strict)
    outcome = import_files(files, wishes)
    if json_:
        print(json.dumps(as_data(outcome), indent=2))
    else:
        for line in as_lines(outcome):
            say(line)
        complain(last_sentence(outcome, wishes))
        if outcome.written and outcome.gaps:
            complain(to_be_written(outcome.gaps, outcome.banks))
    failed = outcome.skipped or outcome.conflict or (strict and outcome.is_lossy)
    raise typer.Exit(ExitCode.FOUND if failed else ExitCode.OK)
