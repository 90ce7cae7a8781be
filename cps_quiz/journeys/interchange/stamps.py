"""When exported items last changed, kept in a file of the cache; without it all of them count as changed now."""

import json
from contextlib import suppress
from pathlib import Path

from cps_quiz.bank.saving import make_folder, replace_text
from cps_quiz.errors import QuizError
from cps_quiz.formats import Stamps

MOST_BYTES = 16 * 1024 * 1024


def read_stamps(path: Path) -> Stamps:
    """The stamps at `path`; none where the file is not there or damaged."""
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(MOST_BYTES))
        return {str(name): (str(print_), int(at)) for name, (print_, at) in data.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def keep_stamps(path: Path, stamps: Stamps) -> None:
    """Write the stamps; done without where the system will not have it."""
    if stamps:
        with suppress(QuizError):
            make_folder(path.parent)
            replace_text(path, json.dumps(dict(stamps)))
