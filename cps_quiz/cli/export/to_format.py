"""`cps-quiz export` to a format of another program."""

import json
from pathlib import Path
from typing import NamedTuple

import typer

from cps_quiz.cli.wiring import complain, library_with_places, now, say
from cps_quiz.errors import ExitCode


class Wanted(NamedTuple):
    """The format by its name, the file, the topics (none means all), and how it is told."""

    name: str
    output: Path
    topics: tuple[str, ...]
    json: bool
    strict: bool


def write_format(wanted: Wanted, banks: list[Path] | None) -> None:
    """Write the file and tell what it lost. Raises QuizError for an unknown format or topic, or when it fails."""
    from cps_quiz.journeys.interchange.exporting import ExportWishes, context_of, export
    from cps_quiz.journeys.interchange.foreign_files import named_format
    from cps_quiz.journeys.interchange.report import exported_as_data, exported_as_lines
    from cps_quiz.store.settings import copies_path
    from cps_quiz.words.interchange import exported

    chosen = named_format(wanted.name, reading=False)
    library = library_with_places(banks)
    context = context_of(library, wanted.topics, banks, now())
    wishes = ExportWishes(wanted.topics, context, wanted.output, copies_path() / "exported", strict=wanted.strict)
    done = export(library, chosen, wishes)
    if wanted.json:
        print(json.dumps(exported_as_data(done), indent=2))
    else:
        for line in exported_as_lines(done):
            say(line)
        complain(exported(done.items, len(done.skipped), str(wanted.output), written=done.written))
    raise typer.Exit(ExitCode.FOUND if wanted.strict and done.is_lossy else ExitCode.OK)
