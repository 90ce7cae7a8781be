"""Shows what a command says: a page in parts on a terminal, lines elsewhere, with next steps that a key starts."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.cli.screens import shelf_of, texts_of
from cps_quiz.cli.wiring import go_on, look, say, terminal_keys
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drill.plain import say_prose
from cps_quiz.ui.listening.keys import Keys
from cps_quiz.ui.pages.choosing import by_key, by_line, chosen
from cps_quiz.ui.pages.reader import Blocks, ToRead, of_texts, print_blocks
from cps_quiz.ui.reading.reader import make_writer
from cps_quiz.words.steps import Step, in_line


class Shown(NamedTuple):
    """A page for a terminal, and the same as lines to be read aloud."""

    title: str
    blocks: Blocks
    lines: Sequence[str]
    steps: Sequence[Step] = ()
    steps_after: int | None = None
    enter_starts: bool = False


def show_texts_page(title: str, texts: Sequence[str], loaded: Library, steps: Sequence[Step], *, plain: bool) -> None:
    """Show Markdown texts. Raises GoOnWith for a step that was chosen."""
    show_page(Shown(title, of_texts(title, texts).blocks, _lines(texts), steps), loaded, plain=plain)


def _lines(texts: Sequence[str]) -> list[str]:
    """Markdown texts as lines, with an empty one after each."""
    lines: list[str] = []
    for text in texts:
        say_prose(text, lines.append)
        lines.append("")
    return lines


def show_page(shown: Shown, loaded: Library, *, plain: bool) -> None:
    """Show a page, and start the step that is chosen. Raises GoOnWith."""
    go_on(_shown(shown, loaded, look(plain=plain)))


def _shown(shown: Shown, loaded: Library, seen: Look) -> Step | None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        _say(shown, seen, shown.steps)
        return None
    with terminal_keys(full=not seen.plain) as keys:
        if keys is None or seen.plain:
            return _in_lines(shown, loaded, seen, keys)
        from cps_quiz.ui.drawing.console import full_screen
        from cps_quiz.ui.pages.reader import Reader

        with full_screen() as console:
            page = ToRead(shown.title, shown.blocks, shown.steps, shown.steps_after, shown.enter_starts)
            return Reader(console, keys, seen, shelf_of(loaded, None)).read(page)


def _say(shown: Shown, seen: Look, steps: Sequence[Step]) -> None:
    """All of it at once, where nobody presses keys."""
    if seen.plain:
        for line in [*shown.lines, *(in_line(step) for step in steps)]:
            say(line)
        return
    writer = make_writer(seen)
    print_blocks(writer, shown.blocks(writer))


def _in_lines(shown: Shown, loaded: Library, seen: Look, keys: Keys | None) -> Step | None:
    _say(shown, seen, ())
    press = by_key(keys) if keys else by_line(typed_line)
    texts = texts_of(loaded)
    while (step := chosen(shown.steps, press, say, enter_starts=shown.enter_starts)) is not None:
        found = texts(step.command)
        if not found:
            return step
        for line in _lines(found):
            say(line)
    return None


def typed_line() -> str | None:
    """A line that the person types; None when none will come."""
    line = sys.stdin.readline()
    return line.strip() if line else None
