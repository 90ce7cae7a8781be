"""What `bank list --coverage` shows."""

import json

from cps_quiz.bank.library import Library
from cps_quiz.cli.wiring import look, say
from cps_quiz.journeys.coverage import as_data, coverage
from cps_quiz.ui.pages.reader import print_blocks
from cps_quiz.ui.reading.coverage_view import blocks, sentences
from cps_quiz.ui.reading.reader import make_writer


def show_coverage(loaded: Library, *, json_: bool, plain: bool) -> None:
    """Show what the loaded banks cover together."""
    found, seen = coverage(loaded), look(plain=plain)
    if json_:
        print(json.dumps(as_data(found), indent=2))
    elif seen.plain:
        for sentence in sentences(found):
            say(sentence)
    else:
        writer = make_writer(seen)
        print_blocks(writer, blocks(found, writer))
