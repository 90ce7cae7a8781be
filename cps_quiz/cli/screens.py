"""The screen of a drill, and what lies beside its questions."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cps_quiz.bank.library import Library
from cps_quiz.cli.wiring import complain, now, say, screen_look, terminal_keys
from cps_quiz.journeys.drill.drill import DrillScreen
from cps_quiz.journeys.notes import Notes
from cps_quiz.store.database import database_path
from cps_quiz.store.progress import Progress
from cps_quiz.ui.pages.shelf import Shelf, Texts, There


def texts_of(loaded: Library) -> Texts:
    """What the commands that only show texts would show of these banks."""

    def texts(command: Sequence[str]) -> Sequence[str]:
        from cps_quiz.cli.readings import read

        return read(loaded, command)

    return texts


def _there(loaded: Library) -> There:
    def there(command: Sequence[str]) -> bool:
        from cps_quiz.cli.readings import is_there

        return is_there(loaded, command)

    return there


def shelf_of(loaded: Library, store: Progress | None) -> Shelf:
    """What lies beside the questions of these banks: texts to read, and the learner's own notes."""
    reports = database_path().with_name("for-authors.txt")
    return Shelf(texts_of(loaded), _there(loaded), Notes(store, now, reports))


@contextmanager
def drill_screen(loaded: Library, store: Progress | None, *, plain: bool) -> Iterator[DrillScreen]:
    """The screen for a drill: full, or plain, with keys or lines for answers."""
    seen, glossary, shelf = screen_look(plain=plain), loaded.glossary, shelf_of(loaded, store)
    with terminal_keys(full=not seen.plain) as keys:
        if keys is None:
            from cps_quiz.ui.drill.line_answers import LineAnswers, TypedAnswers
            from cps_quiz.ui.drill.plain import PlainDrill

            kind = TypedAnswers if sys.stdin.isatty() else LineAnswers
            with open(sys.stdin.fileno(), "rb", closefd=False) as lines:
                yield PlainDrill(say, kind(say, complain, lines), glossary, shelf)
        elif seen.plain:
            from cps_quiz.ui.drill.key_answers import KeyAnswers
            from cps_quiz.ui.drill.plain import PlainDrill

            yield PlainDrill(say, KeyAnswers(say, keys, shelf.notebook), glossary, shelf)
        else:
            from cps_quiz.ui.drawing.console import full_screen
            from cps_quiz.ui.drill.terminal import TerminalDrill

            with full_screen() as console:
                yield TerminalDrill(console, keys, seen, glossary, shelf)
