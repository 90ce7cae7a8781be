"""`cps-quiz export`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, complain, library_with_places, now, say
from cps_quiz.errors import ExitCode
from cps_quiz.journeys.interchange.exporting import ExportWishes, context_of, export
from cps_quiz.journeys.interchange.foreign_files import named_format
from cps_quiz.journeys.interchange.report import exported_as_data, exported_as_lines
from cps_quiz.store.settings import copies_path
from cps_quiz.words.interchange import exported

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Name = Annotated[str, typer.Argument(metavar="FORMAT", help="moodle, gift, canvas, brightspace, csv, xlsx, anki ...")]
Output = Annotated[Path, typer.Option("-o", "--output", help="The file to write; one that is there is replaced.")]
Topics = Annotated[list[str] | None, typer.Option("--topic", help="Only this topic; may be given again.")]
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]
Strict = Annotated[bool, typer.Option("--strict", help="Write nothing where something is lost.")]


@app.command("export")
def export_(
    format_: Name,
    output: Output,
    banks: Banks = None,
    topics: Topics = None,
    json_: Json = False,
    strict: Strict = False,
) -> None:
    """Questions for other programs: every explanation where they can hold one, and what they lose."""
    chosen = named_format(format_, reading=False)
    library = library_with_places(banks)
    chosen_topics = tuple(topics or ())
    context = context_of(library, chosen_topics, banks, now())
    done = export(
        library, chosen, ExportWishes(chosen_topics, context, output, copies_path() / "exported", strict=strict)
    )
    if json_:
        print(json.dumps(exported_as_data(done), indent=2))
    else:
        for line in exported_as_lines(done):
            say(line)
        complain(exported(done.items, len(done.skipped), str(output), written=done.written))
    raise typer.Exit(ExitCode.FOUND if strict and done.is_lossy else ExitCode.OK)
