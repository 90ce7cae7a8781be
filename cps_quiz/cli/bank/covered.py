"""`cps-quiz bank show ID --covered`: a question whose answer stays hidden until it is asked for."""

import sys
from contextlib import suppress

from cps_quiz.bank.library import Library
from cps_quiz.cli.pages import typed_line
from cps_quiz.cli.screens import shelf_of
from cps_quiz.cli.wiring import go_on, look, open_progress, say, terminal_keys
from cps_quiz.core.questions.bank import Item
from cps_quiz.errors import QuizError
from cps_quiz.store.progress import Progress
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.pages.choosing import by_key, by_line
from cps_quiz.ui.pages.shelf import Shelf
from cps_quiz.ui.reading.found_question import FoundQuestion, say_found
from cps_quiz.words import find as find_words
from cps_quiz.words.steps import Step


def show_covered(item: Item, loaded: Library, carried: tuple[str, ...], *, plain: bool) -> None:
    """Show a question without its answer. Raises GoOnWith when it is to be practiced."""
    shelf = shelf_of(loaded, _progress())
    practice = Step(find_words.PRACTICE, ("drill", "--item", item.id, *carried))
    go_on(_shown(item, loaded, shelf, practice, look(plain=plain)))


def _shown(item: Item, loaded: Library, shelf: Shelf, practice: Step, seen: Look) -> Step | None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        say_found(item, loaded.glossary, say, shelf.notebook, None)
        return None
    with terminal_keys(full=not seen.plain) as keys:
        if keys is None or seen.plain:
            press = by_key(keys) if keys else by_line(typed_line)
            return practice if say_found(item, loaded.glossary, say, shelf.notebook, press) else None
        from cps_quiz.ui.drawing.console import full_screen
        from cps_quiz.ui.pages.reader import Reader

        with full_screen() as console:
            return FoundQuestion(Reader(console, keys, seen, shelf), loaded.glossary, item, practice).show()


def _progress() -> Progress | None:
    """Where marks are kept; a question can be read without."""
    with suppress(QuizError):
        return open_progress()
    return None
